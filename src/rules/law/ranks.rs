//! The ranks of what a matter cites.

use crate::catalog::standard::{Rank, Standard};
use crate::catalog::{Matter, Registers};
use crate::rules::Report;
use crate::terms::LawRank;
use crate::text::Message;

/// 位阶: some ranks, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranks(u16);

impl Ranks {
    /// The ranks that a matter cites itself; `None` if any law is unknown or nothing is cited.
    pub(super) fn cited(matter: &Matter, registers: &Registers) -> Option<Ranks> {
        let mut ranks = Ranks::default();
        for basis in matter.bases() {
            let rank = registers.law(basis.law?.value)?.rank()?;
            ranks.0 |= bit(rank);
        }
        (ranks != Ranks::default()).then_some(ranks)
    }

    /// Whether a rank is among them.
    pub(super) fn has(self, rank: LawRank) -> bool {
        self.0 & bit(rank) != 0
    }

    /// Whether one of these words of the register is among them.
    pub(super) fn has_any(self, words: &[String]) -> bool {
        let mut ranks = words.iter().filter_map(|word| LawRank::from_word(word));
        ranks.any(|rank| self.has(rank))
    }

    /// Whether there are no others than these words of the register say.
    pub(super) fn are_only(self, words: &[String]) -> bool {
        let ranks = words.iter().filter_map(|word| LawRank::from_word(word));
        self.0 & !ranks.fold(0, |all, rank| all | bit(rank)) == 0
    }

    /// Their names, from the highest to the lowest.
    pub(super) fn names(self, report: &Report<'_>) -> Message {
        let known = report.standard().tables.legal_basis.ranks.iter();
        let cited = known
            .filter(|known| LawRank::from_word(&known.word).is_some_and(|rank| self.has(rank)));
        let (zh, en): (Vec<&str>, Vec<&str>) = cited.map(|rank| (&*rank.zh, &*rank.en)).unzip();
        Message {
            zh: zh.join("、"),
            en: en.join(", "),
        }
    }
}

/// What the table says of a rank.
pub(super) fn described(rank: Option<LawRank>, standard: &Standard) -> Option<&Rank> {
    let ranks = &standard.tables.legal_basis.ranks;
    ranks
        .iter()
        .find(|known| rank.is_some() && LawRank::from_word(&known.word) == rank)
}

fn bit(rank: LawRank) -> u16 {
    1 << rank as u16
}
