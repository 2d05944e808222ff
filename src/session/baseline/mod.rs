//! Living with old debt: findings beside the baseline, and the baseline brought up to date.

mod compare;
mod renew;
mod write;

pub use compare::Compared;
pub(super) use compare::{Known, compare, compare_in};
pub use renew::{Renew, Renewed};
