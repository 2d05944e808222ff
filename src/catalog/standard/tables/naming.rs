//! How names are formed, and the words that say nothing.

use serde::Deserialize;

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
    /// Words that stand for a basis and name none.
    #[serde(default)]
    pub vague_basis: Vec<Word>,
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
