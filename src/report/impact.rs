//! What a catalog's findings, or a change of it, mean for those who live with it.

use crate::levels::Score;

/// 影响: how uniform the catalog is, or what a change does to it.
#[derive(Clone, Debug)]
pub struct Impact {
    /// The score: of the catalog, or, of a change, of the matters that feel it.
    pub score: Score,
    /// What the change does; `None` where no change is looked at.
    pub change: Option<Felt>,
}

/// 波及: who feels a change, and how.
#[derive(Clone, Debug)]
pub struct Felt {
    /// With which revision it was compared.
    pub since: String,
    /// The divisions that feel it, each with how many of its matters do; the base catalog has no name.
    pub divisions: Vec<(Option<String>, usize)>,
    /// The score of those matters before.
    pub before: Score,
    /// How many differences between levels it brings.
    pub added: usize,
    /// How many it takes away.
    pub removed: usize,
    /// How many findings it takes away.
    pub solved: usize,
}

impl Felt {
    /// How many matters feel it.
    pub fn matters(&self) -> usize {
        self.divisions.iter().map(|(_, count)| count).sum()
    }
}
