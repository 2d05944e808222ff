//! What a report of differences holds, and how differences are put in order.

use std::cmp::Reverse;

use crate::levels::{Compared, Comparison, Tally};

/// 比对报告: what a report of differences holds.
#[derive(Clone, Debug)]
pub struct Listing<'c> {
    /// What was set side by side; empty where each matter is held to the one above it.
    pub comparisons: Vec<Comparison<'c>>,
    /// All that was asked for, counted.
    pub tally: Tally,
    /// The differences to be listed, the most urgent first.
    pub listed: Vec<Compared<'c>>,
    /// How many more were found and are not listed, since only so many were wanted.
    pub more: usize,
    /// Whether matters without a counterpart are listed one by one.
    pub lists_unpaired: bool,
}

/// Puts differences in the order in which they are best worked off: the gravest class first, then those that
/// reach furthest, then the weightiest field; by path and field among equals.
pub fn by_urgency(differences: &mut [Compared<'_>]) {
    differences.sort_by_key(|one| {
        let departure = &one.departure;
        let field = departure.difference.field;
        (
            departure.difference.class.rank(),
            Reverse(departure.reach),
            Reverse(one.lower.catalog.standard.policy(field).weight),
            departure.lower,
            field,
        )
    });
}
