//! One value replaced by another.

use crate::text::{Edit, Span};
use crate::yaml::patch::block;
use crate::yaml::patch::spot::{Opening, Spot};
use crate::yaml::patch::write::Writer;
use crate::yaml::patch::{Data, Refusal};
use crate::yaml::read::place;
use crate::yaml::{Document, Shape, Style, Value, source};

/// The edits that put `data` in the place of a value.
pub(super) fn replace(
    document: &Document,
    spot: &Spot<'_>,
    data: &Data,
    writer: &Writer<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let old = spot.value;
    if spot.is_in_flow() {
        let written = match data {
            Data::Text(text) => writer.flow_like(old, text),
            other => writer.flow(other),
        };
        return in_flow(document.text(), spot, &written);
    }
    let Some(opening) = spot.opening()? else {
        return Ok(vec![outermost(document.text(), old, data, writer)]);
    };
    let written = match data {
        Data::Text(text) => format!(" {}", writer.block_like(old, text, Some(opening))),
        other => writer.value(other, opening.column, opening.sign),
    };
    let end = match old.shape() {
        Shape::Sequence | Shape::Mapping if !old.is_flow() => block::end(spot)?,
        _ => old.span().end as usize,
    };
    let place = Old {
        text: document.text(),
        value: old,
        start: old.span().start as usize,
        end,
        opening,
        becomes_collection: matches!(data, Data::List(_) | Data::Map(_)),
    };
    Ok(place.replace(&written))
}

fn in_flow(text: &str, spot: &Spot<'_>, written: &str) -> Result<Vec<Edit>, Refusal> {
    let span = spot.value.span();
    let (parent, _) = spot.place()?;
    let sign = match span.is_empty() {
        false => "",
        true if parent.shape() == Shape::Sequence => return Err(Refusal::Unusual),
        true if text
            .get(..span.start as usize)
            .is_some_and(|before| before.ends_with(':')) =>
        {
            " "
        }
        true => ": ",
    };
    Ok(vec![Edit {
        span,
        text: format!("{sign}{written}"),
    }])
}

/// The outermost value gets its own lines, unless it stays a scalar.
fn outermost(text: &str, old: Value<'_>, data: &Data, writer: &Writer<'_>) -> Edit {
    let span = old.span();
    let start = span.start as usize;
    let (written, is_scalar) = match data {
        Data::Text(text) => (writer.block_like(old, text, None), true),
        other => (
            writer.root(other),
            matches!(other, Data::Bool(_) | Data::Int(_)),
        ),
    };
    let marker = text
        .get(source::line_start(text, start)..start)
        .unwrap_or("");
    let gap = match marker {
        "" => "",
        _ if is_scalar && span.is_empty() => " ",
        _ if is_scalar || span.is_empty() && marker.trim().is_empty() => "",
        _ => writer.line_break,
    };
    Edit {
        span,
        text: format!("{gap}{written}"),
    }
}

/// The value to be replaced in a block.
struct Old<'d> {
    text: &'d str,
    value: Value<'d>,
    start: usize,
    /// The end of its text, of comments inside it too.
    end: usize,
    opening: Opening,
    becomes_collection: bool,
}

impl Old<'_> {
    /// What is written starts with a space and goes on on the line of the sign, or starts with a line break,
    /// or is nothing at all.
    fn replace(&self, written: &str) -> Vec<Edit> {
        let parted = written.find(['\r', '\n']).unwrap_or(written.len());
        let (first, rest) = written.split_at(parted);
        let mark = self.opening.mark;
        let mark_line = source::line_end(self.text, mark);
        let is_block =
            matches!(self.value.shape(), Shape::Sequence | Shape::Mapping) && !self.value.is_flow();
        if self.value.span().is_empty() {
            return vec![put(mark, mark, first), put(mark_line, mark_line, rest)];
        }
        if matches!(self.value.style(), Some(Style::Literal | Style::Folded)) {
            return self.replace_block(first, rest);
        }
        match (self.start < mark_line, is_block) {
            (true, true) => vec![put(mark, self.end, written)],
            (true, false) => {
                let end = source::line_end(self.text, self.end);
                vec![self.put_first(self.end, first), put(end, end, rest)]
            }
            (false, true) => vec![put(mark, mark, first), put(mark_line, self.end, rest)],
            (false, false) if rest.is_empty() && !first.is_empty() => {
                vec![put(self.start, self.end, first.trim_start())]
            }
            (false, false) => {
                let line = source::line_start(self.text, self.start);
                let before = source::line_before(self.text, line).unwrap_or(line);
                vec![put(mark, mark, first), put(before, self.end, rest)]
            }
        }
    }

    /// A block scalar: its header and its lines, so that a comment after the header stays.
    fn replace_block(&self, first: &str, rest: &str) -> Vec<Edit> {
        let signs_end = place::header_end(self.text, self.start);
        let header_line = source::line_end(self.text, signs_end);
        vec![
            self.put_first(signs_end, first),
            put(header_line, self.end.max(header_line), rest),
        ]
    }

    /// Puts the first line in the place of the old one. The blanks before it stay, but for a collection, whose
    /// column is counted from its sign, and for nothing.
    fn put_first(&self, end: usize, first: &str) -> Edit {
        if first.is_empty() || self.becomes_collection {
            put(self.opening.mark, end, first)
        } else {
            put(self.start, end, first.trim_start())
        }
    }
}

/// An edit.
pub(super) fn put(start: usize, end: usize, text: &str) -> Edit {
    Edit {
        span: Span::new(start, end),
        text: text.to_owned(),
    }
}
