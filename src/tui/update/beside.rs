//! Two matters side by side: one is pinned, one goes on in the list; which of them is edited; what stands
//! on which side.

use crate::text::{Message as Saying, Words, words};
use crate::tui::beside::paired;
use crate::tui::dialogs::{Dialog, Menu, MenuItem, Purpose};
use crate::tui::effect::Effect;
use crate::tui::form::View;
use crate::tui::model::{Model, Notice, Pane};
use crate::tui::trail::{DeskSpot, Spot};
use crate::tui::update::{look, refresh, trail};
use crate::yaml::Path;

const PINNED: Words = words(
    "已停住“{title}”：在列表里移到要对照的一项，或按 {key} 选择",
    "“{title}” stays: move on in the list to the other one, or pick it with {key}",
);
const WHICH: Words = words("与哪一项对照", "Beside which");
const LAST: Words = words("上次对照", "the last one");

/// Whether two matters are shown.
pub(crate) fn is_open(model: &Model) -> bool {
    model.beside.is_open()
}

/// Pins the matter shown, or shows one matter alone again.
pub(crate) fn turn(model: &mut Model) -> Vec<Effect> {
    if is_open(model) {
        close(model);
        return Vec::new();
    }
    let here = Spot::of(model).desk;
    let key = model.keymap.first("beside-which", &model.contexts_below());
    let title = model.title_of(here.matter.as_deref().unwrap_or_default());
    let said = PINNED.with(&[("title", &title), ("key", &key)]);
    open(model, here);
    model.focus = Pane::List;
    model.notice = Some(Notice::done(said));
    Vec::new()
}

fn open(model: &mut Model, other: DeskSpot) {
    model.beside.last.clone_from(&other.matter);
    model.beside.other = Some(other);
    model.beside.is_turned = false;
    refresh::sheet_rows(model);
}

/// Shows the matter that is edited alone.
pub(super) fn close(model: &mut Model) {
    model.beside.other = None;
    model.beside.rows.clear();
    model.beside.pairs.clear();
    refresh::sheet_rows(model);
}

/// Asks which matter shall stand beside the one shown: its base matter, those of other places, the last.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let mut items = trail::items(model, &trail::kin(model));
    let is_new = |path: &str| items.iter().all(|item| *item.value != *path);
    let last = model.beside.last.clone();
    let last = last.filter(|path| is_new(path) && model.sheet.path.as_ref() != Some(path));
    let is_there = |path: &str| model.place_of(path);
    if let Some(path) = last.filter(|path| is_there(path).is_some()) {
        let item = MenuItem {
            label: Saying::same(&model.title_of(&path)),
            right: LAST.into(),
            is_on: None,
            value: path,
        };
        items.insert(0, item);
    }
    if items.is_empty() {
        return turn(model);
    }
    model.dialog = Some(Dialog::Menu(Menu::new(Purpose::Beside, WHICH, items)));
    Vec::new()
}

/// Puts a matter beside the one shown.
pub(super) fn choose(model: &mut Model, path: Box<str>) {
    let here = Spot::of(model).desk;
    let other = DeskSpot {
        matter: Some(path),
        ..here
    };
    open(model, other);
    if model.focus == Pane::Tree {
        model.focus = Pane::Sheet;
    }
}

/// Puts each on the other side.
pub(crate) fn swap(model: &mut Model) -> Vec<Effect> {
    model.beside.is_right = !model.beside.is_right;
    refresh::sheet_rows(model);
    Vec::new()
}

/// Shows only what differs, or everything again.
pub(crate) fn only(model: &mut Model) -> Vec<Effect> {
    model.beside.shows_differences = !model.beside.shows_differences;
    refresh::sheet_rows(model);
    Vec::new()
}

/// Gives the keys, and the edits, to the other side, which stays where it stands.
pub(super) fn turn_over(model: &mut Model) {
    let here = Spot::of(model).desk;
    let row = counterpart(model);
    let Some(there) = model.beside.other.replace(here) else {
        return;
    };
    model.beside.is_right = !model.beside.is_right;
    model.beside.is_turned = !model.beside.is_turned;
    trail::stand_on_desk(model, there);
    model.focus = Pane::Sheet;
    if let Some(row) = row {
        look::go_to_row(model, &row);
    }
}

/// Where the other matter has what the cursor is on.
fn counterpart(model: &Model) -> Option<Path> {
    let at = model.sheet.cursor.at;
    let mut pairs = model.beside.pairs.iter();
    let pair = pairs.find(|pair| pair.own == Some(at))?;
    let row = model.beside.rows.get(pair.other?)?;
    Some(row.path.clone())
}

/// After the rows of the matter shown: those of the other one, and which belong together.
pub(super) fn follow(model: &mut Model) {
    let Some(path) = model.beside.path().map(Box::<str>::from) else {
        return;
    };
    let catalog = model.catalog().map(std::sync::Arc::clone);
    let (Some(catalog), Some(own)) = (catalog, model.matter()) else {
        return;
    };
    let Some(other) = catalog.matter_at(&path) else {
        model.beside.other = None;
        return;
    };
    let view: &View = &model.sheet.view;
    let own_rows = (own, model.sheet.rows.as_slice());
    paired(&mut model.beside, &catalog, own_rows, (other, view));
    model.beside.narrow(&mut model.sheet.rows);
}
