//! One row of a form.

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalog::standard::Schema;
use crate::findings::Finding;
use crate::text::{Message as Saying, Span, words};
use crate::tui::form::{Above, section_title};
use crate::yaml::Path;

/// 行: one row of a form.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Where in the record it stands.
    pub(crate) path: Path,
    /// How far it is indented.
    pub(crate) depth: usize,
    /// What it is.
    pub(crate) kind: RowKind,
    /// What it is called.
    pub(crate) title: Saying,
    /// What stands there.
    pub(crate) text: Saying,
    /// What stands in the columns of a table, or above them; empty where there is no table.
    pub(crate) cells: Vec<Saying>,
    /// Whose word it is.
    pub(crate) origin: Origin,
    /// For an inherited field, the matter that states it: code, then name.
    pub(crate) source: Option<(Box<str>, Saying)>,
    /// For a field that a matter above states too, what stands there.
    pub(crate) above: Option<Above>,
    /// What a value here must be.
    pub(crate) schema: Option<Arc<Schema>>,
    /// Where it stands in the matter's own file.
    pub(crate) span: Option<Span>,
    /// What is said about it.
    pub(crate) notes: Vec<Arc<Finding>>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// The file itself.
    File,
    /// A heading; no row for the keys.
    Section,
    /// One text, number or code.
    Scalar,
    /// Yes or no.
    Flag,
    /// Several of a few choices.
    Several,
    /// The head of a list.
    List,
    /// The head of an element of a list.
    Element,
    /// The head of a group of values.
    Record,
    /// A key that no matter has.
    Unknown,
}

/// Whose word a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The matter states it itself.
    Own,
    /// A matter above states it.
    Inherited,
    /// Nobody states it.
    Unset,
}

/// How a form is looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    /// Groups whose values are shown one by one.
    pub(crate) opened: HashSet<Path>,
    /// Whether fields that nobody fills in are left out.
    pub(crate) hides_empty: bool,
}

impl Row {
    fn blank(path: Path, kind: RowKind) -> Row {
        Row {
            path,
            depth: 0,
            kind,
            title: Saying::default(),
            text: Saying::default(),
            cells: Vec::new(),
            origin: Origin::Own,
            source: None,
            above: None,
            schema: None,
            span: None,
            notes: Vec::new(),
        }
    }

    /// The row of the file itself.
    pub(super) fn file(path: &str) -> Row {
        Row {
            title: words("文件", "File").into(),
            text: Saying::same(path),
            ..Row::blank(Path::default(), RowKind::File)
        }
    }

    /// The heading of a section.
    pub(super) fn heading(section: Option<&str>) -> Row {
        Row {
            title: section_title(section.unwrap_or_default()),
            ..Row::blank(Path::default(), RowKind::Section)
        }
    }

    /// The row of a key that no matter has.
    pub(super) fn unknown(key: &str, text: &str, span: Span) -> Row {
        Row {
            title: Saying::same(key),
            text: Saying::same(text),
            span: Some(span),
            ..Row::blank(Path::key(key), RowKind::Unknown)
        }
    }
}
