//! Editing the matter shown: from a row to an editor, from an editor to an intent.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::findings::{Finding, Safety};
use crate::text::Message as Saying;
use crate::tui::dialogs::{Goal, Prompt};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, Origin, Place, Row, RowKind, intent};
use crate::tui::model::{Model, Screen};
use crate::tui::update::ask::{current_text, gather, open_editor};
use crate::tui::update::refresh;
use crate::yaml::{Data, Path, Step};

/// Whether Enter does something at the row.
pub(crate) fn can_edit(model: &Model) -> bool {
    let fixed = [RowKind::File, RowKind::Section, RowKind::Unknown];
    row(model).is_some_and(|row| !fixed.contains(&row.kind))
}

/// Opens the editor for the row, or unfolds what it holds.
pub(crate) fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(row) = row(model).cloned() else {
        return Vec::new();
    };
    let Some(schema) = row.schema.clone() else {
        return unfold(model);
    };
    match row.kind {
        RowKind::Flag => flip(model, &row),
        RowKind::List => add(model),
        RowKind::Record if row.origin == Origin::Unset && has_required(&schema) => {
            gather(model, row.path, &schema, false)
        }
        RowKind::Record => unfold(model),
        RowKind::Element if matches!(schema.form, Form::Record { .. }) => unfold(model),
        _ => {
            let prompt = Prompt {
                title: title(model, &row),
                schema,
                goal: Goal::Set(row.path.clone()),
                problem: None,
            };
            open_editor(model, prompt, &row.path);
            Vec::new()
        }
    }
}

fn row(model: &Model) -> Option<&Row> {
    model.selected_row()
}

/// A text in a list is called by the list and its number.
fn title(model: &Model, row: &Row) -> Saying {
    let above = list_of(model, &row.path).filter(|_| row.kind == RowKind::Element);
    match above {
        Some(list) => Saying {
            zh: format!("{} {}", list.title.zh, row.title.zh),
            en: format!("{} {}", list.title.en, row.title.en),
        },
        None => row.title.clone(),
    }
}

fn has_required(schema: &Schema) -> bool {
    matches!(&schema.form, Form::Record { required, .. } if !required.is_empty())
}

/// Yes becomes no; anything else becomes yes.
fn flip(model: &mut Model, row: &Row) -> Vec<Effect> {
    let is_yes = current_text(model, &row.path).as_deref() == Some("true");
    perform(model, &row.path, Change::Set(Data::Bool(!is_yes)))
}

/// Turns a change at a path of the matter shown into an effect.
pub(super) fn perform(model: &mut Model, path: &Path, change: Change) -> Vec<Effect> {
    let intent = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        intent(catalog, Place { id, path }, change)
    });
    match intent {
        Some(intent) => model.change(Effect::Apply(vec![intent])),
        None => Vec::new(),
    }
}

/// The list that a row is the head of or lies in.
fn list_of<'m>(model: &'m Model, path: &Path) -> Option<&'m Row> {
    let rows = model.sheet.rows.iter();
    let lists = rows.filter(|row| row.kind == RowKind::List && path.0.starts_with(&row.path.0));
    lists.max_by_key(|row| row.path.0.len())
}

/// Whether the row is in a list that can grow.
pub(crate) fn can_add(model: &Model) -> bool {
    row(model).is_some_and(|row| list_of(model, &row.path).is_some())
}

/// Asks for one more element of the list.
pub(crate) fn add(model: &mut Model) -> Vec<Effect> {
    let list = row(model)
        .and_then(|row| list_of(model, &row.path))
        .cloned();
    let Some((list, schema)) = list.and_then(|list| Some((list.clone(), list.schema?))) else {
        return Vec::new();
    };
    let Form::List { items, .. } = &schema.form else {
        return Vec::new();
    };
    if let Form::Record { .. } = items.form {
        return gather(model, list.path, items, true);
    }
    let prompt = Prompt {
        title: list.title,
        schema: Arc::clone(items),
        goal: Goal::Add(list.path.clone()),
        problem: None,
    };
    open_editor(model, prompt, &list.path.then_index(0));
    Vec::new()
}

