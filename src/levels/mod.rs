//! Levels side by side: who corresponds to whom, where they differ, what was decided.

mod difference;
mod elements;
mod telling;
mod wording;

pub use difference::{Class, Difference, difference, differences};
pub use elements::Element;
pub use telling::{name_likeness, telling_letters};
pub use wording::{normal, without_level};
