//! Levels side by side: who corresponds to whom, where they differ, what was decided.

mod align;
mod consensus;
mod decide;
mod decision;
mod difference;
mod elements;
mod likeness;
mod matrix;
mod score;
mod survey;
mod wording;

pub use align::{Alignment, Claim, Doubt, Gap, Likely, Unclaimed, Unlinked, align};
pub use consensus::{Camp, Consensus, consensus, siblings};
pub use decide::{Ruling, adopt_from, decide, proposal};
pub use decision::{Action, Decision, Standing, decisions, fingerprint, standing};
pub use difference::{Class, Difference, difference, differences};
pub use elements::Element;
pub use likeness::{Likeness, Reason};
pub use matrix::{Cell, Matrix, Row, matrix};
pub use score::{Score, Scores, counts, scores};
pub use survey::{Departure, agrees_with_base, by_urgency, own_differences, survey, survey_of};
pub use wording::{normal, without_level};
