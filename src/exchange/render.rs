//! What a cell says of a value. The same text is written out and compared with what comes in.

use serde_json::Value as Json;

use crate::catalog::standard::{Form, Schema};
use crate::yaml::Data;

/// What parts the codes of a list in a cell; other lists have an item to a line.
pub(super) const BETWEEN_CODES: &str = "、";

/// The text of a value in a cell; empty for nothing.
pub(super) fn render(data: &Data, schema: &Schema) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Bool(truth) => truth.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Text(text) => text.clone(),
        Data::List(items) => render_list(items, are_codes(schema)),
        Data::Map(_) => json(data).to_string(),
    }
}

/// Whether the items of a list are codes.
pub(super) fn are_codes(schema: &Schema) -> bool {
    match &schema.form {
        Form::List { items, .. } => match &items.form {
            Form::Text(form) => items.is_code || !form.choices.is_empty(),
            _ => false,
        },
        _ => false,
    }
}

fn render_list(items: &[Data], are_codes: bool) -> String {
    let item = |item: &Data| match item {
        Data::Text(text) if !text.starts_with('{') => text.clone(),
        Data::Int(number) => number.to_string(),
        other => json(other).to_string(),
    };
    let between = if are_codes { BETWEEN_CODES } else { "\n" };
    items.iter().map(item).collect::<Vec<_>>().join(between)
}

/// The text of a JSON value in a cell.
pub(super) fn render_json(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Array(items) => {
            let items = items.iter().map(|item| match item {
                Json::String(text) => text.clone(),
                other => other.to_string(),
            });
            items.collect::<Vec<_>>().join("\n")
        }
        other => other.to_string(),
    }
}

/// A value as JSON.
pub(super) fn json(data: &Data) -> Json {
    match data {
        Data::Empty => Json::Null,
        Data::Bool(truth) => Json::Bool(*truth),
        Data::Int(number) => Json::from(*number),
        Data::Text(text) => Json::from(text.as_str()),
        Data::List(items) => items.iter().map(json).collect(),
        Data::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| (key.clone(), json(value)));
            Json::Object(entries.collect())
        }
    }
}

/// A JSON value as the catalog would say it; `None` for a number that is not whole.
pub(super) fn of_json(value: &Json) -> Option<Data> {
    Some(match value {
        Json::Null => Data::Empty,
        Json::Bool(truth) => Data::Bool(*truth),
        Json::Number(number) => Data::Int(number.as_i64()?),
        Json::String(text) => Data::from(text.as_str()),
        Json::Array(items) => Data::List(items.iter().map(of_json).collect::<Option<_>>()?),
        Json::Object(entries) => {
            let entry = |(key, value): (&String, &Json)| Some((key.clone(), of_json(value)?));
            Data::Map(entries.iter().map(entry).collect::<Option<_>>()?)
        }
    })
}
