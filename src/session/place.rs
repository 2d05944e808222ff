//! Where someone left off, so that the next session begins there.

use serde::{Deserialize, Serialize};

use crate::session::SessionError;
use crate::store::{Journal, Root};

/// 进度: where in the list of differences a reviewer is and what of it is shown, and what was worked on last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The file of the matter.
    pub path: String,
    /// The field.
    pub field: String,
    /// Whether what is decided or allowed is shown too.
    pub shows_all: bool,
    /// The only class shown, by its word; all if empty.
    pub class: String,
    /// The only field shown; all if empty.
    pub only_field: String,
    /// What is looked for.
    pub filter: String,
    /// The file of the matter that was worked on last.
    pub matter: String,
    /// Whether the home screen was shown last.
    pub is_home: bool,
}

/// Keeps the place for the next session.
pub fn keep_place(root: &Root, place: &Place) -> Result<(), SessionError> {
    let text = serde_json::to_string(place).unwrap_or_default();
    Ok(Journal::of_review(root).write(&text)?)
}

/// The place that an earlier session kept; the start without one.
pub fn place(root: &Root) -> Place {
    let text = Journal::of_review(root).read().unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
