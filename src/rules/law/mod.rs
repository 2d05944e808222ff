//! Family L: the legal basis of a matter.

pub(super) mod l001_unknown_law;
pub(super) mod l002_no_such_article;
pub(super) mod l003_rank_too_low;
pub(super) mod l004_law_of_elsewhere;
pub(super) mod l005_repealed_law;
pub(super) mod l006_law_not_yet_in_force;
pub(super) mod l007_replaced_law;
pub(super) mod l008_vague_basis;
pub(super) mod l009_basis_out_of_order;
pub(super) mod l010_licence_beyond_local_law;
pub(super) mod l011_temporary_licence_expired;
pub(super) mod l012_punishment_beyond_rank;
pub(super) mod l013_coercion_beyond_rank;
pub(super) mod l014_tax_without_law;
pub(super) mod l015_taking_without_law;
pub(super) mod l016_coercion_delegated;
pub(super) mod l017_licence_delegated;
pub(super) mod l018_punishment_delegated;
pub(super) mod l019_authorised_by_rule;
pub(super) mod l020_power_on_rules_alone;
pub(super) mod l021_city_law_beyond_scope;
pub(super) mod l022_misfiled_law;
pub(super) mod l023_law_registered_twice;
pub(super) mod l024_versions_out_of_order;
pub(super) mod l025_doubtful_law_status;
pub(super) mod l026_wrong_law_region;
pub(super) mod l027_unknown_successor;
pub(super) mod l028_excerpt_of_another_article;
pub(super) mod l029_role_above_its_rank;

mod article;
mod citation;
mod delegated;
mod footing;
mod ranks;
mod register;
mod reserved;
mod standing;
mod title;

pub use citation::Citation;
pub(super) use citation::{are_sound, citations, is_vague};
