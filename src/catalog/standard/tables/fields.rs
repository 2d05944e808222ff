//! The policy of each field: how a local value may relate to the upper one.

use serde::Deserialize;

use crate::catalog::Field;

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

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
pub(super) struct FieldsTable {
    pub(super) fields: Vec<Policy>,
}

/// A field that the table leaves out is free.
pub(super) fn policy(table: &FieldsTable, field: Field) -> Policy {
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
