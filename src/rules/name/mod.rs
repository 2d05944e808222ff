//! Family N: how a matter is called. A wrong name gives one finding: beside an upper name it is compared
//! with that, and only a name that stands alone is judged by its own form.

pub(super) mod n001_name_written_otherwise;
pub(super) mod n002_half_width_punctuation;
pub(super) mod n003_level_in_name;
pub(super) mod n004_unwanted_in_name;
pub(super) mod n005_other_name;

mod flaw;

use crate::catalog::{Field, MatterId, effective_value};
use crate::levels::{Difference, difference};
use crate::rules::Report;
use crate::rules::level::agrees_with_base;
use crate::rules::shape::is_well_shaped;
use crate::text::Spanned;

/// The name a matter states itself, if no upper matter has one to compare it with.
fn lone_name<'c>(id: MatterId, report: &Report<'c>) -> Option<Spanned<&'c str>> {
    let catalog = report.catalog;
    let upper = catalog.upper(id);
    let above = upper.and_then(|upper| effective_value(catalog, upper, Field::Name));
    catalog.matter(id).name().filter(|_| above.is_none())
}

/// How a name departs from the one above; `None` if it is that of the base catalog after all.
fn name_difference<'c>(
    lower: MatterId,
    upper: MatterId,
    report: &Report<'c>,
) -> Option<Difference<'c>> {
    let catalog = report.catalog;
    let own = catalog.matter(lower).value(Field::Name)?;
    let above = effective_value(catalog, upper, Field::Name)?;
    let schema = catalog.standard.field(Field::Name)?;
    if !is_well_shaped(own, schema) {
        return None;
    }
    difference(&catalog.standard, Field::Name, own, above.value)
        .filter(|_| !agrees_with_base(catalog, lower, Field::Name))
}