/// Whether the row is an element of a list.
pub(crate) fn can_delete(model: &Model) -> bool {
    row(model).is_some_and(|row| row.kind == RowKind::Element)
}

/// Takes the element out of its list.
pub(crate) fn delete(model: &mut Model) -> Vec<Effect> {
    cleared(model)
}

/// Whether the matter itself states the row's value and may do without.
pub(crate) fn can_clear(model: &Model) -> bool {
    let fixed = [RowKind::File, RowKind::Section, RowKind::Element];
    row(model).is_some_and(|row| {
        row.origin == Origin::Own && !fixed.contains(&row.kind) && !is_required(model, &row.path)
    })
}

fn is_required(model: &Model, path: &Path) -> bool {
    let Some((Step::Key(key), above)) = path.0.split_last() else {
        return true;
    };
    let rows = model.sheet.rows.iter();
    let group = rows
        .filter(|row| !above.is_empty() && row.path.0 == above)
        .find_map(|row| row.schema.clone());
    let whole = || {
        let catalog = model.catalog()?;
        let file = &catalog.matter(model.matter()?).file;
        catalog.standard.schema(file.kind).cloned()
    };
    let schema = group.or_else(whole);
    schema.is_some_and(|schema| match &schema.form {
        Form::Record { required, .. } => required.iter().any(|name| **name == **key),
        _ => false,
    })
}

/// Drops the value, so that the one from above is in effect again.
pub(crate) fn clear(model: &mut Model) -> Vec<Effect> {
    cleared(model)
}

fn cleared(model: &mut Model) -> Vec<Effect> {
    let Some(path) = row(model).map(|row| row.path.clone()) else {
        return Vec::new();
    };
    perform(model, &path, Change::Clear)
}

/// Whether the row sums up a group.
pub(crate) fn can_unfold(model: &Model) -> bool {
    row(model).is_some_and(|row| match row.kind {
        RowKind::Record => true,
        RowKind::Element => row
            .schema
            .as_ref()
            .is_some_and(|schema| matches!(schema.form, Form::Record { .. })),
        _ => false,
    })
}

/// Shows the values of a group one by one, or sums them up again.
pub(crate) fn unfold(model: &mut Model) -> Vec<Effect> {
    let Some(path) = row(model).map(|row| row.path.clone()) else {
        return Vec::new();
    };
    let opened = &mut model.sheet.view.opened;
    if !opened.remove(&path) {
        opened.insert(path);
    }
    refresh::sheet_rows(model);
    Vec::new()
}

/// The first finding here that can be put right by itself.
fn fixable(model: &Model) -> Option<&Finding> {
    let is_fixable = |finding: &&Finding| {
        finding
            .fix
            .as_ref()
            .is_some_and(|fix| fix.safety != Safety::Shown)
    };
    match model.screen {
        Screen::Findings => model
            .panel
            .finding(&model.findings)
            .map(AsRef::as_ref)
            .filter(is_fixable),
        _ => row(model)?.notes.iter().map(AsRef::as_ref).find(is_fixable),
    }
}

/// Whether a finding here can be put right by itself.
pub(crate) fn can_fix(model: &Model) -> bool {
    fixable(model).is_some()
}

/// Puts a finding right.
pub(crate) fn fix(model: &mut Model) -> Vec<Effect> {
    let fix = fixable(model).and_then(|finding| finding.fix.as_ref());
    match fix.map(|fix| fix.intents.clone()) {
        Some(intents) => model.change(Effect::Apply(intents)),
        None => Vec::new(),
    }
}

/// Whether there is a change to take back.
pub(crate) fn can_undo(model: &Model) -> bool {
    model.steps.done > 0
}

/// Whether a change was taken back.
pub(crate) fn can_redo(model: &Model) -> bool {
    model.steps.undone > 0
}

/// Takes the last change back.
pub(crate) fn undo(model: &mut Model) -> Vec<Effect> {
    model.change(Effect::Undo)
}

/// Does again what was taken back.
pub(crate) fn redo(model: &mut Model) -> Vec<Effect> {
    model.change(Effect::Redo)
}
