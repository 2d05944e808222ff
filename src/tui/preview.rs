//! What the guide preview remembers: its lines, and what they were made for.

use crate::text::Lang;
use crate::tui::widgets::Row;

/// 指南预览: the guide to the matter shown, as lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Preview {
    /// The lines.
    pub(crate) lines: Vec<Row>,
    /// How many things must be told and are not filled in.
    pub(crate) missing: usize,
    /// The first line shown.
    pub(crate) top: usize,
    /// Whether it is told which level each thing comes from.
    pub(crate) shows_sources: bool,
    /// What the lines were made for.
    pub(crate) made_for: Option<PreviewKey>,
}

/// What the lines of a guide depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PreviewKey {
    /// The file of the matter.
    pub(crate) path: Option<Box<str>>,
    /// The state of the catalog.
    pub(crate) generation: u64,
    /// Columns of the screen.
    pub(crate) columns: u16,
    /// The language.
    pub(crate) lang: Lang,
    /// Whether it is told which level each thing comes from.
    pub(crate) shows_sources: bool,
}
