//! Elements inside brackets put in, taken out and moved.

use crate::text::Edit;
use crate::yaml::patch::layout::{self, Element, Layout};
use crate::yaml::patch::replace::put;
use crate::yaml::patch::write::Writer;
use crate::yaml::patch::{Refusal, minimal};
use crate::yaml::{Value, source};

/// A collection in brackets as it lies in the text.
struct Flow<'d> {
    layout: Layout<'d>,
    text: &'d str,
    /// Right after the opening bracket.
    inner: usize,
    /// At the closing bracket.
    close: usize,
}

impl<'d> Flow<'d> {
    /// Refused for a pair in a list, which has no brackets of its own.
    fn of(collection: Value<'d>) -> Result<Flow<'d>, Refusal> {
        let layout = Layout::of(collection, Some(0))?;
        let text = layout.text;
        let start = source::skip_properties(text, collection.span().start as usize);
        let close = (collection.span().end as usize).saturating_sub(1);
        let brackets = (source::byte(text, start), source::byte(text, close));
        if !matches!(brackets, (b'[', b']') | (b'{', b'}')) {
            return Err(Refusal::Unusual);
        }
        Ok(Flow {
            layout,
            text,
            inner: start + 1,
            close,
        })
    }

    /// The end of the comma after an element, if there is one.
    fn comma(&self, element: Element) -> Option<usize> {
        let at = source::skip_gap(self.text, element.tail);
        (source::byte(self.text, at) == b',').then_some(at + 1)
    }

    fn has_comment(&self, start: usize, end: usize) -> bool {
        let mut at = start;
        while at < end {
            at = source::skip_blanks(self.text, at);
            match source::byte(self.text, at) {
                b'#' => return true,
                _ => at += 1,
            }
        }
        false
    }

    /// Whether an element has its lines for itself: it starts one, and after its comma another starts.
    fn owns_lines(&self, element: Element) -> bool {
        let end = self.comma(element).unwrap_or(element.tail);
        let after = source::skip_blanks(self.text, end);
        layout::starts_line(self.text, element.head)
            && (source::byte(self.text, after) == b'#'
                || source::is_break(source::byte(self.text, after)))
    }
}

/// Puts a written element before the one at `at`, or at the end.
pub(super) fn insert(
    collection: Value<'_>,
    at: usize,
    written: &str,
    writer: &Writer<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let flow = Flow::of(collection)?;
    if let Some(next) = flow.layout.elements.get(at) {
        let start = flow.layout.start(at);
        let gap = if layout::starts_line(flow.text, next.head) {
            format!(
                "{}{}",
                writer.line_break,
                " ".repeat(layout::column(flow.text, next.head))
            )
        } else {
            " ".to_owned()
        };
        return Ok(vec![put(start, start, &format!("{written},{gap}"))]);
    }
    let Some(last) = flow.layout.elements.last().copied() else {
        let is_blank = flow
            .text
            .get(flow.inner..flow.close)
            .is_some_and(|inside| inside.trim().is_empty());
        let start = if is_blank { flow.inner } else { flow.close };
        return Ok(vec![put(start, flow.close, written)]);
    };
    if !flow.owns_lines(last) {
        return Ok(match flow.comma(last) {
            Some(end) => vec![put(end, end, &format!(" {written}"))],
            None => vec![put(last.tail, last.tail, &format!(", {written}"))],
        });
    }
    let column = layout::column(flow.text, last.head);
    let line = format!("{}{}{written}", writer.line_break, " ".repeat(column));
    let Some(end) = flow.comma(last) else {
        let end = source::line_end(flow.text, last.tail);
        return Ok(vec![put(last.tail, last.tail, ","), put(end, end, &line)]);
    };
    let end = source::line_end(flow.text, end);
    Ok(vec![put(end, end, &format!("{line},"))])
}

/// Takes out the element at `index`. A comment on its own lines goes with it; others stay.
pub(super) fn remove(collection: Value<'_>, index: usize) -> Result<Vec<Edit>, Refusal> {
    let flow = Flow::of(collection)?;
    let element = flow.layout.get(index)?;
    if flow.layout.elements.len() == 1 && !flow.has_comment(flow.inner, flow.close) {
        return Ok(vec![put(flow.inner, flow.close, "")]);
    }
    if flow.owns_lines(element) {
        let end = source::line_end(flow.text, flow.comma(element).unwrap_or(element.tail));
        let start = source::line_start(flow.text, element.head);
        return Ok(vec![put(start, source::next_line(flow.text, end), "")]);
    }
    if let Some(next) = flow.layout.elements.get(index + 1)
        && !flow.has_comment(element.tail, next.head)
        && !layout::starts_line(flow.text, next.head)
    {
        return Ok(vec![put(element.head, next.head, "")]);
    }
    let before = index
        .checked_sub(1)
        .and_then(|before| flow.layout.elements.get(before));
    if let Some(before) = before.filter(|before| !flow.has_comment(before.tail, element.head)) {
        return Ok(vec![put(before.tail, element.tail, "")]);
    }
    let end = flow.comma(element).unwrap_or(element.tail);
    Ok(vec![put(
        element.head,
        source::skip_blanks(flow.text, end),
        "",
    )])
}

/// Moves the element at `index`. Refused if comments stand between: they would come to stand at another
/// element.
pub(super) fn shift(collection: Value<'_>, index: usize, to: usize) -> Result<Vec<Edit>, Refusal> {
    let flow = Flow::of(collection)?;
    let (first, last) = (index.min(to), index.max(to));
    let start = flow.layout.get(first)?.head;
    let end = flow.layout.get(last)?;
    let is_last = last + 1 == flow.layout.elements.len();
    let line = if is_last {
        flow.close
    } else {
        source::line_end(flow.text, end.tail)
    };
    if (first..last).any(|at| flow.layout.gap(at).contains('#'))
        || flow.has_comment(end.tail, line.max(end.tail))
    {
        return Err(Refusal::Unusual);
    }
    let elements = flow
        .layout
        .elements
        .get(first..=last)
        .ok_or(Refusal::Unusual)?;
    let mut pieces: Vec<&str> = elements
        .iter()
        .map(|element| flow.text.get(element.head..element.tail).unwrap_or(""))
        .collect();
    let moved = pieces.remove(index - first);
    pieces.insert(to - first, moved);
    let gaps = (first..last)
        .map(|at| flow.layout.gap(at))
        .chain(std::iter::once(""));
    let after: String = pieces
        .into_iter()
        .zip(gaps)
        .flat_map(|(piece, gap)| [piece, gap])
        .collect();
    Ok(minimal::within(flow.text, start..end.tail, &after))
}
