//! What a matter's file approves: differences that may stand, and exceptions.

use crate::catalog::{Field, File};
use crate::text::Span;
use crate::yaml::{Data, Value};

/// 批准: one thing that someone approved.
#[derive(Clone, Debug)]
pub struct Ruling<'f> {
    /// The entry.
    pub value: Value<'f>,
    /// What it says.
    pub data: Data,
    /// Who approved it, as it is written; empty if nobody.
    pub by: &'f str,
    /// Where that is written, or else where the entry is.
    pub span: Span,
}

/// What the file of a matter approves, in the order of the file.
pub fn rulings(file: &File) -> Vec<Ruling<'_>> {
    let items = |field| {
        let list = file.value(field).into_iter();
        list.flat_map(|list| list.items())
    };
    let approved = items(Field::Decisions).filter(|entry| {
        let action = entry.get("action");
        action.is_some_and(|action| action.says("approve"))
    });
    approved
        .chain(items(Field::Exceptions))
        .map(ruling)
        .collect()
}

fn ruling(value: Value<'_>) -> Ruling<'_> {
    let by = value.get("by");
    Ruling {
        value,
        data: Data::of(value),
        by: by.and_then(|by| by.text()).unwrap_or_default(),
        span: by.unwrap_or(value).span(),
    }
}
