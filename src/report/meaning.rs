//! What a value stands for: the name behind a code.

use crate::catalog::Catalog;
use crate::catalog::standard::Schema;
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
    let named = |named: &crate::catalog::standard::Named| named.name();
    let both = |name: &str| Message {
        zh: name.to_owned(),
        en: name.to_owned(),
    };
    match key {
        "type" => standard.kind(text).map(named),
        "department" | "lead_department" => standard.department(text).map(named),
        "body" => catalog.registers.body(text).map(|body| both(&body.name)),
        "division" => catalog
            .registers
            .division(text)
            .map(|division| both(&division.name)),
        "base_code" => {
            let base = catalog.matter(catalog.base(text)?);
            base.name().map(|name| both(name.value))
        }
        _ => choice(schema?, text),
    }
}

fn choice(schema: &Schema, text: &str) -> Option<Message> {
    use crate::catalog::standard::Form;
    match (&schema.form, text) {
        (Form::Boolean, "true") => Some(YES.into()),
        (Form::Boolean, "false") => Some(NO.into()),
        _ => schema
            .choice(text)
            .filter(|title| !title.zh.is_empty())
            .cloned(),
    }
}
