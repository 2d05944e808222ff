//! The history of the matter shown, or of one of its fields. Looking back goes in strides, each an effect of
//! its own, so that saving need not wait for it and Esc ends it.

use std::sync::Arc;

use crate::change::compare::FieldPath;
use crate::session::{Chronicle, field_at};
use crate::tui::dialogs::{Dialog, PastList, past_heights, past_lines};
use crate::tui::effect::Effect;
use crate::tui::form::RowKind;
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::widgets::{Cursor, Motion};

/// So many commits are looked at before someone must ask for more.
const REACH: usize = 20_000;
/// So many that changed something are looked for at a time.
const PAGE: usize = 20;

/// Whether there is a matter whose history could be looked at.
pub(crate) fn can_look_back(model: &Model) -> bool {
    file(model).is_some()
}

/// The file in question: that of the matter shown, or of the selected change.
fn file(model: &Model) -> Option<Box<str>> {
    match model.screen {
        Screen::Desk => model.sheet.path.clone(),
        Screen::Changes => {
            let (file, _) = model.changes.current()?;
            file.is_of_catalog().then(|| file.path.clone())
        }
        _ => None,
    }
}

/// The field in question, if it is one.
fn field(model: &Model, file: &str) -> Option<FieldPath> {
    if model.screen == Screen::Changes {
        let (_, field) = model.changes.current()?;
        return field.map(|field| field.change.path.clone());
    }
    let row = model
        .selected_row()
        .filter(|_| model.focus == Pane::Sheet)?;
    if matches!(row.kind, RowKind::File | RowKind::Section) {
        return None;
    }
    let catalog = model.catalog()?;
    let text = Arc::clone(catalog.file(file)?.document().text());
    field_at(&catalog.standard, file, (&row.path, &text))
}

/// Shows the history of what is selected.
pub(crate) fn look_back(model: &mut Model) -> Vec<Effect> {
    let Some(path) = file(model) else {
        return Vec::new();
    };
    let field = field(model, &path);
    open(model, path, field)
}

/// Whether the history shown is that of a field.
pub(crate) fn is_of_field(model: &Model) -> bool {
    matches!(&model.dialog, Some(Dialog::Past(past)) if past.field.is_some())
}

/// Shows the history of the whole matter instead of that of a field.
pub(crate) fn widen(model: &mut Model) -> Vec<Effect> {
    match model.dialog.take() {
        Some(Dialog::Past(past)) => open(model, past.path, None),
        _ => Vec::new(),
    }
}

fn open(model: &mut Model, path: Box<str>, field: Option<FieldPath>) -> Vec<Effect> {
    let is_changed = model
        .unsaved
        .iter()
        .chain(&model.uncommitted)
        .any(|change| change.path == path);
    let chronicle = Chronicle::new(&path, field.clone());
    model.dialog = Some(Dialog::Past(Box::new(PastList {
        path,
        field,
        deeds: Vec::new(),
        rest: None,
        looked_at: 0,
        until: REACH,
        is_changed,
        cursor: Cursor::default(),
        top: 0,
    })));
    further(model, chronicle)
}

fn further(model: &Model, chronicle: Chronicle) -> Vec<Effect> {
    let effect = model.opened.as_ref().map(|opened| Effect::LookBack {
        root: opened.root.clone(),
        standard: Arc::clone(&opened.catalog.standard),
        chronicle: Box::new(chronicle),
    });
    effect.into_iter().collect()
}

/// Takes in what was found; looks further if that is wanted. A dialog that is closed by now wants nothing.
pub(super) fn looked_back(model: &mut Model, mut chronicle: Chronicle) -> Vec<Effect> {
    let Some(Dialog::Past(past)) = &mut model.dialog else {
        return Vec::new();
    };
    let is_it = past.path == chronicle.path && past.field == chronicle.field;
    if !is_it || past.rest.is_some() || past.looked_at != chronicle.since {
        return Vec::new();
    }
    past.deeds.append(&mut chronicle.deeds);
    past.looked_at = chronicle.looked_at();
    let is_enough = past.deeds.len() >= past.cursor.at + PAGE || past.looked_at >= past.until;
    if chronicle.is_whole() || is_enough {
        past.rest = Some(chronicle);
        return Vec::new();
    }
    further(model, chronicle)
}

/// Ends a look back that failed.
pub(super) fn give_up(model: &mut Model) {
    if matches!(&model.dialog, Some(Dialog::Past(past)) if past.rest.is_none()) {
        model.dialog = None;
    }
}

/// Moves among the commits; at the last one it looks further back.
pub(crate) fn go(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let Some(Dialog::Past(mut past)) = model.dialog.take() else {
        return Vec::new();
    };
    let (height, _) = past_heights(model, &past);
    let is_at_end = past.cursor.at + 1 >= past.deeds.len();
    past.go(motion, height);
    let goes_down = matches!(motion, Motion::By(1..) | Motion::Page(1..) | Motion::Last);
    let wants_more =
        is_at_end && goes_down && past.rest.as_ref().is_some_and(|rest| !rest.is_whole());
    let rest = if wants_more { past.rest.take() } else { None };
    if wants_more {
        past.until = past.looked_at + REACH;
    }
    model.dialog = Some(Dialog::Past(past));
    rest.map(|rest| further(model, rest)).unwrap_or_default()
}

/// Scrolls the selected commit.
pub(crate) fn scroll(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let Some(Dialog::Past(mut past)) = model.dialog.take() else {
        return Vec::new();
    };
    let (_, height) = past_heights(model, &past);
    let len = past_lines(&past, model).len();
    past.scroll(motion, (len, height));
    model.dialog = Some(Dialog::Past(past));
    Vec::new()
}
