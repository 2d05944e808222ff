//! A value in the words of the public: names without codes, days with their unit.

use crate::catalog::Catalog;
use crate::catalog::standard::{Form, Schema};
use crate::report::meaning;
use crate::text::{Message, Words, words};
use crate::yaml::{Shape, Value};

const WORKING: Words = words("{n} 个工作日", "{n} working days");
const CALENDAR: Words = words("{n} 天", "{n} days");

/// What a value says.
pub(super) fn said(
    catalog: &Catalog,
    key: &str,
    schema: Option<&Schema>,
    value: Value<'_>,
) -> Message {
    match value.shape() {
        Shape::Sequence => {
            let items = match schema.map(|schema| &schema.form) {
                Some(Form::List { items, .. }) => Some(&**items),
                _ => None,
            };
            joined(
                value.items().map(|item| said(catalog, key, items, item)),
                words("、", ", "),
            )
        }
        Shape::Mapping if value.get("days").is_some() => days(value),
        Shape::Mapping => {
            let entries = value.entries().filter_map(|entry| {
                let key = entry.key.text()?;
                let schema = schema.and_then(|schema| schema.property(key));
                Some(said(
                    catalog,
                    key,
                    schema.map(|schema| &**schema),
                    entry.value,
                ))
            });
            joined(entries, words("；", "; "))
        }
        Shape::Scalar => {
            let text = value.text().unwrap_or_default();
            meaning(catalog, key, schema, text).unwrap_or_else(|| Message::same(text.trim_end()))
        }
        Shape::Empty | Shape::Alias => Message::default(),
    }
}

/// The value below a key of an element; empty if it is not there.
pub(super) fn part(
    catalog: &Catalog,
    schema: Option<&Schema>,
    item: Value<'_>,
    key: &str,
) -> Message {
    let schema = schema.and_then(|schema| schema.property(key));
    item.get(key).map_or_else(Message::default, |value| {
        said(catalog, key, schema.map(|schema| &**schema), value)
    })
}

/// A number of days with its unit.
fn days(value: Value<'_>) -> Message {
    let text = |key| value.get(key).and_then(|value| value.text()).unwrap_or("");
    let words = if text("unit") == "calendar" {
        CALENDAR
    } else {
        WORKING
    };
    words.with(&[("n", text("days"))])
}

/// Messages one after another; empty ones are passed over.
pub(super) fn joined(parts: impl Iterator<Item = Message>, between: Words) -> Message {
    let parts: Vec<Message> = parts.filter(|part| !part.zh.is_empty()).collect();
    between.join(&parts)
}
