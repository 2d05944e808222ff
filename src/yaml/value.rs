//! A value in its document: what it is, what it says, where it stands, what it holds.

use crate::text::Span;
use crate::yaml::document::{Content, Node};
use crate::yaml::{Document, NodeId};

/// A value in its document.
#[derive(Clone, Copy, Debug)]
pub struct Value<'d> {
    document: &'d Document,
    node: &'d Node,
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

impl<'d> Value<'d> {
    pub(super) fn new(document: &'d Document, id: NodeId) -> Value<'d> {
        Value {
            document,
            node: document.node(id),
            id,
        }
    }

    /// The number of the value in its document.
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// The document it stands in.
    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// Where it stands, from its anchor or tag on if it has one.
    ///
    /// - A plain or quoted scalar: its text with its quotes.
    /// - A block scalar: from its `|` or `>` to the end of its last line of content, without the line
    ///   break there. Blank lines after it belong to it only if it keeps them (`|+`); then it ends before
    ///   the last of their line breaks.
    /// - Nothing: the empty span right after its `:` or `-`, or after its key if there is no colon.
    /// - A block collection: from its first key or dash to the end of its last value.
    /// - A flow collection: from bracket to bracket; a pair in a list (`[a: b]`) from key to value.
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// What it is.
    #[inline]
    pub fn shape(&self) -> Shape {
        match &self.node.content {
            Content::Nothing(_) => Shape::Empty,
            Content::Source(..) | Content::Copy(..) => Shape::Scalar,
            Content::Sequence { .. } => Shape::Sequence,
            Content::Mapping { .. } => Shape::Mapping,
            Content::Alias => Shape::Alias,
        }
    }

    /// The text of a scalar that says something; never seen through a number.
    #[inline]
    pub fn text(&self) -> Option<&'d str> {
        match &self.node.content {
            Content::Source(_, span) => Some(span.of(&self.document.text)),
            Content::Copy(..) => Some(self.raw()),
            _ => None,
        }
    }

    /// Whether it is a scalar of just this text. Keys are looked for more than anything else, and nearly all
    /// of those passed over are of another length.
    #[inline]
    pub fn says(&self, text: &str) -> bool {
        match &self.node.content {
            Content::Source(_, span) if span.range().len() != text.len() => false,
            _ => self.text() == Some(text),
        }
    }

    /// The text of any scalar, `~` and `null` as written.
    pub(super) fn raw(&self) -> &'d str {
        match &self.node.content {
            Content::Source(_, span) | Content::Nothing(span) => span.of(&self.document.text),
            Content::Copy(_, copy) => self
                .document
                .copies
                .get(*copy as usize)
                .map_or("", String::as_str),
            _ => "",
        }
    }

    /// How a scalar is written; `None` for anything else.
    pub fn style(&self) -> Option<Style> {
        match &self.node.content {
            Content::Source(style, _) | Content::Copy(style, _) => Some(*style),
            Content::Nothing(_) => Some(Style::Plain),
            _ => None,
        }
    }

    /// Whether a collection is written with brackets or braces, or stands as a pair inside brackets.
    pub fn is_flow(&self) -> bool {
        matches!(
            &self.node.content,
            Content::Sequence { flow: true, .. } | Content::Mapping { flow: true, .. }
        )
    }

    /// The elements of a sequence; none for anything else.
    pub fn items(&self) -> impl ExactSizeIterator<Item = Value<'d>> + use<'d> {
        let count = match &self.node.content {
            Content::Sequence { children, .. } => *children,
            _ => 0,
        };
        self.children(count)
    }

    /// An element of a sequence, from 0.
    pub fn item(&self, index: usize) -> Option<Value<'d>> {
        self.items().nth(index)
    }

    /// The entries of a mapping, in order, a repeated key included; none for anything else.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = Entry<'d>> + use<'d> {
        let count = match &self.node.content {
            Content::Mapping { children, .. } => *children / 2,
            _ => 0,
        };
        Entries(self.children(count * 2))
    }

    /// The entry of a key in a mapping; the first, if it stands twice.
    #[inline]
    pub fn entry(&self, key: &str) -> Option<Entry<'d>> {
        self.entries().find(|entry| entry.key.says(key))
    }

    /// The value of a key in a mapping.
    #[inline]
    pub fn get(&self, key: &str) -> Option<Value<'d>> {
        self.entry(key).map(|entry| entry.value)
    }

    fn children(&self, count: u32) -> Children<'d> {
        Children {
            document: self.document,
            next: self.id.0.saturating_add(1),
            left: count,
        }
    }
}

/// Walks the values a collection holds.
struct Children<'d> {
    document: &'d Document,
    next: u32,
    left: u32,
}

impl<'d> Iterator for Children<'d> {
    type Item = Value<'d>;

    fn next(&mut self) -> Option<Value<'d>> {
        self.left = self.left.checked_sub(1)?;
        let value = Value::new(self.document, NodeId(self.next));
        self.next = value.node.after;
        Some(value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for Children<'_> {}

/// Walks keys and values by turns.
struct Entries<'d>(Children<'d>);

impl<'d> Iterator for Entries<'d> {
    type Item = Entry<'d>;

    fn next(&mut self) -> Option<Entry<'d>> {
        let key = self.0.next()?;
        let value = self.0.next()?;
        Some(Entry { key, value })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.0.len() / 2;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Entries<'_> {}
