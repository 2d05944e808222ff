//! Family N: how a matter is called. A wrong name gives one finding: beside an upper name it is compared
//! with that, and only a name that stands alone is judged by its own form.

pub(super) mod n001_name_written_otherwise;
pub(super) mod n002_half_width_punctuation;
pub(super) mod n003_level_in_name;
pub(super) mod n004_unwanted_in_name;
pub(super) mod n005_other_name;

mod flaw;

use crate::catalog::{Field, MatterId, effective_value};
use crate::rules::Report;
use crate::text::Spanned;

/// The name a matter states itself, if no upper matter has one to compare it with.
fn lone_name<'c>(id: MatterId, report: &Report<'c>) -> Option<Spanned<&'c str>> {
    let catalog = report.catalog;
    let upper = catalog.upper(id);
    let above = upper.and_then(|upper| effective_value(catalog, upper, Field::Name));
    catalog.matter(id).name().filter(|_| above.is_none())
}
