//! The types of matters, and how other systems number them.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::catalog::Field;
use crate::catalog::standard::tables::Named;

/// 旧编号: how another system numbers the types.
#[derive(Clone, Debug, Deserialize)]
pub struct Numbering {
    /// Its id in the table.
    pub id: String,
    /// Name of the system in Chinese.
    pub zh: String,
    /// Name of the system in English.
    pub en: String,
    /// Where its codes stand inside a local code, if they do.
    #[serde(default)]
    pub local: Option<LocalCode>,
    /// Its codes.
    pub values: Vec<Numbered>,
}

/// 地方编码: where the type stands in a local code.
#[derive(Clone, Debug, Deserialize)]
pub struct LocalCode {
    /// What the code begins with; the type follows.
    pub starts: String,
    /// How long the part of the code is that holds the type.
    pub lengths: Vec<usize>,
}

/// A code of another system.
#[derive(Clone, Debug, Deserialize)]
pub struct Numbered {
    /// The code there.
    pub code: String,
    /// What it means there.
    pub zh: String,
    /// What it means there in English, where no type here says it.
    #[serde(default)]
    pub en: String,
    /// The code of the type here; `None` if there is no such type.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
}

/// 各类要素: a field that only some families of types have.
#[derive(Clone, Debug, Deserialize)]
pub struct OwnField {
    /// The field.
    #[serde(deserialize_with = "field")]
    pub field: Field,
    /// The families that have it.
    pub families: Vec<String>,
}

fn field<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Field, D::Error> {
    let key = String::deserialize(deserializer)?;
    Field::from_key(&key).ok_or_else(|| D::Error::custom(format!("no field {key}")))
}

#[derive(Deserialize)]
pub(super) struct TypesTable {
    pub(super) types: Vec<Named>,
    #[serde(default)]
    pub(super) legacy: Vec<Numbering>,
    #[serde(default)]
    pub(super) own_fields: Vec<OwnField>,
}
