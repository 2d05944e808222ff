//! A document that was read: values, where they stand, and what was wrong.

use std::sync::Arc;

use crate::text::Span;
use crate::yaml::{Path, Step};

/// One file's text and the values read from it. A broken file gives what could be read before the break.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) text: Arc<str>,
    pub(super) nodes: Vec<Node>,
    pub(super) root: Option<NodeId>,
    pub(super) problems: Vec<Problem>,
}

/// The number of a value in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) content: Content,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    Scalar {
        style: Style,
        text: ScalarText,
    },
    Sequence {
        flow: bool,
        items: Vec<NodeId>,
    },
    Mapping {
        flow: bool,
        entries: Vec<(NodeId, NodeId)>,
    },
    Alias,
}

/// The text of a scalar: mostly a stretch of the source, so nothing is copied.
#[derive(Clone, Debug)]
pub(super) enum ScalarText {
    Source(Span),
    Owned(Box<str>),
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In `'single'` quotes.
    Single,
    /// In `"double"` quotes.
    Double,
    /// A `|` block, lines kept.
    Literal,
    /// A `>` block, lines folded.
    Folded,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A scalar that says something.
    Scalar,
    /// Nothing at all, or `~`, or `null`, without quotes.
    Empty,
    /// A list.
    Sequence,
    /// Keys with values.
    Mapping,
    /// A reference to an anchor (`*name`), never followed.
    Alias,
}

/// Something wrong that reading itself noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
    /// The detail: the parser's words, the key, the number; empty where the kind says all.
    pub detail: String,
}

/// The kinds of problem that reading notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// The file is larger than a catalog file may be; it was not read.
    TooLarge,
    /// The bytes are GB18030, not UTF-8; they were converted to be read.
    Gb18030,
    /// The bytes are neither UTF-8 nor GB18030; bad ones were replaced to be read.
    NotUtf8,
    /// The file starts with a byte-order mark.
    ByteOrderMark,
    /// Lines end in CR LF.
    CrLf,
    /// A tab stands where YAML wants spaces.
    Tab,
    /// The text is not YAML; nothing after this place was read.
    Syntax,
    /// A key stands twice in one mapping; the first one counts.
    DuplicateKey,
    /// A key is not a scalar.
    ComplexKey,
    /// An anchor (`&name`).
    Anchor,
    /// An alias (`*name`).
    Alias,
    /// A tag (`!name`).
    Tag,
    /// Nested deeper than a catalog file may be.
    TooDeep,
    /// A second document in one file.
    SecondDocument,
}

impl Document {
    /// The text that was read.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The outermost value; `None` for a file without any.
    pub fn root(&self) -> Option<Value<'_>> {
        self.root.map(|id| self.value(id))
    }

    /// What reading noticed, by place.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the text could be read to its end.
    pub fn is_whole(&self) -> bool {
        !self.problems.iter().any(|problem| {
            matches!(
                problem.kind,
                ProblemKind::Syntax | ProblemKind::TooDeep | ProblemKind::TooLarge
            )
        })
    }

    /// The value with this number, which must come from this document.
    pub fn value(&self, id: NodeId) -> Value<'_> {
        Value { document: self, id }
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
}

/// A value in its document.
#[derive(Clone, Copy, Debug)]
pub struct Value<'d> {
    document: &'d Document,
    id: NodeId,
}

/// A key with its value.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'d> {
    /// The key.
    pub key: Value<'d>,
    /// The value.
    pub value: Value<'d>,
}

impl<'d> Value<'d> {
    fn node(&self) -> &'d Node {
        &self.document.nodes[self.id.0 as usize]
    }

    /// The number of the value in its document.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// The document it stands in.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// Where it stands: a scalar with its quotes or block header, without the line break at its end; a
    /// block collection from its first key or dash to the end of its last value.
    pub fn span(&self) -> Span {
        self.node().span
    }

    /// What it is.
    pub fn shape(&self) -> Shape {
        match &self.node().content {
            Content::Scalar {
                style: Style::Plain,
                ..
            } if matches!(self.raw(), "" | "~" | "null") => Shape::Empty,
            Content::Scalar { .. } => Shape::Scalar,
            Content::Sequence { .. } => Shape::Sequence,
            Content::Mapping { .. } => Shape::Mapping,
            Content::Alias => Shape::Alias,
        }
    }

    /// The text of a scalar that says something; never seen through a number.
    pub fn text(&self) -> Option<&'d str> {
        (self.shape() == Shape::Scalar).then(|| self.raw())
    }

    fn raw(&self) -> &'d str {
        match &self.node().content {
            Content::Scalar {
                text: ScalarText::Source(span),
                ..
            } => span.of(&self.document.text),
            Content::Scalar {
                text: ScalarText::Owned(text),
                ..
            } => text,
            _ => "",
        }
    }

    /// How a scalar is written; `None` for anything else.
    pub fn style(&self) -> Option<Style> {
        match &self.node().content {
            Content::Scalar { style, .. } => Some(*style),
            _ => None,
        }
    }

    /// Whether a collection is written with brackets or braces.
    pub fn is_flow(&self) -> bool {
        matches!(
            &self.node().content,
            Content::Sequence { flow: true, .. } | Content::Mapping { flow: true, .. }
        )
    }

    /// The elements of a sequence; none for anything else.
    pub fn items(&self) -> impl ExactSizeIterator<Item = Value<'d>> + use<'d> {
        let document = self.document;
        let items: &'d [NodeId] = match &self.node().content {
            Content::Sequence { items, .. } => items,
            _ => &[],
        };
        items.iter().map(move |id| document.value(*id))
    }

    /// An element of a sequence, from 0.
    pub fn item(&self, index: usize) -> Option<Value<'d>> {
        self.items().nth(index)
    }

    /// The entries of a mapping, in order, a repeated key included; none for anything else.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'d>> + use<'d> {
        let document = self.document;
        let entries: &'d [(NodeId, NodeId)] = match &self.node().content {
            Content::Mapping { entries, .. } => entries,
            _ => &[],
        };
        entries.iter().map(move |(key, value)| Entry {
            key: document.value(*key),
            value: document.value(*value),
        })
    }

    /// The entry of a key in a mapping; the first, if it stands twice.
    pub fn entry(&self, key: &str) -> Option<Entry<'d>> {
        self.entries().find(|entry| entry.key.text() == Some(key))
    }

    /// The value of a key in a mapping.
    pub fn get(&self, key: &str) -> Option<Value<'d>> {
        self.entry(key).map(|entry| entry.value)
    }
}
