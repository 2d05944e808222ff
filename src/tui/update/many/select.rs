//! Which matters are selected in the list.

use crate::catalog::Catalog;
use crate::tui::effect::Effect;
use crate::tui::many::Many;
use crate::tui::message::Changed;
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::update::moves;
use crate::tui::widgets::Motion;

fn place_here(model: &Model) -> Option<usize> {
    model.list.rows.get(model.list.cursor.at).copied()
}

/// Whether the cursor is on a matter.
pub(crate) fn can_select(model: &Model) -> bool {
    place_here(model).is_some()
}

/// Selects the matter, or no longer, and goes on to the next.
pub(crate) fn select(model: &mut Model) -> Vec<Effect> {
    if let Some(place) = place_here(model) {
        let is_on = !model.many.selection.has(place);
        model.many.selection.put(place, is_on);
        model.many.mark = Some(place);
    }
    moves::go(model, Motion::By(1))
}

/// Selects all from the matter selected last to the one under the cursor.
pub(crate) fn select_range(model: &mut Model) -> Vec<Effect> {
    let Some(place) = place_here(model) else {
        return Vec::new();
    };
    let at = model.list.cursor.at;
    let mark = model.many.mark.unwrap_or(place);
    let from = model.list.rows.iter().position(|place| *place == mark);
    let from = from.unwrap_or(at);
    let range = from.min(at)..=from.max(at);
    for place in model.list.rows.get(range).unwrap_or_default() {
        model.many.selection.put(*place, true);
    }
    model.many.mark = Some(place);
    Vec::new()
}

/// Selects all that are listed; if they all are, none of them.
pub(crate) fn select_all(model: &mut Model) -> Vec<Effect> {
    let selection = &mut model.many.selection;
    let rows = &model.list.rows;
    let is_on = !rows.iter().all(|place| selection.has(*place));
    for place in rows {
        selection.put(*place, is_on);
    }
    model.many.mark = None;
    Vec::new()
}

/// Whether Esc gives the selection up.
pub(crate) fn can_unselect(model: &Model) -> bool {
    let is_here = model.screen == Screen::Desk && model.focus == Pane::List;
    is_here && !model.many.selection.is_empty()
}

/// Selects none.
pub(crate) fn unselect(model: &mut Model) {
    model.many.selection.clear();
    model.many.mark = None;
}

/// Before the outline follows the catalog: the files that are selected, if their places will be other ones.
pub(crate) fn selected(
    many: &Many,
    (before, changed): (&Catalog, &Changed),
) -> Option<Vec<Box<str>>> {
    let is_there = |catalog: &Catalog, path: &str| catalog.matter_at(path).is_some();
    let moves = |path: &str| is_there(before, path) != is_there(&changed.catalog, path);
    if many.selection.is_empty() || !changed.paths.iter().any(|path| moves(path)) {
        return None;
    }
    let places = many.selection.places();
    let ids = places.filter_map(|place| before.numbered(place));
    let path = |id| before.matter(id).file.path.clone();
    Some(ids.map(path).collect())
}

/// After the outline followed the catalog: the same files are selected.
pub(crate) fn follow(model: &mut Model, selected: Option<Vec<Box<str>>>) {
    let Some(paths) = selected else {
        return;
    };
    model.many.mark = None;
    model.many.selection.clear();
    for path in paths {
        if let Some(place) = model.place_of(&path) {
            model.many.selection.put(place, true);
        }
    }
}
