//! The values read so far, in the order of the text, each before what it holds.

use crate::text::Span;
use crate::yaml::document::{Content, Node};

/// The values under way.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) copies: Vec<String>,
    /// The collections being read, the outermost first.
    open: Vec<usize>,
}

/// What the next value would be to the collection it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Root,
    Item,
    Key,
    Value,
}

/// A collection that was closed.
pub(super) struct Closed {
    pub(super) id: usize,
    pub(super) span: Span,
    pub(super) is_key: bool,
}

impl Tree {
    pub(super) fn with_capacity(nodes: usize) -> Tree {
        Tree {
            nodes: Vec::with_capacity(nodes),
            copies: Vec::new(),
            open: Vec::new(),
        }
    }

    /// How many collections are being read.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Adds a value to the collection being read.
    pub(super) fn add(&mut self, span: Span, content: Content) {
        let after = number(self.nodes.len() + 1);
        self.nodes.push(Node {
            span,
            after,
            content,
        });
        if let Some(parent) = self.open.last().and_then(|open| self.nodes.get_mut(*open))
            && let Content::Sequence { children, .. } | Content::Mapping { children, .. } =
                &mut parent.content
        {
            *children += 1;
        }
    }

    /// Adds a collection; what follows stands in it.
    pub(super) fn open(&mut self, span: Span, content: Content) {
        let id = self.nodes.len();
        self.add(span, content);
        self.open.push(id);
    }

    /// Closes the innermost collection, which ends at `end`.
    pub(super) fn close(&mut self, end: usize) -> Option<Closed> {
        let id = self.open.pop()?;
        // It is counted already: if a value is due now, it was the key.
        let is_key = self.slot() == Slot::Value;
        let after = number(self.nodes.len());
        let node = self.nodes.get_mut(id)?;
        node.span.end = number(end);
        node.after = after;
        let span = node.span;
        Some(Closed { id, span, is_key })
    }

    /// Keeps the text of a scalar that is not a stretch of the source; its number.
    pub(super) fn copy(&mut self, text: String) -> u32 {
        self.copies.push(text);
        number(self.copies.len() - 1)
    }

    pub(super) fn slot(&self) -> Slot {
        match self.parent().map(|parent| parent.content) {
            Some(Content::Sequence { .. }) => Slot::Item,
            Some(Content::Mapping { children, .. }) if children % 2 == 0 => Slot::Key,
            Some(Content::Mapping { .. }) => Slot::Value,
            _ => Slot::Root,
        }
    }

    /// The collection being read, if it is one in brackets.
    pub(super) fn flow(&self) -> Option<&Node> {
        self.parent().filter(|parent| {
            matches!(
                parent.content,
                Content::Sequence { flow: true, .. } | Content::Mapping { flow: true, .. }
            )
        })
    }

    fn parent(&self) -> Option<&Node> {
        self.open.last().and_then(|open| self.nodes.get(*open))
    }
}

/// A count as it is stored; a file has fewer bytes than fit.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
