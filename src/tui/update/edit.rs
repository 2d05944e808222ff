//! Editing the matter shown: from a row to an editor, from an editor to an intent.

use crate::catalog::standard::Form;
use crate::text::{Message as Saying, words};
use crate::tui::dialogs::{Goal, Prompt};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, Origin, Place, Row, RowKind, intent, value_at};
use crate::tui::model::{AfterChange, Model, Notice};
use crate::tui::update::ask::{current_text, open_editor};
use crate::tui::update::{card, dispute, list, many, refresh};
use crate::yaml::{Data, Path, Step};

/// Whether Enter does something at the row.
pub(crate) fn can_edit(model: &Model) -> bool {
    let fixed = [RowKind::File, RowKind::Section, RowKind::Unknown];
    row(model).is_some_and(|row| !fixed.contains(&row.kind)) || dispute::is_left_here(model)
}

/// Opens the editor for the row, or unfolds what it holds; where a merge has left both sides, asks which is taken.
pub(crate) fn edit(model: &mut Model) -> Vec<Effect> {
    if dispute::is_left_here(model) {
        return dispute::ask(model);
    }
    let Some(row) = row(model).cloned() else {
        return Vec::new();
    };
    let Some(schema) = row.schema.clone() else {
        return unfold(model);
    };
    match row.kind {
        RowKind::Flag => flip(model, &row),
        RowKind::List => list::add(model),
        RowKind::Record if card::holds_all(&schema) => {
            card::edit_group(model, &row, row.title.clone());
            Vec::new()
        }
        RowKind::Record => unfold(model),
        // A citation is one thing: law and article are changed together.
        RowKind::Element if schema.property("law").is_some() => {
            let title = title(model, &row);
            card::edit_group(model, &row, title);
            Vec::new()
        }
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

/// An element of a list is called by the list and its number.
pub(super) fn title(model: &Model, row: &Row) -> Saying {
    let above = list::list_of(model, &row.path).filter(|_| row.kind == RowKind::Element);
    match above {
        Some(list) => Saying {
            zh: format!("{} {}", list.title.zh, row.title.zh),
            en: format!("{} {}", list.title.en, row.title.en),
        },
        None => row.title.clone(),
    }
}

/// Yes becomes no; anything else becomes yes.
fn flip(model: &mut Model, row: &Row) -> Vec<Effect> {
    let is_yes = current_text(model, &row.path).as_deref() == Some("true");
    perform(model, &row.path, Change::Set(Data::Bool(!is_yes)))
}

/// Turns a change at a path of the matter shown into an effect.
pub(super) fn perform(model: &mut Model, path: &Path, change: Change) -> Vec<Effect> {
    if std::mem::take(&mut model.many.asks) {
        return many::change(model, path.clone(), change);
    }
    model.after_change = goes_to(model, path, &change);
    let intent = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        intent(catalog, Place { id, path }, change)
    });
    if let Some(intent) = intent {
        return model.change(Effect::Apply(vec![intent]));
    }
    model.after_change = AfterChange::Stay;
    Vec::new()
}

/// A new element is what one wants to see next.
fn goes_to(model: &Model, path: &Path, change: &Change) -> AfterChange {
    let index = match change {
        Change::Insert(at, _) => *at,
        Change::Add(_) => {
            let place = |id| Place { id, path };
            let catalog = model.catalog();
            let list = catalog.and_then(|catalog| value_at(catalog, place(model.matter()?)));
            list.map_or(0, |list| list.items().len())
        }
        _ => return AfterChange::Stay,
    };
    AfterChange::Row(path.then_index(index))
}

/// The field of the row that could have its own value or the one from above.
fn turnable(model: &Model) -> Option<(Path, Change)> {
    let key = row(model)?.path.0.first()?.clone();
    let path = Path(vec![key]);
    let field = model.sheet.rows.iter().find(|row| row.path == path)?;
    match field.origin {
        Origin::Inherited => Some((path, Change::TakeOver)),
        Origin::Own if field.above.is_some() => Some((path, Change::Clear)),
        _ => None,
    }
}

/// Whether a matter above states the row's field.
pub(crate) fn can_turn_over(model: &Model) -> bool {
    turnable(model).is_some()
}

/// Gives the matter its own value, to begin with the one from above; or drops its own, so that the one from
/// above is in effect again.
pub(crate) fn turn_over(model: &mut Model) -> Vec<Effect> {
    let Some((path, change)) = turnable(model) else {
        return Vec::new();
    };
    let said = match change {
        Change::TakeOver => words(
            "已改为本级自有的值，按 Enter 修改",
            "now its own value; Enter changes it",
        ),
        _ => words("已沿用上级的值", "now the value from above"),
    };
    let effects = perform(model, &path, change);
    if !effects.is_empty() {
        model.after_change = AfterChange::Row(path);
        model.notice = Some(Notice::done(said));
    }
    effects
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
