//! What a field gives to a guide: its value in effect, where that comes from, and whether it must be there.

use crate::catalog::standard::Policy;
use crate::catalog::{Catalog, Effective, Field, Floor, MatterId, effective_value};
use crate::report::guide::GuideLine;
use crate::report::guide::values::said;
use crate::text::{Message, Words, words};
use crate::yaml::Value;

const BASE: Words = words("基本目录", "base catalog");

/// Composes the guide to one matter.
pub(super) struct Composer<'c> {
    pub(super) catalog: &'c Catalog,
    id: MatterId,
    /// The family of the type in effect; empty if the type is unknown.
    family: &'c str,
}

impl<'c> Composer<'c> {
    pub(super) fn new(catalog: &'c Catalog, id: MatterId) -> Composer<'c> {
        let kind = effective_value(catalog, id, Field::Type).and_then(|kind| kind.value.text());
        let named = kind.and_then(|kind| catalog.standard.kind(kind));
        Composer {
            catalog,
            id,
            family: named.map_or("", |named| &named.family),
        }
    }

    /// The name in effect; the name of the file without one.
    pub(super) fn name(&self) -> Message {
        let stem = self.catalog.matter(self.id).file.stem();
        Message::same(self.text(Field::Name).unwrap_or(stem))
    }

    /// The division and the body, as far as they are known.
    pub(super) fn place(&self) -> Message {
        let registers = &self.catalog.registers;
        let division = self.text(Field::Division);
        let division =
            division.map(|code| registers.division(code).map_or(code, |found| &found.name));
        let body = self.text(Field::Body);
        let body = body.map(|code| registers.body(code).map_or(code, |found| &found.name));
        let parts: Vec<&str> = division.into_iter().chain(body).collect();
        Message::same(&parts.join(" · "))
    }

    /// The value of a field in effect.
    pub(super) fn value(&self, field: Field) -> Option<Value<'c>> {
        self.effective(field).map(|effective| effective.value)
    }

    fn effective(&self, field: Field) -> Option<Effective<'c>> {
        effective_value(self.catalog, self.id, field)
    }

    /// The text of a field in effect.
    pub(super) fn text(&self, field: Field) -> Option<&'c str> {
        self.value(field)?.text()
    }

    /// Whether a field says yes.
    pub(super) fn is_true(&self, field: Field) -> Option<bool> {
        match self.text(field)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// The elements of a list in effect.
    pub(super) fn items(&self, field: Field) -> Vec<Value<'c>> {
        let list = self.value(field);
        list.map(|list| list.items().collect()).unwrap_or_default()
    }

    /// Whether a whole guide tells a field: the standard requires it of matters of this family, and a matter
    /// of this floor can state or inherit it.
    fn is_needed(&self, field: Field) -> bool {
        let policy: &Policy = self.catalog.standard.policy(field);
        let is_of_family = policy.families.is_empty()
            || policy.families.iter().any(|family| family == self.family);
        let is_local = self.catalog.matter(self.id).floor == Floor::Local;
        policy.required && is_of_family && (is_local || policy.inherits)
    }

    /// The level that states a field, if it is not the matter itself.
    fn source(&self, field: Field) -> Option<Message> {
        let source = self.effective(field)?.source;
        if source == self.id {
            return None;
        }
        let matter = self.catalog.matter(source);
        if matter.floor == Floor::Base {
            return Some(BASE.into());
        }
        let code = matter.division().unwrap_or_default();
        let division = self.catalog.registers.division(code);
        Some(Message::same(
            division.map_or(code, |division| &division.name),
        ))
    }

    /// A line that tells a text of a field.
    pub(super) fn line(&self, field: Field, label: Words, text: Message) -> GuideLine {
        GuideLine {
            label: Some(label.into()),
            ..self.item(field, text)
        }
    }

    /// A line for an element of a list.
    pub(super) fn item(&self, field: Field, text: Message) -> GuideLine {
        GuideLine {
            label: None,
            text: Some(text),
            depth: 0,
            source: self.source(field),
            field,
        }
    }

    /// A line for something that belongs to an element.
    pub(super) fn below(&self, field: Field, label: Message, text: Message) -> GuideLine {
        GuideLine {
            label: Some(label),
            depth: 1,
            ..self.item(field, text)
        }
    }

    /// What a field says under a label; a gap if it must be there and is not; else nothing.
    pub(super) fn field(&self, field: Field, label: Words) -> Option<GuideLine> {
        let schema = self.catalog.standard.field(field);
        let value = self.value(field);
        let text = value.map(|value| said(self.catalog, field.key(), schema.map(|s| &**s), value));
        match text.filter(|text| !text.zh.trim().is_empty()) {
            Some(text) => Some(self.line(field, label, text)),
            None => self.gap(field, label),
        }
    }

    /// A gap, if a field must be there and is not.
    pub(super) fn gap(&self, field: Field, label: Words) -> Option<GuideLine> {
        (self.is_needed(field) && self.value(field).is_none()).then(|| GuideLine {
            label: Some(label.into()),
            text: None,
            depth: 0,
            source: None,
            field,
        })
    }
}
