//! A document that was read: its text, its values in the order they stand, and what was wrong.

use std::sync::Arc;

use crate::text::Span;
use crate::yaml::{Path, Problem, Step, Style, Value};

/// One file's text and the values read from it. A broken file gives what could be read before the break.
#[derive(Clone, Debug, Default)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) span: Span,
    /// The number of the first value that neither is this one nor stands in it.
    pub(super) after: u32,
    pub(super) content: Content,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A scalar without quotes that says nothing to a reader of YAML: blank, `~` or `null`.
    Nothing(Span),
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
    content: Content::Nothing(Span { start: 0, end: 0 }),
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

    /// Whether the document may be edited at all.
    pub fn is_editable(&self) -> bool {
        self.is_faithful() && self.is_whole()
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

    /// The way down to the innermost value at an offset. A key belongs to its value; what stands between two
    /// elements belongs to the first.
    pub fn way_to(&self, offset: u32) -> Path {
        let mut way = Path::default();
        let mut next = self.root();
        while let Some(value) = next {
            let entries = value
                .entries()
                .take_while(|entry| entry.key.span().start <= offset);
            let items = value.items().take_while(|item| item.span().start <= offset);
            next = if let Some(entry) = entries.last() {
                way = way.then_key(entry.key.text().unwrap_or(""));
                Some(entry.value).filter(|value| value.span().start <= offset)
            } else if let Some((index, item)) = items.enumerate().last() {
                way = way.then_index(index);
                Some(item)
            } else {
                None
            };
        }
        way
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.0 as usize).unwrap_or(&NOTHING)
    }
}

#[cfg(test)]
mod tests {
    use crate::yaml::read;

    #[test]
    fn an_offset_lies_in_the_innermost_value() {
        let text = "a: 1\nlist:\n  - x\n  - {y: 2, z: }\nend: 3\n";
        let document = read(text);
        let way = |at: &str| document.way_to(u32::try_from(text.find(at).unwrap()).unwrap());
        let ways: Vec<String> = ["a", "1", "list", "x", "y", "2", "z", "end"]
            .map(|at| way(at).to_string())
            .into();
        assert_eq!(
            ways,
            [
                "a",
                "a",
                "list",
                "list[0]",
                "list[1].y",
                "list[1].y",
                "list[1].z",
                "end"
            ]
        );
    }
}
