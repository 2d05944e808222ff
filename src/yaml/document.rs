//! A document that was read: its text, its values in the order they stand, and what was wrong.

use std::sync::Arc;

use crate::text::Span;
use crate::yaml::{Path, Problem, Step, Style, Value};

/// One file's text and the values read from it. A broken file gives what could be read before the break.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) text: Arc<str>,
    /// The values, each before what it holds; the outermost is the first.
    pub(super) nodes: Vec<Node>,
    /// The texts of those scalars that are not a stretch of the source.
    pub(super) copies: Vec<String>,
    pub(super) problems: Vec<Problem>,
    pub(super) faithful: bool,
}

/// The number of a value in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

/// A value. What a collection holds follows it, up to `after`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    /// The number of the first value that neither is this one nor stands in it.
    pub(super) after: u32,
    pub(super) content: Content,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Content {
    /// A scalar whose text is a stretch of the source.
    Source(Style, Span),
    /// A scalar whose text was unfolded or unescaped.
    Copy(Style, u32),
    /// A sequence with so many items.
    Sequence {
        flow: bool,
        children: u32,
    },
    /// A mapping with twice as many children as entries: keys and values by turns.
    Mapping {
        flow: bool,
        children: u32,
    },
    Alias,
}

/// What stands in for a value that a foreign number asks for.
pub(super) const NOTHING: Node = Node {
    span: Span { start: 0, end: 0 },
    after: u32::MAX,
    content: Content::Source(Style::Plain, Span { start: 0, end: 0 }),
};

impl Document {
    /// The text that was read.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The outermost value; `None` for a file without any.
    pub fn root(&self) -> Option<Value<'_>> {
        (!self.nodes.is_empty()).then(|| self.value(NodeId(0)))
    }

    /// What reading noticed, by place.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the text could be read to its end.
    pub fn is_whole(&self) -> bool {
        !self
            .problems
            .iter()
            .any(|problem| problem.kind.stops_reading())
    }

    /// Whether the text is the bytes of the file, every one of them. Only such a document may be edited:
    /// one that was converted or replaced to be read must not be written back as if nothing had happened.
    pub fn is_faithful(&self) -> bool {
        self.faithful
    }

    /// The value with this number, which must come from this document.
    pub fn value(&self, id: NodeId) -> Value<'_> {
        Value::new(self, id)
    }

    /// The value at the end of a way down.
    pub fn at(&self, path: &Path) -> Option<Value<'_>> {
        path.0
            .iter()
            .try_fold(self.root()?, |value, step| match step {
                Step::Key(key) => value.get(key),
                Step::Index(index) => value.item(*index),
            })
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.0 as usize).unwrap_or(&NOTHING)
    }
}
