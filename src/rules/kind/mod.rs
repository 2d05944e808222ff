//! Family T: the type of a matter.

pub(super) mod t001_unknown_type;
pub(super) mod t002_other_type;
