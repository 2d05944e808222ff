//! What a decision can say, part by part.

use crate::text::{Words, words};

/// 要素: one thing that a decision says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Why.
    Reason,
    /// The article that allows it.
    LegalReason,
    /// The last day.
    Until,
    /// Who decides.
    By,
}

impl Part {
    /// What it is called.
    pub(super) const fn title(self) -> Words {
        match self {
            Part::Reason => words("理由", "Reason"),
            Part::LegalReason => words("法律依据", "Legal reason"),
            Part::Until => words("期限", "Until"),
            Part::By => words("处置人", "By"),
        }
    }

    /// What to write there.
    pub(super) const fn help(self) -> Words {
        match self {
            Part::Reason => words(
                "为什么这样处置；提议时写给上级看",
                "why it is decided so; of a proposal, for those above to read",
            ),
            Part::LegalReason => words(
                "允许这样做的法律条款，如 《优化营商环境条例》第三十六条",
                "the article that allows it",
            ),
            Part::Until => words(
                "准予到哪一天为止，如 2027-12-31",
                "the last day it holds, such as 2027-12-31",
            ),
            Part::By => words("由谁处置", "who decides"),
        }
    }
}
