//! Family X: where a level departs from the one above.

pub(super) mod x001_departs_from_above;
pub(super) mod x002_worse_than_above;
pub(super) mod x003_less_online_than_above;

mod shown;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::levels::{Difference, difference, differences};
use crate::rules::Pair;
use crate::rules::shape::is_well_shaped;

/// Whether a matter has, in a field, what the base catalog has: then it is the level between that departs.
pub(super) fn agrees_with_base(catalog: &Catalog, id: MatterId, field: Field) -> bool {
    let matter = catalog.matter(id);
    let base = matter.base_code().and_then(|code| catalog.base(code.value));
    let above = base.and_then(|base| effective_value(catalog, base, field));
    matter.value(field).zip(above).is_some_and(|(own, above)| {
        difference(&catalog.standard, field, own, above.value).is_none()
    })
}

/// The differences of a matter from the one above that are its own.
pub(super) fn own_differences(
    catalog: &Catalog,
    pair: Pair,
) -> impl Iterator<Item = Difference<'_>> {
    let is_own = move |difference: &Difference<'_>| {
        let schema = catalog.standard.field(difference.field);
        schema.is_some_and(|schema| is_well_shaped(difference.lower, schema))
            && !agrees_with_base(catalog, pair.lower, difference.field)
    };
    differences(catalog, pair.lower, pair.upper)
        .into_iter()
        .filter(is_own)
}

/// How sure the standard is that a field follows its policy: `true` for what is read off official texts or
/// real data, `false` for what is only recalled. Nothing is said where the sources conflict.
fn is_sure(standard: &Standard, field: Field) -> Option<bool> {
    match &*standard.policy(field).confidence {
        "X" => None,
        "C" => Some(false),
        _ => Some(true),
    }
}
