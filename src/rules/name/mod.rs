//! Family N: how a matter is called. A wrong name gives one finding: beside an upper name it is compared
//! with that, and only a name that stands alone is judged by its own form.

pub(super) mod n001_name_written_otherwise;
pub(super) mod n002_half_width_punctuation;
pub(super) mod n003_level_in_name;
pub(super) mod n004_unwanted_in_name;
pub(super) mod n005_other_name;
pub(super) mod n006_strange_character;
pub(super) mod n007_full_width_letter;
pub(super) mod n008_serial_number;
pub(super) mod n009_wrong_marks;
pub(super) mod n010_traditional_character;
pub(super) mod n011_long_name;
pub(super) mod n012_name_of_another_type;
pub(super) mod n013_sub_items_of_one_name;
pub(super) mod n014_one_matter_two_codes;
pub(super) mod n015_homonym;
pub(super) mod n016_look_alike_name;

mod flaw;
mod marks;
mod namesakes;
mod relation;
mod sameness;
mod serial;
mod strange;
mod width;

use crate::catalog::{Field, MatterId, effective_value};
use crate::rules::Report;
use crate::text::Spanned;

/// The name a matter states itself, if no upper matter has one to compare it with.
fn lone_name<'c>(id: MatterId, report: &Report<'c>) -> Option<Spanned<&'c str>> {
    let catalog = report.catalog;
    let name = catalog.matter(id).name()?;
    let upper = catalog.upper(id);
    let above = upper.and_then(|upper| effective_value(catalog, upper, Field::Name));
    above.is_none().then_some(name)
}
