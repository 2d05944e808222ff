//! Inheritance by silence: what a matter says once the matters above have filled its gaps.

use crate::catalog::{Catalog, Field, MatterId};
use crate::yaml::{Shape, Value};

/// 有效值: the value of one field, and the matter that states it.
#[derive(Clone, Copy, Debug)]
pub struct Effective<'c> {
    /// The field.
    pub field: Field,
    /// Its value.
    pub value: Value<'c>,
    /// Who states it: the matter itself or one above.
    pub source: MatterId,
}

/// The value a field has in effect: the matter's own, else that of the nearest matter above that states it.
/// A field that is a place's own business (an address, a telephone) is never inherited.
pub fn effective_value(catalog: &Catalog, id: MatterId, field: Field) -> Option<Effective<'_>> {
    let stated = |source| {
        let value = catalog.matter(source).value(field)?;
        (value.shape() != Shape::Empty).then_some(Effective {
            field,
            value,
            source,
        })
    };
    stated(id).or_else(|| {
        let inherits = catalog.standard.policy(field).inherits;
        inherits.then(|| catalog.uppers(id).find_map(stated))?
    })
}

/// The text a field has in effect, and who states it; `None` where what is stated is no text. Of a field that
/// [`Facts::tell`](crate::catalog::Facts::tell) of, no file needs to be read for it.
pub fn effective_text(catalog: &Catalog, id: MatterId, field: Field) -> Option<(&str, MatterId)> {
    let inherits = catalog.standard.policy(field).inherits;
    let above = catalog.uppers(id).filter(|_| inherits);
    for source in std::iter::once(id).chain(above) {
        let matter = catalog.matter(source);
        if let Some(text) = matter.text(field) {
            return Some((text.value, source));
        }
        let value = matter.value(field);
        if value.is_some_and(|value| value.shape() != Shape::Empty) {
            return None;
        }
    }
    None
}

/// The whole effective record, in the order of the fields.
pub fn effective(catalog: &Catalog, id: MatterId) -> Vec<Effective<'_>> {
    Field::all()
        .filter_map(|field| effective_value(catalog, id, field))
        .collect()
}
