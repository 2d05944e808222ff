//! A matter with all it inherits, as the rules about guides look at it: what it says of a field, and whether
//! the matter itself says it or one above.

use crate::catalog::standard::Named;
use crate::catalog::{Catalog, Effective, Field, Matter, MatterId, effective_value};
use crate::yaml::{Shape, Value};

/// 有效记录: a matter and the values of the matters above that fill its gaps.
#[derive(Clone, Copy)]
pub(super) struct Record<'c> {
    catalog: &'c Catalog,
    id: MatterId,
}

impl<'c> Record<'c> {
    /// The record of a matter; `None` once the matter is cancelled, and nobody reads its guide.
    pub(super) fn of(catalog: &'c Catalog, id: MatterId) -> Option<Record<'c>> {
        let record = Record { catalog, id };
        (!record.matter().is_cancelled()).then_some(record)
    }

    /// The matter itself.
    pub(super) fn matter(self) -> &'c Matter {
        self.catalog.matter(self.id)
    }

    /// The value that the matter states itself.
    pub(super) fn own(self, field: Field) -> Option<Value<'c>> {
        let value = self.matter().value(field);
        value.filter(|value| value.shape() != Shape::Empty)
    }

    /// The first of some fields that the matter states itself. What is wrong between several fields is said
    /// where one of them is stated: there the combination is made.
    pub(super) fn first_own(self, fields: &[Field]) -> Option<Value<'c>> {
        fields.iter().find_map(|field| self.own(*field))
    }

    /// The value in effect, and who states it.
    pub(super) fn effective(self, field: Field) -> Option<Effective<'c>> {
        effective_value(self.catalog, self.id, field)
    }

    /// The value in effect.
    pub(super) fn value(self, field: Field) -> Option<Value<'c>> {
        self.effective(field).map(|effective| effective.value)
    }

    /// The text in effect.
    pub(super) fn text(self, field: Field) -> Option<&'c str> {
        self.value(field)?.text()
    }

    /// Yes or no in effect.
    pub(super) fn flag(self, field: Field) -> Option<bool> {
        match self.text(field)? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    /// The number in effect.
    pub(super) fn count(self, field: Field) -> Option<u32> {
        self.text(field)?.parse().ok()
    }

    /// Whether a list in effect holds a code; `None` without a list.
    pub(super) fn lists(self, field: Field, code: &str) -> Option<bool> {
        let list = self.value(field)?;
        (list.shape() == Shape::Sequence)
            .then(|| list.items().any(|item| item.text() == Some(code)))
    }

    /// The type in effect.
    pub(super) fn kind(self) -> Option<&'c Named> {
        self.catalog.standard.kind(self.text(Field::Type)?)
    }

    /// Whether people come with it: they apply, or are served.
    pub(super) fn is_for_visitors(self) -> bool {
        let family = self.kind().map(|kind| &*kind.family);
        matches!(family, Some("on_application" | "service"))
    }
}
