//! What is asked for by a card: an element, the copy of one, a group.

use std::sync::Arc;

use crate::catalog::Field;
use crate::catalog::standard::{Form, Schema};
use crate::text::Message as Saying;
use crate::tui::dialogs::{Card, CardGoal, Entry, Slot};
use crate::tui::form::{Place, Row, value_at};
use crate::tui::model::Model;
use crate::tui::update::card::slots::slots;
use crate::tui::update::card::{open, show};
use crate::tui::widgets::TextField;
use crate::yaml::{Data, Path, Value};

/// Asks for one more element of a list.
pub(in crate::tui::update) fn add_element(model: &mut Model, list: &Row, items: &Arc<Schema>) {
    let path = list.path.then_index(usize::MAX);
    let mut slots = slots(model, &path, items, None);
    propose_code(model, &list.path, &mut slots);
    let goal = CardGoal::Element {
        list: list.path.clone(),
        at: None,
        rest: Vec::new(),
    };
    open(model, Card::new(list.title.clone(), goal, slots));
}

/// Asks for what must tell the copy of an element from the element.
pub(in crate::tui::update) fn copy_element(
    model: &mut Model,
    list: &Row,
    (at, items): (usize, &Arc<Schema>),
) {
    let path = list.path.then_index(at);
    let element = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        value_at(catalog, Place { id, path: &path })
    });
    let Some(element) = element else { return };
    let identity = identity(list);
    let is_asked = |key: &str| identity.iter().any(|name| **name == *key);
    let mut slots = slots(model, &path, items, Some(element));
    slots.retain(|slot| is_asked(&slot.key));
    let rest = match Data::of(element) {
        Data::Map(entries) => entries,
        _ => Vec::new(),
    };
    let goal = CardGoal::Element {
        list: list.path.clone(),
        at: Some(at + 1),
        rest,
    };
    propose_code(model, &list.path, &mut slots);
    let title = Saying {
        zh: format!("复制：{}", list.title.zh),
        en: format!("Copy: {}", list.title.en),
    };
    let mut card = Card::new(title, goal, slots);
    // Of law and article, mostly the article is another one.
    card.at = card.slots.len().saturating_sub(1);
    show(model, card);
}

/// Asks for one more element of a list of many matters.
pub(in crate::tui::update) fn ask_element(
    model: &mut Model,
    title: Saying,
    (list, items): (Path, &Schema),
) {
    let slots = slots(model, &list.then_index(usize::MAX), items, None);
    let goal = CardGoal::Element {
        list,
        at: None,
        rest: Vec::new(),
    };
    open(model, Card::new(title, goal, slots));
}

/// Asks for the values of a group of many matters.
pub(in crate::tui::update) fn ask_group(
    model: &mut Model,
    title: Saying,
    (path, schema): (Path, &Schema),
) {
    let mut slots = slots(model, &path, schema, None);
    choose_unit(&mut slots);
    let mut card = Card::new(title, CardGoal::Group(path), slots);
    card.at = 0;
    show(model, card);
}

/// The keys that tell the elements of a list apart.
pub(super) fn identity(list: &Row) -> Vec<Box<str>> {
    match list.schema.as_ref().map(|schema| &schema.form) {
        Some(Form::List { identity, .. }) => identity.clone(),
        _ => Vec::new(),
    }
}

/// A handling item has the code of its matter and the next number.
fn propose_code(model: &Model, list: &Path, slots: &mut [Slot]) {
    if *list != Path::key("handling_items") {
        return;
    }
    let next = next_item_code(model).unwrap_or_default();
    if let Some(slot) = slots.iter_mut().find(|slot| *slot.key == *"code") {
        slot.entry = Entry::Typed(Box::new(TextField::line(&next)));
    }
}

/// The code of the matter and the number after the highest.
fn next_item_code(model: &Model) -> Option<String> {
    let catalog = model.catalog()?;
    let matter = catalog.matter(model.matter()?);
    let code = matter.code()?.value;
    let items = matter.value(Field::HandlingItems).into_iter();
    let serial = |item: Value<'_>| {
        let stated = item.get("code")?.text()?;
        stated.strip_prefix(code)?.parse::<u32>().ok()
    };
    let last = items.flat_map(|list| list.items()).filter_map(serial).max();
    Some(format!("{code}{:02}", last.unwrap_or(0) + 1))
}

/// Asks for the values of a group together.
pub(in crate::tui::update) fn edit_group(model: &mut Model, row: &Row, title: Saying) {
    let Some(schema) = row.schema.clone() else {
        return;
    };
    let now = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        value_at(
            catalog,
            Place {
                id,
                path: &row.path,
            },
        )
    });
    let mut slots = slots(model, &row.path, &schema, now);
    choose_unit(&mut slots);
    let mut card = Card::new(title, CardGoal::Group(row.path.clone()), slots);
    card.at = 0;
    show(model, card);
}

/// Of a number with its unit, the unit is mostly the first.
fn choose_unit(slots: &mut [Slot]) {
    if let [
        _,
        Slot {
            is_required: true,
            entry: Entry::Chosen { at: at @ None, .. },
            ..
        },
    ] = slots
    {
        *at = Some(0);
    }
}
