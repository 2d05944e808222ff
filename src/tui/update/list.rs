//! Lists of the matter shown: one more element, one less, another order, a copy.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::tui::dialogs::{Goal, Prompt};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, Row, RowKind};
use crate::tui::model::{AfterChange, Model, Pane, Screen};
use crate::tui::update::ask::{current_text, open_editor};
use crate::tui::update::card;
use crate::tui::update::edit::perform;
use crate::tui::update::look;
use crate::yaml::{Path, Step};

/// The list that a row is the head of or lies in.
pub(super) fn list_of<'m>(model: &'m Model, path: &Path) -> Option<&'m Row> {
    let rows = model.sheet.rows.iter();
    let lists = rows.filter(|row| row.kind == RowKind::List && path.0.starts_with(&row.path.0));
    lists.max_by_key(|row| row.path.0.len())
}

/// The nearest element that the selected row is or lies in, as its list and its place there.
fn element(model: &Model) -> Option<(Path, usize)> {
    let path = &model.selected_row()?.path;
    let list = list_of(model, path)?.path.clone();
    match path.0.get(list.0.len()) {
        Some(Step::Index(index)) => Some((list, *index)),
        _ => None,
    }
}

fn items_of(model: &Model, list: &Path) -> Option<Arc<Schema>> {
    let row = model.sheet.rows.iter().find(|row| row.path == *list)?;
    match &row.schema.as_ref()?.form {
        Form::List { items, .. } => Some(Arc::clone(items)),
        _ => None,
    }
}

fn length(model: &Model, list: &Path) -> usize {
    let rows = model.sheet.rows.iter();
    let is_element = |row: &&Row| {
        row.kind == RowKind::Element
            && row.path.0.len() == list.0.len() + 1
            && row.path.0.starts_with(&list.0)
    };
    rows.filter(is_element).count()
}

/// Whether the row is in a list that can grow.
pub(crate) fn can_add(model: &Model) -> bool {
    let row = model.selected_row();
    row.is_some_and(|row| list_of(model, &row.path).is_some())
}

/// Asks for one more element of the list.
pub(crate) fn add(model: &mut Model) -> Vec<Effect> {
    let row = model.selected_row();
    let Some(list) = row.and_then(|row| list_of(model, &row.path)).cloned() else {
        return Vec::new();
    };
    let Some(items) = items_of(model, &list.path) else {
        return Vec::new();
    };
    if let Form::Record { .. } = items.form {
        card::add_element(model, &list, &items);
        return Vec::new();
    }
    let prompt = Prompt {
        title: list.title,
        schema: items,
        goal: Goal::Add(list.path.clone()),
        problem: None,
    };
    open_editor(model, prompt, &list.path.then_index(usize::MAX));
    Vec::new()
}

/// Whether the row is an element of a list.
pub(crate) fn can_delete(model: &Model) -> bool {
    let row = model.selected_row();
    row.is_some_and(|row| row.kind == RowKind::Element)
}

/// Takes the element out of its list.
pub(crate) fn delete(model: &mut Model) -> Vec<Effect> {
    let Some(path) = model.selected_row().map(|row| row.path.clone()) else {
        return Vec::new();
    };
    perform(model, &path, Change::Clear)
}

/// Whether the element can stand one place further down.
pub(crate) fn can_move_down(model: &Model) -> bool {
    element(model).is_some_and(|(list, at)| at + 1 < length(model, &list))
}

/// Whether the element can stand one place further up.
pub(crate) fn can_move_up(model: &Model) -> bool {
    element(model).is_some_and(|(_, at)| at > 0)
}

/// Puts the element one place further down.
pub(crate) fn move_down(model: &mut Model) -> Vec<Effect> {
    shift(model, |at| at + 1)
}

/// Puts the element one place further up.
pub(crate) fn move_up(model: &mut Model) -> Vec<Effect> {
    shift(model, |at| at.saturating_sub(1))
}

fn shift(model: &mut Model, place: fn(usize) -> usize) -> Vec<Effect> {
    let Some((list, from)) = element(model) else {
        return Vec::new();
    };
    let to = place(from);
    let effects = perform(model, &list.then_index(from), Change::Move(to));
    if !effects.is_empty() {
        trade(model, &list, (from, to));
        let here = model.selected_row().map(|row| row.path.clone());
        let depth = list.0.len();
        if let Some(mut here) = here {
            here.0.splice(depth..=depth, [Step::Index(to)]);
            model.after_change = AfterChange::Row(here);
        }
    }
    effects
}

/// What is unfolded of two elements that change places stays unfolded.
fn trade(model: &mut Model, list: &Path, (from, to): (usize, usize)) {
    let opened = std::mem::take(&mut model.sheet.view.opened);
    let depth = list.0.len();
    let traded = opened.into_iter().map(|mut path| {
        let is_inside = path.0.starts_with(&list.0);
        if let Some(Step::Index(index)) = path.0.get_mut(depth).filter(|_| is_inside) {
            if *index == from {
                *index = to;
            } else if *index == to {
                *index = from;
            }
        }
        path
    });
    model.sheet.view.opened = traded.collect();
}

/// Whether there is an element to copy.
pub(crate) fn can_duplicate(model: &Model) -> bool {
    element(model).is_some()
}

/// Puts a copy of the element behind it; what tells elements apart is asked for anew.
pub(crate) fn duplicate(model: &mut Model) -> Vec<Effect> {
    let Some((list, at)) = element(model) else {
        return Vec::new();
    };
    let row = model.sheet.rows.iter().find(|row| row.path == list);
    let (Some(row), Some(items)) = (row.cloned(), items_of(model, &list)) else {
        return Vec::new();
    };
    if let Form::Record { .. } = items.form {
        card::copy_element(model, &row, (at, &items));
        return Vec::new();
    }
    let text = current_text(model, &list.then_index(at)).unwrap_or_default();
    let prompt = Prompt {
        title: row.title,
        schema: items,
        goal: Goal::Insert(list.clone(), at + 1),
        problem: None,
    };
    crate::tui::update::ask::open_with(model, prompt, &list.then_index(at), &text);
    Vec::new()
}

/// After a change: the cursor goes where it was to go.
pub(super) fn follow(model: &mut Model) {
    match std::mem::take(&mut model.after_change) {
        AfterChange::Stay => {}
        AfterChange::Row(path) => {
            let place = model.sheet.rows.iter().position(|row| row.path == path);
            model.sheet.cursor.at = place.unwrap_or(model.sheet.cursor.at);
        }
        AfterChange::Open(path) => {
            look::show(model, path);
            model.screen = Screen::Desk;
            model.focus = Pane::Sheet;
        }
    }
}
