//! Searches that a person saved under a name, kept beside the catalog.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::session::SessionError;
use crate::store::{Journal, Root};

/// 视图: what is looked for, where, and by which filters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// What it is called.
    pub name: String,
    /// What is typed.
    pub filter: String,
    /// Whether it is looked for in the whole catalog.
    pub everywhere: bool,
    /// The line of the tree: empty for all matters, `base`, or the code of a division; then `/` and a
    /// department, if it is of one.
    pub node: String,
    /// The values of each kind of filter.
    pub filters: BTreeMap<String, Vec<Box<str>>>,
}

/// Keeps the views for the next session.
pub fn keep_views(root: &Root, views: &[SavedView]) -> Result<(), SessionError> {
    let text = serde_json::to_string_pretty(views).unwrap_or_default();
    Ok(Journal::of_views(root).write(&text)?)
}

/// The views that were kept; `None` if what was kept cannot be read.
pub fn views(root: &Root) -> Option<Vec<SavedView>> {
    match Journal::of_views(root).read() {
        Some(text) => serde_json::from_str(&text).ok(),
        None => Some(Vec::new()),
    }
}
