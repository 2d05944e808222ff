//! The reader: one pass over the parser's events gives values with places. It never fails; what is wrong
//! becomes a problem, and what was read before a break stays.

use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::text::Span;
use crate::yaml::node::{Content, Node, ScalarText};
use crate::yaml::{Document, NodeId, Problem, ProblemKind, Style};

/// Deeper than this, a file is not read on.
const DEEPEST: usize = 64;

/// Reads one file's text.
pub fn read(text: impl Into<Arc<str>>) -> Document {
    let text = text.into();
    let mut builder = Builder::new(&text);
    for event in Parser::new_from_str(&text) {
        match event {
            Ok((event, span)) => {
                let span = builder.offsets.span(span);
                if !builder.take(event, span) {
                    break;
                }
            }
            Err(error) => {
                let at = builder.offsets.byte(error.marker().index());
                builder.problem(ProblemKind::Syntax, Span::at(at), error.info());
                break;
            }
        }
    }
    let (nodes, root, problems) = builder.finish();
    Document {
        text,
        nodes,
        root,
        problems,
    }
}

/// From the parser's character counts to bytes.
struct Offsets {
    bytes: Vec<u32>,
}

impl Offsets {
    fn new(text: &str) -> Offsets {
        let ends = std::iter::once(text.len());
        let bytes = text
            .char_indices()
            .map(|(at, _)| at)
            .chain(ends)
            .map(|at| Span::at(at).start)
            .collect();
        Offsets { bytes }
    }

    fn byte(&self, character: usize) -> usize {
        self.bytes
            .get(character)
            .or(self.bytes.last())
            .copied()
            .unwrap_or(0) as usize
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        Span::new(self.byte(span.start.index()), self.byte(span.end.index()))
    }
}

/// A collection that is being read.
struct Open {
    id: NodeId,
    key: Option<NodeId>,
}

struct Builder<'t> {
    text: &'t str,
    offsets: Offsets,
    nodes: Vec<Node>,
    open: Vec<Open>,
    root: Option<NodeId>,
    problems: Vec<Problem>,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Builder<'t> {
        Builder {
            text,
            offsets: Offsets::new(text),
            nodes: Vec::with_capacity(64),
            open: Vec::new(),
            root: None,
            problems: Vec::new(),
        }
    }

    fn problem(&mut self, kind: ProblemKind, span: Span, detail: &str) {
        self.problems.push(Problem {
            kind,
            span,
            detail: detail.to_owned(),
        });
    }

    /// Takes one event; false if reading must stop.
    fn take(&mut self, event: Event<'_>, span: Span) -> bool {
        match event {
            Event::Scalar(value, style, ..) => {
                let content = self.scalar(&value, style, span);
                self.add(span, content);
            }
            Event::Alias(_) => {
                self.problem(ProblemKind::Alias, span, span.of(self.text));
                self.add(span, Content::Alias);
            }
            Event::SequenceStart(..) => {
                let flow = span.of(self.text).starts_with('[');
                return self.descend(
                    span,
                    Content::Sequence {
                        flow,
                        items: Vec::new(),
                    },
                );
            }
            Event::MappingStart(..) => {
                let flow = span.of(self.text).starts_with('{');
                return self.descend(
                    span,
                    Content::Mapping {
                        flow,
                        entries: Vec::new(),
                    },
                );
            }
            Event::SequenceEnd | Event::MappingEnd => self.ascend(span),
            Event::DocumentStart(_) if self.root.is_some() => {
                self.problem(ProblemKind::SecondDocument, span, "");
                return false;
            }
            _ => {}
        }
        true
    }

    fn scalar(&self, value: &str, style: ScalarStyle, span: Span) -> Content {
        let source = span.of(self.text);
        let (style, quotes) = match style {
            ScalarStyle::Plain => (Style::Plain, 0),
            ScalarStyle::SingleQuoted => (Style::Single, 1),
            ScalarStyle::DoubleQuoted => (Style::Double, 1),
            ScalarStyle::Literal => (Style::Literal, 0),
            ScalarStyle::Folded => (Style::Folded, 0),
        };
        let inside = source
            .get(quotes..source.len().saturating_sub(quotes))
            .unwrap_or("");
        let text = if inside == value {
            let start = span.start as usize + quotes;
            ScalarText::Source(Span::new(start, start + inside.len()))
        } else {
            ScalarText::Owned(value.into())
        };
        Content::Scalar { style, text }
    }

    fn descend(&mut self, span: Span, content: Content) -> bool {
        let id = self.add(span, content);
        self.open.push(Open { id, key: None });
        if self.open.len() > DEEPEST {
            self.problem(ProblemKind::TooDeep, span, "");
            return false;
        }
        true
    }

    fn ascend(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let end = self.end_of(open.id, span);
        if let Some(node) = self.nodes.get_mut(open.id.0 as usize) {
            node.span.end = end;
        }
    }

    /// A flow collection ends at its bracket, a block one with its last value.
    fn end_of(&self, id: NodeId, closing: Span) -> u32 {
        let Some(node) = self.nodes.get(id.0 as usize) else {
            return closing.end;
        };
        let last = match &node.content {
            Content::Sequence { flow: false, items } => items.last(),
            Content::Mapping {
                flow: false,
                entries,
            } => entries.last().map(|(_, value)| value),
            _ => return closing.end,
        };
        last.and_then(|last| self.nodes.get(last.0 as usize))
            .map_or(node.span.end, |last| last.span.end)
    }

    fn add(&mut self, span: Span, content: Content) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { span, content });
        let Some(open) = self.open.last_mut() else {
            self.root = Some(id);
            return id;
        };
        match self
            .nodes
            .get_mut(open.id.0 as usize)
            .map(|node| &mut node.content)
        {
            Some(Content::Sequence { items, .. }) => items.push(id),
            Some(Content::Mapping { entries, .. }) => match open.key.take() {
                Some(key) => entries.push((key, id)),
                None => open.key = Some(id),
            },
            _ => {}
        }
        id
    }

    fn finish(mut self) -> (Vec<Node>, Option<NodeId>, Vec<Problem>) {
        self.problems.sort_by_key(|problem| problem.span);
        (self.nodes, self.root, self.problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_place() {
        let text = "code: \"0123\"\n# 注\nbasis:\n  - {law: 护照法, article: 4}\ntext: |-\n  一\n  二\nend: x\n";
        let document = read(text);
        let root = document.root().unwrap();
        let at = |path: &str| {
            document
                .at(&crate::yaml::Path::parse(path).unwrap())
                .unwrap()
        };
        assert_eq!(at("code").text(), Some("0123"));
        assert_eq!(at("code").span().of(text), "\"0123\"");
        assert_eq!(at("basis[0].law").text(), Some("护照法"));
        assert_eq!(at("basis[0]").span().of(text), "{law: 护照法, article: 4}");
        assert_eq!(at("basis").span().of(text), "- {law: 护照法, article: 4}");
        assert_eq!(at("text").text(), Some("一\n二"));
        assert_eq!(at("text").span().of(text), "|-\n  一\n  二");
        assert_eq!(root.span().of(text), text.trim_end());
        assert!(document.problems().is_empty());
    }
}
