//! The values of a record as lines of a card.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::text::Message as Saying;
use crate::tui::dialogs::{Entry, Slot};
use crate::tui::form::choices;
use crate::tui::model::Model;
use crate::tui::widgets::TextField;
use crate::yaml::{Path, Value};

/// Most values on one card; what has more is asked for what it must have, and some of the rest.
const MOST: usize = 8;
/// Most choices that are gone through without a list.
const FEW: usize = 9;

/// The keys of a record that go on a card: what it must have, and of the rest what fits on a line.
fn keys(schema: &Schema) -> Vec<Box<str>> {
    let Form::Record {
        properties,
        required,
        ..
    } = &schema.form
    else {
        return Vec::new();
    };
    let mut room = MOST.saturating_sub(required.len());
    let mut fits = |key: &str, schema: &Schema| {
        if required.iter().any(|name| **name == *key) {
            return true;
        }
        let is_short = !schema.is_multiline && !is_whole(schema) && room > 0;
        room -= usize::from(is_short);
        is_short
    };
    let keys = properties.iter();
    keys.filter(|(key, schema)| fits(key, schema))
        .map(|(key, _)| key.clone())
        .collect()
}

fn is_whole(schema: &Schema) -> bool {
    matches!(schema.form, Form::List { .. } | Form::Record { .. })
}

/// Whether all of a group fits on a card.
pub(in crate::tui::update) fn holds_all(schema: &Schema) -> bool {
    matches!(&schema.form, Form::Record { properties, .. } if properties.len() == keys(schema).len())
}

/// A value of a card as it stands.
pub(in crate::tui::update) fn slot(
    model: &Model,
    path: Path,
    (key, schema): (&str, &Arc<Schema>),
    (is_required, now): (bool, &str),
) -> Slot {
    let listed = model
        .catalog()
        .and_then(|catalog| choices(catalog, &path, schema));
    let entry = match listed {
        Some(listed) if !listed.is_open && listed.options.len() <= FEW => {
            Entry::chosen(listed.options, now)
        }
        Some(listed) => {
            let known = listed.options.into_iter().find(|offer| offer.value == now);
            Entry::Picked {
                label: known.map_or_else(|| Saying::same(now), |offer| offer.label),
                value: now.to_owned(),
            }
        }
        None => Entry::Typed(Box::new(TextField::line(now))),
    };
    Slot {
        key: key.into(),
        title: schema.title.clone(),
        schema: Arc::clone(schema),
        path,
        is_required,
        entry,
    }
}

/// The values of a record that go on a card, as they stand in a value.
pub(super) fn slots(
    model: &Model,
    path: &Path,
    schema: &Schema,
    now: Option<Value<'_>>,
) -> Vec<Slot> {
    let keys = keys(schema);
    let is_required = |key: &str| matches!(&schema.form, Form::Record { required, .. } if required.iter().any(|name| **name == *key));
    let slot = |key: Box<str>| {
        let inner = schema.property(&key)?;
        let stated = now
            .and_then(|now| now.get(&key))
            .and_then(|value| value.text());
        // What has several lines would be torn on a line of a card.
        if stated.is_some_and(|text| text.contains('\n')) {
            return None;
        }
        let state = (is_required(&key), stated.unwrap_or_default());
        Some(slot(model, path.then_key(&key), (&key, inner), state))
    };
    keys.into_iter().filter_map(slot).collect()
}
