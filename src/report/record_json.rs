//! The effective record of a matter for a machine. The form is a promise, as that of a check:
//!
//! ```json
//! {
//!   "version": 1, "lang": "zh", "code": "…", "floor": "local", "path": "catalog/local/…",
//!   "fields": [
//!     {"field": "name", "title": "事项名称", "value": "…",
//!      "source": {"floor": "base", "division": null, "path": "catalog/base/…", "line": 4}}
//!   ]
//! }
//! ```

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Effective, Floor, MatterId, effective};
use crate::report::json_text::to_text;
use crate::report::record::{field_schema, line_of};
use crate::text::Lang;
use crate::yaml::{Shape, Value};

/// The effective record as JSON.
pub fn record_json(catalog: &Catalog, id: MatterId, lang: Lang) -> String {
    let matter = catalog.matter(id);
    let fields = effective(catalog, id);
    to_text(&Record {
        version: 1,
        lang: lang.word(),
        code: matter.code().map_or("", |code| code.value),
        floor: floor_word(matter.floor),
        path: format!("catalog/{}", matter.file.path),
        fields: fields
            .iter()
            .map(|field| json_field(catalog, id, field, lang))
            .collect(),
    })
}

#[derive(Serialize)]
struct Record<'c> {
    version: u8,
    lang: &'static str,
    code: &'c str,
    floor: &'static str,
    path: String,
    fields: Vec<JsonField<'c>>,
}

#[derive(Serialize)]
struct JsonField<'c> {
    field: &'static str,
    title: &'c str,
    value: Json,
    source: JsonSource<'c>,
}

#[derive(Serialize)]
struct JsonSource<'c> {
    floor: &'static str,
    division: Option<&'c str>,
    path: String,
    line: usize,
}

fn json_field<'c>(
    catalog: &'c Catalog,
    id: MatterId,
    effective: &Effective<'c>,
    lang: Lang,
) -> JsonField<'c> {
    let schema = field_schema(catalog, id, effective.field);
    let source = catalog.matter(effective.source);
    JsonField {
        field: effective.field.key(),
        title: schema.map_or("", |schema| schema.title.of(lang)),
        value: json_value(schema.map(Arc::as_ref), effective.value),
        source: JsonSource {
            floor: floor_word(source.floor),
            division: source.division(),
            path: format!("catalog/{}", source.file.path),
            line: line_of(effective),
        },
    }
}

pub(super) fn floor_word(floor: Floor) -> &'static str {
    match floor {
        Floor::Base => "base",
        Floor::Local => "local",
    }
}

/// A value with the kinds that the schema gives it; what does not fit stays text.
pub(super) fn json_value(schema: Option<&Schema>, value: Value<'_>) -> Json {
    let text = value.text().unwrap_or("");
    match (value.shape(), schema.map(|schema| &schema.form)) {
        (Shape::Empty, _) => Json::Null,
        (Shape::Sequence, form) => {
            let items = match form {
                Some(Form::List { items, .. }) => Some(items.as_ref()),
                _ => None,
            };
            value.items().map(|item| json_value(items, item)).collect()
        }
        (Shape::Mapping, _) => {
            let entries = value.entries().map(|entry| {
                let key = entry.key.text().unwrap_or("");
                let property = schema.and_then(|schema| schema.property(key));
                (
                    key.to_owned(),
                    json_value(property.map(Arc::as_ref), entry.value),
                )
            });
            Json::Object(entries.collect::<Map<_, _>>())
        }
        (_, Some(Form::Integer { .. })) => parsed::<i64>(text),
        (_, Some(Form::Boolean)) => parsed::<bool>(text),
        _ => Json::from(text),
    }
}

fn parsed<T: std::str::FromStr + Into<Json>>(text: &str) -> Json {
    text.parse::<T>().map_or_else(|_| Json::from(text), T::into)
}
