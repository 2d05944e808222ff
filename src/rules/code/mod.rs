//! Family C: the codes of matters, bodies and handling items, and the places that follow from them.

pub(super) mod c001_bad_base_code;
pub(super) mod c002_bad_implementation_code;
pub(super) mod c003_misnamed_file;
pub(super) mod c004_bad_credit_code;
pub(super) mod c005_bad_item_code;
pub(super) mod c006_other_department;

mod credit_guess;
mod credit_reason;
mod letters;
mod mismatch;
mod tidy;

pub(super) use mismatch::is_named_by_code;
