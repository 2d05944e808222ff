//! The ranks of law, and which may set what.

use serde::Deserialize;

/// 设定依据表.
#[derive(Clone, Debug, Deserialize)]
pub struct LegalBasis {
    /// Ranks, with their order.
    pub ranks: Vec<Rank>,
    /// Which rank may set which type.
    pub setting: Vec<Setting>,
    /// Kinds within a type that only some ranks may set.
    #[serde(default)]
    pub reserved: Vec<Reserved>,
    /// Types that may not be delegated, or not to everyone.
    #[serde(default)]
    pub delegation: Vec<Delegation>,
    /// Who may authorise an organisation to carry out a type.
    #[serde(default)]
    pub authorisation: Vec<Authorisation>,
    /// Types to be pointed out when they stand on rules alone.
    #[serde(default)]
    pub rules_alone: Option<RulesAlone>,
    /// Fields beyond the reach of a city's law.
    #[serde(default)]
    pub city_law: Option<CityLaw>,
    /// What is often too much or missing in a title.
    #[serde(default)]
    pub titles: Titles,
}

impl LegalBasis {
    /// For how many months something may be set, wherever it may only for a time.
    pub fn months(&self) -> impl Iterator<Item = u32> {
        let ranks = self.setting.iter().flat_map(|setting| &setting.ranks);
        ranks.filter_map(|rank| rank.months)
    }
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
    /// File of the register for it, without path.
    #[serde(default)]
    pub file: String,
    /// Whether such a law belongs to a place.
    #[serde(default)]
    pub region: Option<RegionNeed>,
    /// Ranks beside which it has no fixed order.
    #[serde(default)]
    pub unordered_with: Vec<String>,
}

/// Whether a law of a rank belongs to a province or city.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionNeed {
    /// It must say which.
    Required,
    /// It holds for the whole country.
    Nationwide,
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
    /// For how many months, where it may only be set for a time.
    #[serde(default)]
    pub months: Option<u32>,
}

/// 保留: a kind within a type that only some ranks may set, known by words.
#[derive(Clone, Debug, Deserialize)]
pub struct Reserved {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Name of the kind in Chinese.
    pub zh: String,
    /// Name of the kind in English.
    pub en: String,
    /// Words in the name, the punishment or what is collected.
    pub words: Vec<String>,
    /// Endings of what is collected.
    #[serde(default)]
    pub ends: Vec<String>,
    /// Whether the words leave no doubt.
    #[serde(default)]
    pub exact: bool,
    /// Words beside which it is passed over.
    #[serde(default)]
    pub unless: Vec<String>,
    /// The ranks that may set it.
    pub ranks: Vec<String>,
    /// The statute that says so.
    pub statute: String,
    /// Its articles.
    pub articles: Vec<u32>,
}

/// 委托: a type that may not be delegated to some bodies.
#[derive(Clone, Debug, Deserialize)]
pub struct Delegation {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind of coercion it is limited to.
    #[serde(default)]
    pub coercion_kind: Option<String>,
    /// Bodies to which it may not be delegated; nobody at all if none is named.
    #[serde(default)]
    pub barred: Vec<Barred>,
    /// The statute that says so.
    pub statute: String,
    /// Its article.
    pub article: u32,
}

/// A class of bodies, by the first two characters of their credit code.
#[derive(Clone, Debug, Deserialize)]
pub struct Barred {
    /// The two characters.
    pub class: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
}

/// 授权: the ranks that may authorise an organisation to carry out a type.
#[derive(Clone, Debug, Deserialize)]
pub struct Authorisation {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The ranks.
    pub ranks: Vec<String>,
    /// The statute that says so.
    pub statute: String,
    /// Its article.
    pub article: u32,
}

/// 只有规章: types to be pointed out when they stand on rules alone.
#[derive(Clone, Debug, Deserialize)]
pub struct RulesAlone {
    /// Codes of the types.
    pub types: Vec<String>,
    /// The ranks of rules.
    pub ranks: Vec<String>,
    /// The statute that says what rules may not do.
    pub statute: String,
    /// Its articles.
    pub articles: Vec<u32>,
}

/// 设区的市的立法: fields beyond the reach of a city's law.
#[derive(Clone, Debug, Deserialize)]
pub struct CityLaw {
    /// Codes of the central departments whose matters are clearly beyond.
    pub outside: Vec<String>,
    /// The statute that says so.
    pub statute: String,
    /// Its articles.
    pub articles: Vec<u32>,
}

/// 法律名称: what is often too much or missing in a title.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Titles {
    /// What is often left out at its start.
    pub prefix: String,
    /// Words of a remark on the version, in brackets at its end.
    pub remarks: Vec<String>,
    /// Words of the title of a real document, however vague the rest.
    #[serde(default)]
    pub documents: Vec<String>,
}
