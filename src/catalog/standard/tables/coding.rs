//! The segments of codes and their values.

use serde::Deserialize;

use crate::catalog::standard::tables::Named;

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
