//! Family T: the type of a matter.

pub(super) mod t001_unknown_type;
pub(super) mod t002_other_type;
pub(super) mod t003_field_of_another_type;
pub(super) mod t004_local_code_of_another_type;
pub(super) mod t005_one_name_two_types;
pub(super) mod t006_type_of_another_system;

mod dispute;
mod numbering;

pub(super) use numbering::system;

use crate::catalog::standard::Named;
use crate::catalog::{Field, MatterId, effective_text};
use crate::rules::Report;
use crate::rules::kind::dispute::dispute;

/// The type of a matter, if it is a known one and neither the upper matter nor the code denies it.
fn settled<'c>(id: MatterId, report: &Report<'c>) -> Option<&'c Named> {
    let (kind, source) = effective_text(report.catalog, id, Field::Type)?;
    let known = report.standard().kind(kind)?;
    dispute(source, report).is_none().then_some(known)
}
