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
    /// Why a file is excepted from a rule.
    ExceptionReason,
    /// Who agreed to it.
    ExceptionBy,
    /// Its last day.
    ExceptionUntil,
}

impl Part {
    /// What it is called.
    pub(super) const fn title(self) -> Words {
        match self {
            Part::Reason => words("理由", "Reason"),
            Part::LegalReason => words("法律依据", "Legal reason"),
            Part::Until => words("期限", "Until"),
            Part::By => words("处置人", "By"),
            Part::ExceptionReason => words("例外理由", "Reason"),
            Part::ExceptionBy => words("同意人", "Agreed by"),
            Part::ExceptionUntil => words("有效期至", "Until"),
        }
    }

    /// Whether a day is to be written there.
    pub(super) const fn is_day(self) -> bool {
        matches!(self, Part::Until | Part::ExceptionUntil)
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
            Part::ExceptionReason => words(
                "为什么这里可以例外；本文件中这条规则的问题都不再列出",
                "why it may stand; what this rule says of this file is not listed any more",
            ),
            Part::ExceptionBy => words("由谁同意例外", "who agrees to it"),
            Part::ExceptionUntil => words(
                "例外到哪一天为止，如 2026-12-31；到期前 30 天提醒，到期后又成为问题",
                "the last day it holds, such as 2026-12-31; it is recalled 30 days before, and a finding again after",
            ),
        }
    }
}
