//! Makes values of events, with their exact places.

use std::borrow::Cow;

use saphyr_parser::{Event, ScalarStyle};

use crate::text::Span;
use crate::yaml::document::Content;
use crate::yaml::read::cursor::Cursor;
use crate::yaml::read::tree::{Slot, Tree};
use crate::yaml::read::{DEEPEST, keys, place};
use crate::yaml::{Problem, ProblemKind, Style, source};

pub(super) struct Builder<'t> {
    text: &'t str,
    pub(super) cursor: Cursor<'t>,
    tree: Tree,
    pub(super) problems: Vec<Problem>,
    /// How far the text is understood: the end of the last scalar or bracket, the start of the last block
    /// collection.
    pub(super) here: usize,
}

/// The place of a value: its start, the same past anchor and tag, its end as the parser tells it.
struct Place {
    start: usize,
    head: usize,
    end: usize,
    column: usize,
}

impl<'t> Builder<'t> {
    pub(super) fn new(text: &'t str) -> Builder<'t> {
        Builder {
            text,
            cursor: Cursor::new(text),
            tree: Tree::with_capacity(text.len() / 24 + 4),
            problems: Vec::new(),
            here: if text.starts_with('\u{FEFF}') {
                '\u{FEFF}'.len_utf8()
            } else {
                0
            },
        }
    }

    /// Takes one event; false if reading must stop.
    pub(super) fn take(&mut self, event: Event<'_>, span: saphyr_parser::Span) -> bool {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let place = self.place(span, anchor > 0 || tag.is_some());
                self.scalar(value, style, &place);
            }
            Event::Alias(_) => {
                let place = self.place(span, false);
                self.alias(Span::new(place.start, place.end));
            }
            Event::SequenceStart(anchor, tag) => {
                let place = self.place(span, anchor > 0 || tag.is_some());
                return self.sequence(&place);
            }
            Event::MappingStart(anchor, tag) => {
                let place = self.place(span, anchor > 0 || tag.is_some());
                return self.mapping(&place);
            }
            Event::SequenceEnd => self.ascend(span, b']'),
            Event::MappingEnd => self.ascend(span, b'}'),
            Event::DocumentStart(explicit) => return self.document(explicit, span),
            _ => {}
        }
        true
    }

    fn place(&mut self, span: saphyr_parser::Span, has_properties: bool) -> Place {
        let start = self.cursor.byte(span.start.index());
        let end = self.cursor.byte(span.end.index());
        let head = if has_properties {
            self.properties(start)
        } else {
            start
        };
        Place {
            start,
            head,
            end,
            column: span.start.col(),
        }
    }

    /// Reports the anchor and the tag that start here; where the value itself starts.
    fn properties(&mut self, start: usize) -> usize {
        let mut at = start;
        loop {
            let kind = match source::byte(self.text, at) {
                b'&' => ProblemKind::Anchor,
                b'!' => ProblemKind::Tag,
                _ => return at,
            };
            let end = source::property_end(self.text, at);
            let span = Span::new(at, end);
            let written = span.of(self.text);
            self.problems.push(Problem::new(kind, span, written));
            self.here = end;
            at = source::skip_gap(self.text, end);
        }
    }

    fn document(&mut self, explicit: bool, span: saphyr_parser::Span) -> bool {
        let start = self.cursor.byte(span.start.index());
        let end = if explicit { start + "---".len() } else { start };
        if self.tree.nodes.is_empty() {
            // Without a marker, the start told is that of the content, past the header of a block scalar.
            if explicit {
                self.here = end;
            }
            return true;
        }
        let problem = Problem::new(ProblemKind::SecondDocument, Span::new(start, end), "");
        self.problems.push(problem);
        false
    }

    fn scalar(&mut self, value: Cow<'_, str>, style: ScalarStyle, place: &Place) {
        let Place { start, head, .. } = *place;
        let (style, span, inside) = match style {
            ScalarStyle::Plain if value.is_empty() => {
                let span = self.nothing(place);
                (Style::Plain, span, Span::at(span.end as usize))
            }
            ScalarStyle::Plain => (
                Style::Plain,
                Span::new(start, place.end),
                Span::new(head, place.end),
            ),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let end = place::quoted_end(self.text, head, &value);
                let inside = Span::new(head + 1, end.saturating_sub(1));
                let is_single = style == ScalarStyle::SingleQuoted;
                let style = if is_single {
                    Style::Single
                } else {
                    Style::Double
                };
                (style, Span::new(start, end), inside)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let span = self.block(place);
                let is_literal = style == ScalarStyle::Literal;
                let style = if is_literal {
                    Style::Literal
                } else {
                    Style::Folded
                };
                (style, span, Span::at(span.end as usize))
            }
        };
        self.here = span.end as usize;
        let content = if style == Style::Plain && is_nothing(&value) {
            Content::Nothing(inside)
        } else if inside.of(self.text) == value {
            Content::Source(style, inside)
        } else {
            Content::Copy(style, self.tree.copy(value.into_owned()))
        };
        self.tree.add(span, content);
    }

    fn alias(&mut self, span: Span) {
        let name = span.of(self.text);
        self.problems
            .push(Problem::new(ProblemKind::Alias, span, name));
        self.here = span.end as usize;
        if self.tree.slot() == Slot::Key {
            self.problems
                .push(Problem::new(ProblemKind::ComplexKey, span, ""));
        }
        self.tree.add(span, Content::Alias);
    }

    /// The stretch of a block scalar. The parser does not tell where its header stands, nor, if it has an
    /// anchor or a tag, where its content starts.
    fn block(&self, place: &Place) -> Span {
        if place.start < place.head {
            let body = source::next_line(self.text, place.head);
            let first = body
                + source::rest(self.text, body)
                    .bytes()
                    .take_while(|byte| source::is_space(*byte))
                    .count();
            let indent = first - source::line_start(self.text, first);
            let span = place::block(self.text, place.head, first..place.end, indent);
            return Span::new(place.start, span.end as usize);
        }
        let header = source::skip_gap(self.text, self.past_sign());
        if !matches!(source::byte(self.text, header), b'|' | b'>') {
            return Span::new(place.start, place.end);
        }
        place::block(self.text, header, place.start..place.end, place.column)
    }

    /// The stretch of nothing.
    fn nothing(&self, place: &Place) -> Span {
        if place.start < place.head {
            Span::new(place.start, self.here)
        } else if self.tree.slot() == Slot::Key {
            Span::at(place.start)
        } else {
            Span::at(self.past_sign())
        }
    }

    /// The offset past the sign (`-`, `?`, `:`) that announces the next value, where there is one.
    fn past_sign(&self) -> usize {
        let signs: &[u8] = match self.tree.slot() {
            Slot::Root => return self.here,
            Slot::Item => b"-",
            Slot::Key => b"?",
            Slot::Value => b":",
        };
        let at = source::skip_gap(self.text, self.here);
        let is_parted =
            source::is_space(source::byte(self.text, at + 1)) || self.tree.flow().is_some();
        if signs.contains(&source::byte(self.text, at)) && is_parted {
            at + 1
        } else {
            self.here
        }
    }

    fn sequence(&mut self, place: &Place) -> bool {
        let is_flow = place.end > place.head;
        let (start, head) = if is_flow || place.start < place.head {
            (place.start, place.head)
        } else {
            // A sequence at the indentation of its key is told past its first dash.
            let dash = source::skip_gap(self.text, self.past_sign());
            (dash, dash)
        };
        let content = Content::Sequence {
            flow: is_flow,
            children: 0,
        };
        self.descend(start, head, is_flow, content)
    }

    fn mapping(&mut self, place: &Place) -> bool {
        let is_flow = place.end > place.head && source::byte(self.text, place.head) == b'{';
        let content = Content::Mapping {
            flow: is_flow || self.tree.flow().is_some(),
            children: 0,
        };
        self.descend(place.start, place.head, is_flow, content)
    }

    fn descend(&mut self, start: usize, head: usize, is_bracket: bool, content: Content) -> bool {
        let end = if is_bracket { head + 1 } else { head };
        self.here = end;
        self.tree.open(Span::new(start, end), content);
        if self.tree.depth() <= DEEPEST {
            return true;
        }
        let span = Span::new(head, end);
        let problem = Problem::new(ProblemKind::TooDeep, span, &DEEPEST.to_string());
        self.problems.push(problem);
        false
    }

    /// A flow collection ends at its bracket, any other with its last value.
    fn ascend(&mut self, closing: saphyr_parser::Span, bracket: u8) {
        let mut at = self.cursor.byte(closing.start.index());
        if source::byte(self.text, at) == b',' {
            // A mapping with a comma after its last entry is told to end there.
            at = source::skip_gap(self.text, at + 1);
        }
        if self.tree.flow().is_some() && source::byte(self.text, at) == bracket {
            self.here = at + 1;
        }
        self.close();
    }

    /// Closes the innermost collection where the text is understood to.
    fn close(&mut self) {
        let Some(closed) = self.tree.close(self.here) else {
            return;
        };
        if closed.is_key {
            let problem = Problem::new(ProblemKind::ComplexKey, closed.span, "");
            self.problems.push(problem);
        }
        keys::report_repeated(self.text, &self.tree, closed.id, &mut self.problems);
    }

    /// The bracket that was opened last and not closed yet.
    pub(super) fn bracket(&self) -> Option<usize> {
        let start = self.tree.flow()?.span.start as usize;
        Some(source::skip_properties(self.text, start))
    }

    /// The value that was read last, if it is not the outermost one.
    pub(super) fn last(&self) -> Option<Span> {
        self.tree.nodes.get(1..)?.last().map(|node| node.span)
    }

    /// Closes what a break left open: a key without a value gets nothing as its value.
    pub(super) fn finish(mut self) -> (Tree, Vec<Problem>) {
        while self.tree.depth() > 0 {
            if self.tree.slot() == Slot::Value {
                let span = Span::at(self.past_sign());
                self.here = span.end as usize;
                self.tree.add(span, Content::Nothing(span));
            }
            self.close();
        }
        (self.tree, self.problems)
    }
}

/// Whether a text without quotes says nothing to a reader of YAML.
pub(super) fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
