//! The ranks of law.

/// 法律位阶: the rank of a law (立法法 2023, articles 98 to 102).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LawRank {
    /// 宪法.
    Constitution,
    /// 法律.
    Law,
    /// 行政法规.
    AdministrativeRegulation,
    /// 国务院决定.
    StateCouncilDecision,
    /// 地方性法规.
    LocalRegulation,
    /// 部门规章.
    DepartmentRule,
    /// 省级政府规章.
    ProvincialRule,
    /// 设区的市政府规章.
    CityRule,
    /// 规范性文件.
    NormativeDocument,
}

impl LawRank {
    /// The rank with this word of the law register.
    pub fn from_word(word: &str) -> Option<LawRank> {
        Some(match word {
            "constitution" => LawRank::Constitution,
            "law" => LawRank::Law,
            "administrative-regulation" => LawRank::AdministrativeRegulation,
            "state-council-decision" => LawRank::StateCouncilDecision,
            "local-regulation" => LawRank::LocalRegulation,
            "department-rule" => LawRank::DepartmentRule,
            "provincial-rule" => LawRank::ProvincialRule,
            "city-rule" => LawRank::CityRule,
            "normative-document" => LawRank::NormativeDocument,
            _ => return None,
        })
    }
}
