//! Choosing between two sides that changed the same: what someone else changed on disk meanwhile, and what a merge
//! has left in the values of a file.

use std::sync::Arc;

use crate::catalog::FileKind;
use crate::catalog::standard::{Form, Schema};
use crate::merge::{Clash, ClashPlace, Side};
use crate::session;
use crate::text::{Message as Saying, conflicts, settled};
use crate::tui::dialogs::{Dialog, DisputeForm, Goal, Prompt, place};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Screen};
use crate::tui::update::ask::open_with;
use crate::yaml::Path;

/// The rule that tells of what a merge has left.
const RULE: &str = "S025";

/// What a merge has left where the cursor is: the file, and the value in it.
fn left_here(model: &Model) -> Option<(Box<str>, Path)> {
    if model.screen == Screen::Findings {
        let finding = model.panel.finding(&model.findings)?;
        let at = finding.file.document().way_to(finding.span.start);
        return (finding.rule == RULE).then(|| (finding.file.path.clone(), at));
    }
    let row = model.selected_row()?;
    let is_left = !conflicts(&row.text.zh).is_empty();
    is_left.then(|| Some((model.sheet.path.clone()?, row.path.clone())))?
}

/// Whether a merge has left a choice where the cursor is.
pub(crate) fn is_left_here(model: &Model) -> bool {
    left_here(model).is_some()
}

/// Asks what is to be taken of what a merge has left in the file, first where the cursor is.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    if let (Some((path, at)), Some(catalog)) = (left_here(model), model.catalog()) {
        let left = session::unsettled(catalog, &path);
        if !left.is_empty() {
            model.dialog = Some(Dialog::Dispute(DisputeForm::of_merge(&path, left, &at)));
        }
    }
    Vec::new()
}

fn form(model: &Model) -> Option<&DisputeForm> {
    match &model.dialog {
        Some(Dialog::Dispute(form)) => Some(form),
        _ => None,
    }
}

/// Takes a side in the place shown.
pub(crate) fn choose(model: &mut Model, side: Side) -> Vec<Effect> {
    if let Some(Dialog::Dispute(form)) = &mut model.dialog {
        form.choose(side);
    }
    Vec::new()
}

/// Whether both sides can stand in the place shown.
pub(crate) fn takes_both(model: &Model) -> bool {
    form(model)
        .and_then(DisputeForm::clash)
        .is_some_and(Clash::takes_both)
}

/// Whether enough is chosen: everything that holds up a save, or something that a merge has left.
pub(crate) fn is_chosen(model: &Model) -> bool {
    form(model).is_some_and(|form| {
        let is_some = form.is_of_merge() && form.choices().iter().any(Option::is_some);
        is_some || form.chosen().is_some()
    })
}

/// Settles the file as chosen.
pub(crate) fn settle(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Dispute(form)) = model.dialog.take() else {
        return Vec::new();
    };
    let path = &form.disputed.path;
    if form.is_of_merge() {
        let intents = model
            .catalog()
            .map(|catalog| session::settling(catalog, path, form.choices()));
        return model.change(Effect::Apply(intents.unwrap_or_default()));
    }
    match form.chosen() {
        Some(choices) => model.change(Effect::Settle {
            path: form.disputed.path,
            choices,
        }),
        None => Vec::new(),
    }
}

/// The text that a merge has left in the place shown, where one can write another.
fn writable(model: &Model) -> Option<(Path, Arc<Schema>)> {
    let form = form(model).filter(|form| form.is_of_merge())?;
    let ClashPlace::Field(path) = &form.clash()?.place else {
        return None;
    };
    // An editor writes into the matter shown.
    let file = model
        .sheet
        .path
        .as_ref()
        .filter(|file| **file == form.disputed.path)?;
    let standard = &model.catalog()?.standard;
    let schema = standard.schema(FileKind::of(file))?.at(path)?;
    let is_text = matches!(schema.form, Form::Text(_));
    is_text.then(|| (path.clone(), Arc::clone(schema)))
}

/// Whether another text can be written in the place shown.
pub(crate) fn can_write(model: &Model) -> bool {
    writable(model).is_some()
}

/// Opens the editor on the text with both sides in it and no signs.
pub(crate) fn write(model: &mut Model) -> Vec<Effect> {
    let Some((path, schema)) = writable(model) else {
        return Vec::new();
    };
    let named = form(model).and_then(|form| {
        let clash = form.clash()?;
        Some(place(model, &form.disputed.path, clash))
    });
    let text = model.catalog().and_then(|catalog| {
        let file = catalog.file(model.sheet.path.as_deref()?)?;
        let text = file.document().at(&path)?.text()?;
        Some(settled(text, |at| {
            format!("{}{}", at.ours, at.theirs).into()
        }))
    });
    let prompt = Prompt {
        title: Saying::same(&named.unwrap_or_default()),
        schema,
        goal: Goal::Set(path.clone()),
        problem: None,
    };
    open_with(model, prompt, &path, &text.unwrap_or_default());
    Vec::new()
}
