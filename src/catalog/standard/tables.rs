//! The tables beside the schemas, read with serde. A key that no rule reads yet is passed over here and
//! held to its schema by a test.

use serde::Deserialize;

use crate::catalog::Field;
use crate::catalog::standard::SchemaFault;
use crate::text::Message;

/// The tables, read.
#[derive(Clone, Debug)]
pub struct Tables {
    /// Policy of each field, in the order of [`Field::all`].
    pub policies: Vec<Policy>,
    /// Types of matter.
    pub types: Vec<Named>,
    /// How other systems number the types.
    pub legacy: Vec<Numbering>,
    /// Segments of codes and their values.
    pub coding: Coding,
    /// Forms and words of names.
    pub naming: Naming,
    /// Ranks of law, and which may set what.
    pub legal_basis: LegalBasis,
}

/// 字段规则: how a field of a local matter may relate to the upper value.
#[derive(Clone, Debug, Deserialize)]
pub struct Policy {
    /// Key of the field.
    pub field: String,
    /// Locked, directional or free.
    #[serde(rename = "policy")]
    pub kind: PolicyKind,
    /// Which way a directional field may move.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// Order of codes from small to great, for a directional field whose values are codes.
    #[serde(default)]
    pub scale: Vec<String>,
    /// Whether the effective record of a local matter must have it.
    #[serde(default)]
    pub required: bool,
    /// Families of types to which `required` is limited; all if empty.
    #[serde(default)]
    pub families: Vec<String>,
    /// How much a difference weighs, 1 to 3.
    pub weight: u8,
    /// How sure the policy is: `A`, `A-`, `B`, `C`, or `X` where the sources conflict.
    #[serde(default)]
    pub confidence: String,
    /// Whether a gap is filled from above.
    #[serde(default = "yes")]
    pub inherits: bool,
}

/// The three policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyKind {
    /// 锁定: must equal the upper value.
    Locked,
    /// 单向: may move one way only.
    Directional,
    /// 自由: may differ.
    Free,
}

/// The way a directional field may move, seen from the upper value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// At most the upper value.
    NotMore,
    /// At least the upper value.
    NotLess,
    /// A part of the upper list.
    Subset,
}

/// A code with its name in both languages.
#[derive(Clone, Debug, Deserialize)]
pub struct Named {
    /// The code.
    pub code: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// Family of a type: which fields it has; empty for anything else.
    #[serde(default)]
    pub family: String,
}

impl Named {
    /// The name in both languages.
    pub fn name(&self) -> Message {
        Message {
            zh: self.zh.clone(),
            en: self.en.clone(),
        }
    }
}

/// 旧编号: how another system numbers the types.
#[derive(Clone, Debug, Deserialize)]
pub struct Numbering {
    /// Name of the system in Chinese.
    pub zh: String,
    /// Name of the system in English.
    pub en: String,
    /// Its codes.
    pub values: Vec<Numbered>,
}

/// A code of another system.
#[derive(Clone, Debug, Deserialize)]
pub struct Numbered {
    /// The code there.
    pub code: String,
    /// The code of the type here; `None` if there is no such type.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
}

/// 编码表.
#[derive(Clone, Debug, Deserialize)]
pub struct Coding {
    /// First two characters of a base code.
    pub regions: Vec<Named>,
    /// Central departments.
    pub departments: Vec<Named>,
    /// Levels.
    pub levels: Vec<Named>,
}

/// 命名表.
#[derive(Clone, Debug, Deserialize)]
pub struct Naming {
    /// Most characters of a name.
    pub max_length: usize,
    /// Half-width marks and the full-width ones that stand for them.
    pub punctuation: Vec<Width>,
    /// Marks that may not end a name.
    pub ending_punctuation: Vec<String>,
    /// Words in a closing bracket that only say the level.
    pub level_suffixes: Vec<Word>,
    /// How a name of each type begins and ends.
    pub forms: Vec<NameForm>,
    /// Words that do not belong in a name.
    pub banned_words: Vec<Word>,
    /// Words in conditions and materials that say nothing.
    pub vague_words: Vec<Word>,
}

/// A half-width mark and its full-width form.
#[derive(Clone, Debug, Deserialize)]
pub struct Width {
    /// Half width.
    pub half: String,
    /// Full width.
    pub full: String,
}

/// A word, and why it is unwanted.
#[derive(Clone, Debug, Deserialize)]
pub struct Word {
    /// The word.
    pub word: String,
    /// Why, in Chinese.
    #[serde(default)]
    pub why: String,
    /// Why, in English.
    #[serde(default)]
    pub why_en: String,
}

/// How the name of a type begins and ends.
#[derive(Clone, Debug, Deserialize)]
pub struct NameForm {
    /// Code of the type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Beginnings.
    #[serde(default)]
    pub starts: Vec<String>,
    /// Endings.
    #[serde(default)]
    pub ends: Vec<String>,
    /// Whether one of the two is enough, or both are needed.
    pub need: Need,
}

/// How many of a form's conditions must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A beginning or an ending.
    Any,
    /// A beginning and an ending.
    All,
}

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

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct FieldsTable {
    fields: Vec<Policy>,
}

#[derive(Deserialize)]
struct TypesTable {
    types: Vec<Named>,
    #[serde(default)]
    legacy: Vec<Numbering>,
}

impl Tables {
    /// Reads the tables; `text` gives the text of each by file name.
    pub(super) fn read<'t>(text: impl Fn(&str) -> &'t str) -> Result<Tables, SchemaFault> {
        let fields: FieldsTable = parse("fields.yaml", &text)?;
        let types: TypesTable = parse("types.yaml", &text)?;
        Ok(Tables {
            policies: Field::all().map(|field| policy(&fields, field)).collect(),
            types: types.types,
            legacy: types.legacy,
            coding: parse("coding.yaml", &text)?,
            naming: parse("naming.yaml", &text)?,
            legal_basis: parse("legal-basis.yaml", &text)?,
        })
    }
}

/// A field that the table leaves out is free.
fn policy(table: &FieldsTable, field: Field) -> Policy {
    table
        .fields
        .iter()
        .find(|policy| policy.field == field.key())
        .cloned()
        .unwrap_or_else(|| Policy {
            field: field.key().to_owned(),
            kind: PolicyKind::Free,
            direction: None,
            scale: Vec::new(),
            required: false,
            families: Vec::new(),
            weight: 1,
            confidence: String::new(),
            inherits: true,
        })
}

fn parse<'t, T: for<'de> Deserialize<'de>>(
    file: &str,
    text: &impl Fn(&str) -> &'t str,
) -> Result<T, SchemaFault> {
    serde_yaml::from_str(text(file)).map_err(|error| SchemaFault {
        file: file.to_owned(),
        reason: error.to_string(),
    })
}
