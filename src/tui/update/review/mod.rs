//! Working down the differences: what is listed, where the cursor is, what is looked at.

pub(crate) mod decide;
mod refresh;
mod sought;

use std::sync::Arc;

use crate::catalog::Field;
use crate::levels::Class;
use crate::session::Pick;
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::review::{Queue, Scope};
use crate::tui::screens::review_areas;
use crate::tui::update::{find, work};
use crate::tui::widgets::Motion;

pub(crate) use refresh::{follow, settle};

/// Shows the differences where they were left.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Review;
    ask(model).into_iter().collect()
}

/// Asks for the differences of the catalog as it stands, if they are looked at and not asked for already.
pub(crate) fn ask(model: &mut Model) -> Option<Effect> {
    let generation = Some(model.generation);
    let catalog = Arc::clone(model.catalog()?);
    let is_wanted = model.screen == Screen::Review || find::wants_differences(model);
    if !is_wanted || model.review.asked_for == generation {
        return None;
    }
    model.review.asked_for = generation;
    model.review.halt = model.review.halt.renewed();
    let halt = model.review.halt.clone();
    Some(Effect::Survey { catalog, halt })
}

/// Takes a new queue in; one of an older state is better than none, until the newer one comes.
pub(super) fn surveyed(model: &mut Model, generation: u64, queue: Arc<Queue>) {
    if generation == model.generation {
        model.review.settled.clear();
        model.review.made_for = Some(generation);
        let known = |pick: &Pick| queue.find(pick).is_some();
        model.review.chosen.retain(known);
        refresh::list(model, Some(queue));
    }
}

/// After a failure: what was taken for decided is not.
pub(super) fn give_back(model: &mut Model) {
    if !model.review.settled.is_empty() {
        model.review.settled.clear();
        refresh::list(model, None);
    }
}

/// Lists the differences as they were listed, the cursor where it was.
pub(super) fn return_to(model: &mut Model, scope: Scope, pick: Option<Pick>) {
    model.review.scope = scope;
    model.review.here = pick;
    refresh::list(model, None);
}

/// Whether the cursor is on a difference.
pub(crate) fn has_current(model: &Model) -> bool {
    model.review.current().is_some()
}

/// Moves the cursor.
pub(super) fn go(model: &mut Model, motion: Motion) {
    let height = review_areas(model).list_height();
    let review = &mut model.review;
    review.cursor.at = motion.from(review.cursor.at, review.rows.len(), height);
    review.here = None;
}

fn next_open(model: &Model, way: isize) -> Option<usize> {
    let review = &model.review;
    let len = review.rows.len();
    let step = |from: usize| (from + len).saturating_add_signed(way) % len.max(1);
    let places = std::iter::successors(Some(step(review.cursor.at)), |at| Some(step(*at)));
    places
        .take(len)
        .find(|at| review.item(*at).is_some_and(|item| review.is_open(item)))
}

/// Whether another difference waits.
pub(crate) fn has_open(model: &Model) -> bool {
    next_open(model, 1).is_some()
}

/// Goes to the next difference that waits (1), or the one before (-1); past the end comes the other end.
pub(crate) fn go_to_open(model: &mut Model, way: isize) -> Vec<Effect> {
    if let Some(at) = next_open(model, way) {
        model.review.cursor.at = at;
        model.review.here = None;
    }
    Vec::new()
}

/// Chooses the difference, or no longer, and goes on to the next.
pub(crate) fn choose(model: &mut Model) -> Vec<Effect> {
    if let Some(pick) = model.review.current().map(|item| item.pick.clone()) {
        let chosen = &mut model.review.chosen;
        if !chosen.remove(&pick) {
            chosen.insert(pick);
        }
        go(model, Motion::By(1));
    }
    Vec::new()
}

/// Chooses every difference listed; if all are chosen, none.
pub(crate) fn choose_all(model: &mut Model) -> Vec<Effect> {
    let review = &mut model.review;
    let listed = review.rows.iter();
    let items = listed.filter_map(|place| review.queue.items.get(*place));
    let picks: Vec<Pick> = items.map(|item| item.pick.clone()).collect();
    if picks.iter().all(|pick| review.chosen.contains(pick)) {
        review.chosen.clear();
    } else {
        review.chosen.extend(picks);
    }
    Vec::new()
}

/// Lists what has some words in it.
pub(super) fn look_for(model: &mut Model, wanted: String) {
    if wanted != model.review.scope.filter {
        model.review.scope.filter = wanted;
        refresh::list(model, None);
    }
}

/// Lists only the next class that there is; after the last one, all.
pub(crate) fn next_class(model: &mut Model) -> Vec<Effect> {
    let with = |class| Scope {
        class,
        ..model.review.scope.clone()
    };
    let there = |class: &Class| has(model, &with(Some(*class)));
    let classes: Vec<Class> = Class::all().into_iter().filter(there).collect();
    model.review.scope.class = after(&classes, model.review.scope.class);
    refresh::list(model, None);
    Vec::new()
}

/// Lists only the next field that there is; after the last one, all.
pub(crate) fn next_field(model: &mut Model) -> Vec<Effect> {
    let with = |field| Scope {
        field,
        ..model.review.scope.clone()
    };
    let there = |field: &Field| has(model, &with(Some(*field)));
    let fields: Vec<Field> = Field::all().filter(there).collect();
    model.review.scope.field = after(&fields, model.review.scope.field);
    refresh::list(model, None);
    Vec::new()
}

/// Whether anything is in a scope.
fn has(model: &Model, scope: &Scope) -> bool {
    let mut places = 0..model.review.queue.items.len();
    places.any(|place| model.review.is_in(scope, place))
}

/// The one after, with a pause after the last.
fn after<T: Copy + PartialEq>(all: &[T], now: Option<T>) -> Option<T> {
    let place = now.and_then(|now| all.iter().position(|one| *one == now));
    match (now, place) {
        (None, _) => all.first().copied(),
        (Some(_), Some(place)) => all.get(place + 1).copied(),
        (Some(_), None) => None,
    }
}

/// Lists what is decided or allowed too, or no longer.
pub(crate) fn show_decided(model: &mut Model) -> Vec<Effect> {
    model.review.scope.shows_all = !model.review.scope.shows_all;
    refresh::list(model, None);
    Vec::new()
}

/// Lets go of what is chosen, then of what narrows the list, then leaves the screen.
pub(crate) fn leave(model: &mut Model) -> Vec<Effect> {
    let scope = &mut model.review.scope;
    if !model.review.chosen.is_empty() {
        model.review.chosen.clear();
    } else if scope.class.is_some() || scope.field.is_some() || !scope.filter.is_empty() {
        (scope.class, scope.field) = (None, None);
        scope.filter.clear();
        refresh::list(model, None);
    } else {
        work::stop_survey(model);
        model.screen = Screen::Desk;
    }
    Vec::new()
}

fn last_top(model: &Model) -> usize {
    let height = review_areas(model).detail_height();
    model.review.detail.lines.len().saturating_sub(height)
}

/// Whether more of the difference lies below.
pub(crate) fn has_more(model: &Model) -> bool {
    model.review.detail.top < last_top(model)
}

/// Whether more of the difference lies above.
pub(crate) fn has_less(model: &Model) -> bool {
    model.review.detail.top > 0
}

/// Scrolls the difference.
pub(crate) fn scroll(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let height = review_areas(model).detail_height();
    let last = last_top(model);
    let detail = &mut model.review.detail;
    detail.top = motion
        .from(detail.top, detail.lines.len(), height)
        .min(last);
    Vec::new()
}
