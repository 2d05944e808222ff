//! Cards: which values are asked for together, and what comes of them.

mod asked;
mod slots;
mod taken;

pub(super) use asked::{add_element, ask_element, ask_group, copy_element, edit_group};
pub(super) use slots::{holds_all, slot};
pub(super) use taken::accept_card;

use std::sync::Arc;

use crate::text::Message as Saying;
use crate::tui::dialogs::{Card, CardGoal, Dialog, Entry, Goal, Prompt, Slot};
use crate::tui::effect::Effect;
use crate::tui::form::{Above, choices, law_facts};
use crate::tui::model::Model;
use crate::tui::update::{ask, create};

/// Shows a card; a value that is still to be picked is asked for at once.
pub(super) fn open(model: &mut Model, card: Card) {
    let is_next = card.slot().is_some_and(|slot| {
        slot.is_required && matches!(&slot.entry, Entry::Picked { value, .. } if value.is_empty())
    });
    if is_next {
        pick(model, card);
    } else {
        show(model, card);
    }
}

/// Shows a card as it is.
pub(in crate::tui::update) fn show(model: &mut Model, mut card: Card) {
    refresh(model, &mut card);
    model.dialog = Some(Dialog::Card(card));
}

/// Opens the list of the value that has the keys.
fn pick(model: &mut Model, card: Card) {
    let Some(slot) = card.slot().cloned() else {
        return;
    };
    let prompt = Prompt {
        title: slot.title.clone(),
        schema: Arc::clone(&slot.schema),
        goal: Goal::Slot(Box::new(card)),
        problem: None,
    };
    ask::open_with(model, prompt, &slot.path, &slot.text());
}

/// Takes what was picked, and goes on.
pub(super) fn picked(model: &mut Model, mut card: Card, value: String) {
    let slot = card.slot().cloned();
    let listed = slot.and_then(|slot| choices(model.catalog()?, &slot.path, &slot.schema));
    let offers = listed.map(|listed| listed.options).unwrap_or_default();
    let known = offers.into_iter().find(|offer| offer.value == value);
    let label = known.map_or_else(|| Saying::same(&value), |offer| offer.label);
    card.take(value, label);
    open(model, card);
}

/// Works out anew what is known of what was chosen.
fn refresh(model: &Model, card: &mut Card) {
    let Some(catalog) = model.catalog() else {
        return;
    };
    let law = law_facts(catalog, &card.text("law"));
    card.facts = match &card.goal {
        CardGoal::NewLocal => vec![create::code_said(model, card)],
        CardGoal::Group(path) => {
            let row = model.sheet.rows.iter().find(|row| row.path == *path);
            let above = row.and_then(|row| row.above.as_ref());
            vec![law, above.map(Above::line).unwrap_or_default()]
        }
        _ => vec![law],
    };
    card.facts.retain(|fact| !fact.zh.is_empty());
}

/// Whether the value with the keys is one of a few, or of a list.
pub(crate) fn can_turn(model: &Model) -> bool {
    let Some(Dialog::Card(card)) = &model.dialog else {
        return false;
    };
    let slot = card.slot();
    slot.is_some_and(|slot| !matches!(slot.entry, Entry::Typed(_)))
}

/// Takes another of a few, or opens the list.
pub(crate) fn turn(model: &mut Model, steps: isize) -> Vec<Effect> {
    let Some(Dialog::Card(mut card)) = model.dialog.take() else {
        return Vec::new();
    };
    let is_listed = |slot: &Slot| matches!(slot.entry, Entry::Picked { .. });
    if steps > 0 && card.slot().is_some_and(is_listed) {
        pick(model, card);
        return Vec::new();
    }
    card.turn(steps);
    card = create::follow_kind(model, card);
    refresh(model, &mut card);
    model.dialog = Some(Dialog::Card(card));
    Vec::new()
}
