//! Family C: the codes of matters, bodies and handling items, and the places that follow from them.

pub(super) mod c001_bad_base_code;
pub(super) mod c002_bad_implementation_code;
pub(super) mod c003_misnamed_file;
pub(super) mod c004_bad_credit_code;
pub(super) mod c005_bad_item_code;
pub(super) mod c006_other_department;
pub(super) mod c007_no_main_item;
pub(super) mod c008_main_item_beside_sub_items;
pub(super) mod c009_region_of_elsewhere;
pub(super) mod c010_registered_elsewhere;
pub(super) mod c011_no_organ_by_its_code;
pub(super) mod c012_retired_code;
pub(super) mod c013_reserved_code;
pub(super) mod c014_national_code_as_local;
pub(super) mod c015_local_code_used_twice;

mod credit_guess;
mod credit_reason;
mod letters;
mod mismatch;
mod tidy;

pub(super) use mismatch::{is_named_by_code, is_of_other_fields};
