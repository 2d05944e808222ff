//! Family L: the legal basis of a matter.

pub(super) mod l001_unknown_law;
pub(super) mod l002_no_such_article;
pub(super) mod l003_rank_too_low;
pub(super) mod l004_law_of_elsewhere;

mod citation;

pub(super) use citation::is_sound;
