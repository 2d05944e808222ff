//! Back and forward along the places that were left by a jump; and the jumps between a base matter and the
//! local matters that take it up.

use crate::catalog::standard::Named;
use crate::catalog::{Floor, MatterId};
use crate::levels::level_of;
use crate::text::{Message as Saying, Words, words};
use crate::tui::command::Command;
use crate::tui::dialogs::{Dialog, Menu, MenuItem, Purpose};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice, Pane, Screen, Sheet};
use crate::tui::outline::NodeKey;
use crate::tui::trail::{DeskSpot, Spot, Trail, Way};
use crate::tui::update::{home, look, panel, refresh, review, save};
use crate::yaml::Path;

const SKIPPED: Words = words(
    "跳过 {n} 处：那里的事项已删除或改了编码",
    "{n} places passed over: their matters are deleted or have another code now",
);
const LOCALS: Words = words(
    "认领这一基本目录事项的各地事项",
    "Who takes up this base matter",
);

/// The commands that take a step: they move a cursor, or go to the pane beside.
const STROLLS: [&str; 12] = [
    "down",
    "up",
    "page-down",
    "page-up",
    "first",
    "last",
    "left",
    "right",
    "open",
    "next-pane",
    "previous-pane",
    "select",
];

/// Before a command: whether it takes a step only.
pub(super) fn note(model: &mut Model, command: &Command) {
    model.trail.strolls = STROLLS.contains(&command.name);
}

/// After anything: a place that was left by a jump is remembered. What lies over the screen is no place.
pub(super) fn follow(model: &mut Model) {
    if model.opened.is_none() || model.dialog.is_some() || model.is_changing {
        return;
    }
    let now = Spot::of(model);
    model.trail.follow(now);
}

/// Whether there is a place to go back or forward to.
pub(crate) fn leads(model: &Model, way: Way) -> bool {
    save::is_open(model) && model.trail.leads(way)
}

/// Goes back or forward.
pub(crate) fn go(model: &mut Model, way: Way) -> Vec<Effect> {
    let mut trail: Trail = std::mem::take(&mut model.trail);
    let (spot, skipped) = trail.go(way, model);
    trail.strolls = true;
    model.trail = trail;
    if skipped > 0 {
        let said = SKIPPED.with(&[("n", &skipped.to_string())]);
        model.notice = Some(Notice::done(said));
    }
    spot.map_or_else(Vec::new, |spot| stand_on(model, spot))
}

/// Shows a place as it was left.
fn stand_on(model: &mut Model, spot: Spot) -> Vec<Effect> {
    stand_on_desk(model, spot.desk);
    model.screen = spot.screen;
    match &model.screen {
        Screen::Findings => {
            let (scope, here) = spot.findings;
            panel::return_to(model, scope, here.as_ref());
        }
        Screen::Review => {
            let (scope, pick) = spot.review;
            review::return_to(model, scope, pick);
            return review::ask(model).into_iter().collect();
        }
        Screen::Changes => {
            let effects = look::changes(model);
            model.changes.go_to(spot.change);
            return effects;
        }
        Screen::Home => return home::open(model),
        Screen::Nowhere(_) | Screen::Desk | Screen::Guide => {}
    }
    Vec::new()
}

/// Shows a place on the desk: its list, its matter, its row.
pub(super) fn stand_on_desk(model: &mut Model, spot: DeskSpot) {
    model.focus = spot.focus;
    model.list.filter = spot.filter;
    model.find.is_everywhere = spot.is_everywhere;
    model.find.chips = spot.chips;
    let node = spot.node.unwrap_or(NodeKey::All);
    if let Some(parent) = node.parent() {
        model.tree.open.insert(parent);
    }
    refresh::tree(model, Some(&node));
    model.sheet = Sheet::of(spot.matter.clone(), &model.sheet.view);
    if let Some(Path(steps)) = &spot.row {
        let above = (1..steps.len()).filter_map(|end| steps.get(..end));
        let above = above.map(|steps| Path(steps.to_vec()));
        model.sheet.view.opened.extend(above);
    }
    refresh::list(model);
    if let Some(path) = spot.matter
        && model.sheet.path.as_ref() != Some(&path)
        && model.place_of(&path).is_some()
    {
        look::show(model, path);
    }
    if let Some(row) = spot.row {
        look::go_to_row(model, &row);
    }
}

/// The base matter of the matter shown, unless it is one.
fn base(model: &Model) -> Option<MatterId> {
    let (catalog, id) = (model.catalog()?, model.matter()?);
    let matter = catalog.matter(id);
    if matter.floor == Floor::Base {
        return None;
    }
    catalog.base(matter.base_code()?.value)
}

/// Whether the matter shown takes up a base matter.
pub(crate) fn has_base(model: &Model) -> bool {
    base(model).is_some()
}

/// Goes to the base matter.
pub(crate) fn to_base(model: &mut Model) -> Vec<Effect> {
    let path = base(model).and_then(|id| Some(model.catalog()?.matter(id).file.path.clone()));
    if let Some(path) = path {
        visit(model, path);
    }
    Vec::new()
}

/// The local matters of the same base matter, without the one shown.
fn locals(model: &Model) -> Vec<MatterId> {
    let Some((catalog, id)) = model.catalog().zip(model.matter()) else {
        return Vec::new();
    };
    let matter = catalog.matter(id);
    let code = match matter.floor {
        Floor::Base => matter.code(),
        Floor::Local => matter.base_code(),
    };
    let locals = code.map_or(&[] as &[MatterId], |code| catalog.locals_of(code.value));
    locals
        .iter()
        .copied()
        .filter(|local| *local != id)
        .collect()
}

/// The base matter of the matter shown and the local ones, without itself.
pub(super) fn kin(model: &Model) -> Vec<MatterId> {
    base(model).into_iter().chain(locals(model)).collect()
}

/// Whether other divisions offer the same.
pub(crate) fn has_locals(model: &Model) -> bool {
    !locals(model).is_empty()
}

/// Goes to the local matter of the same base matter; where there are several, asks which.
pub(crate) fn to_locals(model: &mut Model) -> Vec<Effect> {
    let items = items(model, &locals(model));
    match items.as_slice() {
        [only] => {
            let path = only.value.clone();
            visit(model, path);
        }
        [] => {}
        _ => model.dialog = Some(Dialog::Menu(Menu::new(Purpose::Locals, LOCALS, items))),
    }
    Vec::new()
}

/// Matters as lines of a menu: where, what, and at which level.
pub(super) fn items(model: &Model, matters: &[MatterId]) -> Vec<MenuItem> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let item = |id: &MatterId| {
        let path = catalog.matter(*id).file.path.clone();
        let level = level_of(catalog, *id).and_then(|code| catalog.standard.level(code));
        MenuItem {
            label: Saying::same(&model.title_of(&path)),
            right: level.map(Named::name).unwrap_or_default(),
            is_on: None,
            value: path,
        }
    };
    matters.iter().map(item).collect()
}

/// Shows another matter of the same kin, at the row where the cursor is.
pub(super) fn visit(model: &mut Model, path: Box<str>) {
    let row = model.selected_row().map(|row| row.path.clone());
    look::show(model, path);
    if let Some(row) = row {
        look::go_to_row(model, &row);
    }
    if model.focus == Pane::Tree {
        model.focus = Pane::List;
    }
}
