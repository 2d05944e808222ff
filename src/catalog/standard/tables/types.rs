//! The types of matters, and how other systems number them.

use serde::Deserialize;

use crate::catalog::standard::tables::Named;

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

#[derive(Deserialize)]
pub(super) struct TypesTable {
    pub(super) types: Vec<Named>,
    #[serde(default)]
    pub(super) legacy: Vec<Numbering>,
}
