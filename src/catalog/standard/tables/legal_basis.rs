//! The ranks of law, and which may set what.

use serde::Deserialize;

/// 设定依据表.
#[derive(Clone, Debug, Deserialize)]
pub struct LegalBasis {
    /// Ranks, with their order.
    pub ranks: Vec<Rank>,
    /// Which rank may set which type.
    pub setting: Vec<Setting>,
}

/// One rank of law.
#[derive(Clone, Debug, Deserialize)]
pub struct Rank {
    /// The word of the register.
    pub word: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// Place in the order; 1 is the highest.
    pub order: u8,
}

/// Which ranks may set one type.
#[derive(Clone, Debug, Deserialize)]
pub struct Setting {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Name of the type in Chinese.
    pub zh: String,
    /// Whether a statute says that no other rank may.
    pub closed: bool,
    /// The statute that says so.
    #[serde(default)]
    pub closed_by: Option<Clause>,
    /// The ranks.
    pub ranks: Vec<SettingRank>,
}

/// An article of a statute.
#[derive(Clone, Debug, Deserialize)]
pub struct Clause {
    /// Full title.
    pub statute: String,
    /// Number of the article.
    pub article: u32,
}

/// A rank that may set a type, and where that is written.
#[derive(Clone, Debug, Deserialize)]
pub struct SettingRank {
    /// The word of the rank.
    pub rank: String,
    /// The statute that says so, if one does.
    #[serde(default)]
    pub statute: Option<String>,
    /// Its article.
    #[serde(default)]
    pub article: Option<u32>,
    /// The kind of coercion it is limited to.
    #[serde(default)]
    pub coercion_kind: Option<String>,
}
