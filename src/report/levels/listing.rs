//! What a report of differences holds.

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
