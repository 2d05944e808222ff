//! How the elements of a collection lie in the text: where each starts and ends, what comments it has.

use crate::text::Span;
use crate::yaml::patch::Refusal;
use crate::yaml::{Shape, Value, source};

/// An element as it lies in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    /// Its key or dash; in brackets, the key or the item itself.
    pub(super) head: usize,
    /// Right after its colon or dash; the end of its key, if it has no colon; in brackets, an item starts
    /// there.
    pub(super) mark: usize,
    /// The end of its value.
    pub(super) tail: usize,
}

/// The elements of one collection.
pub(super) struct Layout<'d> {
    pub(super) text: &'d str,
    pub(super) elements: Vec<Element>,
    /// Nothing before this offset belongs to the collection.
    floor: usize,
    is_root: bool,
}

impl<'d> Layout<'d> {
    /// The layout of a collection in block or in brackets; refused if a key is announced by `?`.
    /// The collection starts after `floor`, which is `None` for the outermost one.
    pub(super) fn of(collection: Value<'d>, floor: Option<usize>) -> Result<Layout<'d>, Refusal> {
        let text: &'d str = collection.document().text();
        let start = source::skip_properties(text, collection.span().start as usize);
        let has_bracket = collection.is_flow() && matches!(source::byte(text, start), b'[' | b'{');
        let mut layout = Layout {
            text,
            elements: Vec::new(),
            floor: floor.unwrap_or(0),
            is_root: floor.is_none(),
        };
        let mut at = if has_bracket { start + 1 } else { start };
        let keys = collection
            .entries()
            .map(|entry| (Some(entry.key), entry.value));
        let items = collection.items().map(|item| (None, item));
        for (key, value) in keys.chain(items) {
            let element = layout.element(at, key, value, collection.is_flow())?;
            at = element.tail;
            layout.elements.push(element);
        }
        Ok(layout)
    }

    /// The element that follows `at`.
    fn element(
        &self,
        at: usize,
        key: Option<Value<'_>>,
        value: Value<'_>,
        is_flow: bool,
    ) -> Result<Element, Refusal> {
        let mut head = source::skip_gap(self.text, at);
        if is_flow && source::byte(self.text, head) == b',' {
            head = source::skip_gap(self.text, head + 1);
        }
        let tail = value.span().end as usize;
        let Some(key) = key else {
            let mark = if is_flow { head } else { head + 1 };
            return Ok(Element { head, mark, tail });
        };
        if key.span().start as usize != head || key.shape() == Shape::Alias {
            return Err(Refusal::Unusual);
        }
        let end = key.span().end as usize;
        let colon = source::skip_gap(self.text, end);
        let has_colon = source::byte(self.text, colon) == b':' && colon < tail;
        let mark = if has_colon { colon + 1 } else { end };
        Ok(Element { head, mark, tail })
    }

    pub(super) fn get(&self, index: usize) -> Result<Element, Refusal> {
        self.elements.get(index).copied().ok_or(Refusal::Unusual)
    }

    /// The column of the elements of a block collection.
    pub(super) fn column(&self) -> usize {
        self.elements
            .first()
            .map_or(0, |first| column(self.text, first.head))
    }

    /// Where an element starts together with the comment lines directly above that are indented alike.
    pub(super) fn start(&self, index: usize) -> usize {
        let Some(head) = self.elements.get(index).map(|element| element.head) else {
            return self.text.len();
        };
        if !starts_line(self.text, head) {
            return head;
        }
        let floor = match index
            .checked_sub(1)
            .and_then(|before| self.elements.get(before))
        {
            Some(before) => before.tail,
            None => self.floor,
        };
        let column = column(self.text, head);
        let mut start = head;
        while let Some(comment) = comment_above(self.text, start, column) {
            if comment < floor {
                break;
            }
            start = comment;
        }
        if self.is_root && index == 0 && opens_file(self.text, start) {
            head
        } else {
            start
        }
    }

    /// Where an element ends together with the comment that ends its line and the comments below that are
    /// indented deeper than it is. No line break is included.
    pub(super) fn end(&self, index: usize) -> usize {
        let Some(element) = self.elements.get(index) else {
            return self.text.len();
        };
        let column = column(self.text, element.head);
        let mut end = source::line_end(self.text, element.tail);
        let mut line = source::next_line(self.text, end);
        while line < self.text.len() {
            let letter = source::skip_blanks(self.text, line);
            match source::byte(self.text, letter) {
                b'#' if letter - line > column => end = source::line_end(self.text, letter),
                b'\n' | b'\r' => {}
                _ => break,
            }
            let next = source::next_line(self.text, line);
            if next == line {
                break;
            }
            line = next;
        }
        end
    }

    /// The text between one element and the next, or the end.
    pub(super) fn gap(&self, index: usize) -> &'d str {
        let start = self.elements.get(index).map_or(0, |element| element.tail);
        let end = self.elements.get(index + 1).map_or(start, |next| next.head);
        Span::new(start, end).of(self.text)
    }
}

/// The column of an offset, from 0. What stands before an element on its line is ASCII.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - source::line_start(text, at)
}

/// Whether only spaces stand before an offset on its line.
pub(super) fn starts_line(text: &str, at: usize) -> bool {
    let line = source::line_start(text, at);
    text.get(line..at).is_some_and(is_blank)
}

pub(super) fn is_blank(stretch: &str) -> bool {
    stretch.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// The comment on the line above that starts at this column, if that is all there is on the line.
fn comment_above(text: &str, at: usize, column: usize) -> Option<usize> {
    let before = source::line_before(text, source::line_start(text, at))?;
    let comment = source::line_start(text, before) + column;
    (source::byte(text, comment) == b'#' && comment < before && starts_line(text, comment))
        .then_some(comment)
}

/// Whether a comment stands on the first line of the file, or the first after `---`.
fn opens_file(text: &str, at: usize) -> bool {
    source::line_before(text, source::line_start(text, at)).is_none_or(|before| {
        let line = source::line_start(text, before);
        text.get(line..before)
            .is_some_and(|line| line.starts_with("---"))
    })
}
