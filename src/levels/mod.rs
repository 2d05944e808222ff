//! Levels side by side: who corresponds to whom, where they differ, what was decided.

mod align;
mod amendment;
mod claim;
mod compare;
mod consensus;
mod decide;
mod decision;
mod difference;
mod elements;
mod filter;
mod likeness;
mod matrix;
mod odd;
mod pairing;
mod ratchet;
mod scope;
mod score;
mod shift;
mod survey;
mod tally;
mod telling;
mod wording;

pub use align::{Alignment, Doubt, Gap, Likely, Unclaimed, Unlinked, align};
pub use amendment::{Amended, Amendment, Fate, Subject, amendment};
pub use claim::{Claim, HandlingItem, handling_items};
pub use compare::{Compared, Comparison, compare, compared_by_urgency, surveyed};
pub use consensus::{Camp, Consensus, consensus, siblings};
pub use decide::{Ruling, adopt_from, decide, proposal};
pub use decision::{Action, Decision, Standing, all_decisions, decisions, fingerprint, standing};
pub use difference::{Class, Difference, difference, differences};
pub use elements::Element;
pub use filter::{Filter, Stand};
pub use likeness::{Likeness, Reason};
pub use matrix::{Cell, Matrix, Row, matrix};
pub use odd::{Odd, odd_ones};
pub use ratchet::{Known, Ratchet, Turn};
pub use scope::{Scope, Side, View, level_of};
pub use score::{Score, Scores, counts, is_forbidden, scores, scores_of};
pub use shift::{Judged, Shift, judged, put_right};
pub use survey::{
    Departure, agrees_with_base, by_urgency, own_differences, survey, survey_of, urgency,
};
pub use tally::{Count, Tally};
pub use telling::{name_likeness, telling_letters};
pub use wording::{letters, normal, without_level};
