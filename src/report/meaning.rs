//! What a value stands for: the name behind a code.

use crate::catalog::Catalog;
use crate::catalog::standard::{Form, Named, Schema};
use crate::text::{Message, Words, words};

const YES: Words = words("是", "yes");
const NO: Words = words("否", "no");

/// What the text of a value means; `None` where it says all by itself. `key` is the key it stands under.
pub fn meaning(
    catalog: &Catalog,
    key: &str,
    schema: Option<&Schema>,
    text: &str,
) -> Option<Message> {
    let standard = &catalog.standard;
    match key {
        "type" => standard.kind(text).map(Named::name),
        "department" | "lead_department" => standard.department(text).map(Named::name),
        "body" => catalog
            .registers
            .body(text)
            .map(|body| Message::same(&body.name)),
        "division" => catalog
            .registers
            .division(text)
            .map(|division| Message::same(&division.name)),
        "base_code" => {
            let base = catalog.matter(catalog.base(text)?);
            base.name().map(|name| Message::same(name.value))
        }
        _ => choice(schema?, text),
    }
}

fn choice(schema: &Schema, text: &str) -> Option<Message> {
    match (&schema.form, text) {
        (Form::Boolean, "true") => Some(YES.into()),
        (Form::Boolean, "false") => Some(NO.into()),
        _ => schema
            .choice(text)
            .filter(|title| !title.zh.is_empty())
            .cloned(),
    }
}
