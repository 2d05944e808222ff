//! Lossless edits (being built in its own branch).

use crate::text::{Edit, Words, words};
use crate::yaml::{Document, Path};

/// One change of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Gives the value at a path another value; a missing last key is added.
    Set {
        /// Where.
        path: Path,
        /// What.
        value: Data,
    },
    /// Removes the entry or element at a path.
    Remove {
        /// Where.
        path: Path,
    },
}

/// A value without a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Data>),
    /// Keys with values, in order.
    Map(Vec<(String, Data)>),
}

/// Why an edit was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing at the path.
    NotFound,
}

impl Refusal {
    /// The reason for a person.
    pub fn words(&self) -> Words {
        words("找不到该位置", "nothing stands there")
    }
}

/// The edits that make one change.
pub fn patch(_document: &Document, _op: &Op) -> Result<Vec<Edit>, Refusal> {
    Err(Refusal::NotFound)
}
