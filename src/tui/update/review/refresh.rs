//! Brings the review back in step: the rows with the queue, the lines with the difference looked at, and git
//! with what is wanted of it.

use std::sync::Arc;

use crate::session::Pick;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::review::{Detail, DetailKey, Queue};
use crate::tui::screens::{detail_lines, review_areas};
use crate::tui::update::review::sought::found;

/// After the queue or what is wanted of it: the rows. The cursor stays on its difference; where that is gone
/// it goes to the first one behind it that is still there.
pub(super) fn list(model: &mut Model, queue: Option<Arc<Queue>>) {
    let is_new = queue.is_some();
    let review = &mut model.review;
    let before = review.rows.get(review.cursor.at..).unwrap_or_default();
    let behind = before
        .iter()
        .filter_map(|place| review.queue.items.get(*place));
    let wanted: Vec<Pick> = review
        .here
        .iter()
        .cloned()
        .chain(behind.map(|item| item.pick.clone()))
        .collect();
    if let Some(queue) = queue {
        review.queue = queue;
    }
    model.review.found = found(model);
    let review = &mut model.review;
    let places = 0..review.queue.items.len();
    review.rows = places
        .filter(|place| review.is_in(&review.scope, *place))
        .collect();
    let found = wanted.iter().find_map(|pick| {
        let place = review.queue.find(pick)?;
        review.rows.binary_search(&place).ok()
    });
    let last = review.rows.len().saturating_sub(1);
    review.cursor.at = found.unwrap_or(review.cursor.at).min(last);
    if is_new {
        review.here = None;
        go_to(model);
    }
}

/// After a change was taken back: to the difference that is there again.
fn go_to(model: &mut Model) {
    let review = &mut model.review;
    let Some(path) = review.goes_to.take() else {
        return;
    };
    let is_there = |row: &usize| {
        let item = review.queue.items.get(*row);
        item.is_some_and(|item| item.pick.path == path)
    };
    if let Some(at) = review.rows.iter().position(is_there) {
        review.cursor.at = at;
    }
}

/// After anything: the cursor inside the rows, the lines in step with the difference.
pub(crate) fn settle(model: &mut Model) {
    if model.screen != Screen::Review {
        return;
    }
    let areas = review_areas(model);
    let review = &mut model.review;
    review.cursor.settle(review.rows.len(), areas.list_height());
    let wanted = review.current().map(|item| DetailKey {
        pick: item.pick.clone(),
        generation: model.generation,
        cells: areas.detail_width(),
        lang: model.lang,
        traces: review.traces.len(),
    });
    if wanted == review.detail.made_for {
        return;
    }
    let pick = |key: &Option<DetailKey>| key.as_ref().map(|key| key.pick.clone());
    let is_same = pick(&wanted) == pick(&review.detail.made_for);
    let top = if is_same { review.detail.top } else { 0 };
    let lines = wanted.as_ref().map(|key| detail_lines(model, key));
    let lines = lines.unwrap_or_default();
    model.review.detail = Detail {
        top: top.min(lines.len().saturating_sub(areas.detail_height())),
        lines,
        made_for: wanted,
    };
}

/// Asks git where the values of the difference looked at come from, unless that is known or on its way.
pub(crate) fn follow(model: &mut Model) -> Vec<Effect> {
    let Some(effect) = trace(model) else {
        return Vec::new();
    };
    model.review.traced = model.review.current().map(|item| item.pick.clone());
    vec![effect]
}

fn trace(model: &Model) -> Option<Effect> {
    let review = &model.review;
    let pick = &review.current()?.pick;
    if model.screen != Screen::Review || review.traced.as_ref() == Some(pick) {
        return None;
    }
    let catalog = model.catalog()?;
    let id = catalog.matter_at(&pick.path)?;
    let own = |pick: &Pick| {
        let matter = catalog.matter(catalog.matter_at(&pick.path)?);
        matter.value(pick.field)?;
        Some(Arc::clone(matter.file.document().text()))
    };
    let chain = std::iter::once(id).chain(catalog.uppers(id));
    let picks = chain.map(|id| Pick {
        path: catalog.matter(id).file.path.clone(),
        field: pick.field,
    });
    let wanted: Vec<(Pick, Arc<str>)> = picks
        .filter(|pick| !review.traces.contains_key(pick))
        .filter_map(|pick| {
            let text = own(&pick)?;
            Some((pick, text))
        })
        .collect();
    let root = model.opened.as_ref()?.root.clone();
    (!wanted.is_empty()).then_some(Effect::Trace { root, wanted })
}
