//! What comes of putting findings right by their fixes.

use std::collections::BTreeSet;

use crate::change::Intent;
use crate::findings::Finding;
use crate::text::Message;

/// 修复结果: which fixes were made, which were not, and what is left.
#[derive(Clone, Debug, Default)]
pub struct Fixing {
    /// The findings whose fixes were made, in the order in which they were; each with its file as it was.
    pub applied: Vec<Finding>,
    /// The fixes that were tried and taken back.
    pub refused: Vec<Unfixed>,
    /// Every finding in the catalog afterwards.
    pub remaining: Vec<Finding>,
}

impl Fixing {
    /// The files that the fixes changed.
    pub fn files(&self) -> BTreeSet<&str> {
        let fixes = self
            .applied
            .iter()
            .filter_map(|finding| finding.fix.as_ref());
        fixes
            .flat_map(|fix| &fix.intents)
            .map(Intent::path)
            .collect()
    }
}

/// 未采用的修复: a finding whose fix was not made.
#[derive(Clone, Debug)]
pub struct Unfixed {
    /// The finding.
    pub finding: Finding,
    /// Why it was not put right.
    pub reason: WhyNot,
}

/// Why a fix was not made.
#[derive(Clone, Debug)]
pub enum WhyNot {
    /// It would bring this finding, which was not there before.
    Brings(Box<Finding>),
    /// It cannot be made; the reason.
    Impossible(Message),
    /// It would not take its finding away.
    Useless,
}
