//! Family R: what refers to something that is not there, and what stands twice.

pub(super) mod r001_unknown_base_code;
pub(super) mod r002_code_used_twice;
pub(super) mod r003_unknown_body;
pub(super) mod r004_unknown_division;
pub(super) mod r005_unknown_department;
pub(super) mod r006_body_of_elsewhere;
pub(super) mod r007_level_above_division;
pub(super) mod r008_level_not_of_base;
pub(super) mod r009_other_nature;
pub(super) mod r010_unknown_material_of_item;
pub(super) mod r011_items_of_one_name;
pub(super) mod r012_shared_material_nobody_asks;
pub(super) mod r013_code_for_a_name;
pub(super) mod r014_partner_of_itself;
pub(super) mod r015_division_at_odds_with_its_code;
pub(super) mod r016_circular_division;
pub(super) mod r017_one_name_two_entries;
pub(super) mod r018_base_not_in_force;

mod circle;
mod ground;
