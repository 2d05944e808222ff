//! Elements of block collections put in, taken out and moved.

use crate::text::Edit;
use crate::yaml::patch::layout::{self, Layout};
use crate::yaml::patch::replace::put;
use crate::yaml::patch::spot::Spot;
use crate::yaml::patch::write::Writer;
use crate::yaml::patch::{Refusal, minimal};
use crate::yaml::read::place;
use crate::yaml::{Document, NodeId, Shape, Style, Value, source};

/// Puts a written element before the one at `at`, or at the end.
pub(super) fn insert(
    spot: &Spot<'_>,
    at: usize,
    written: &str,
    writer: &Writer<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let layout = spot.layout()?;
    let line = format!("{}{}", writer.line_break, " ".repeat(layout.column()));
    if at < layout.elements.len() {
        let start = layout.start(at);
        return Ok(vec![put(start, start, &format!("{written}{line}"))]);
    }
    let end = layout.end(layout.elements.len().saturating_sub(1));
    Ok(vec![put(end, end, &format!("{line}{written}"))])
}

/// Where a block collection ends with the comments inside it.
pub(super) fn end(spot: &Spot<'_>) -> Result<usize, Refusal> {
    let layout = spot.layout()?;
    Ok(layout.end(layout.elements.len().saturating_sub(1)))
}

/// Takes the element at `index` out of the collection in which a spot stands.
pub(super) fn remove(
    document: &Document,
    spot: &Spot<'_>,
    parent: Value<'_>,
    index: usize,
) -> Result<Vec<Edit>, Refusal> {
    let above = spot.above()?;
    let layout = above.layout()?;
    let element = layout.get(index)?;
    if layout.elements.len() == 1 {
        let brackets = if parent.shape() == Shape::Mapping {
            "{}"
        } else {
            "[]"
        };
        let Some(opening) = above
            .opening()?
            .filter(|_| layout::starts_line(layout.text, element.head))
        else {
            return Ok(vec![put(element.head, element.tail, brackets)]);
        };
        return Ok(vec![
            put(opening.mark, opening.mark, &format!(" {brackets}")),
            lines(document, &layout, index),
        ]);
    }
    if !layout::starts_line(layout.text, element.head) {
        // The first element on the line of a dash: what comes next takes its place there.
        let next = source::next_line(layout.text, layout.end(index));
        let blank = source::rest(layout.text, next)
            .bytes()
            .take_while(|byte| source::is_space(*byte))
            .count();
        return Ok(vec![put(element.head, next + blank, "")]);
    }
    Ok(vec![lines(document, &layout, index)])
}

/// Deletes the lines of an element, and of the blank lines around it what would stand double.
fn lines(document: &Document, layout: &Layout<'_>, index: usize) -> Edit {
    let text = layout.text;
    let head = layout.elements.get(index).map_or(0, |element| element.head);
    let own = layout.start(index);
    let start = if speaks_alone(layout, index) {
        own
    } else {
        head
    };
    let mut start = source::line_start(text, start);
    let last_line = layout.end(index);
    let mut end = source::next_line(text, last_line);
    let keeps = follows_kept_block(document, head);
    let is_blank_above = source::line_before(text, start).is_some_and(|before| {
        layout::is_blank(
            text.get(source::line_start(text, before)..before)
                .unwrap_or(""),
        )
    });
    if is_blank_above || keeps {
        end = past_blank_lines(text, end);
    }
    if end == text.len() && !keeps {
        while let Some(before) = source::line_before(text, start) {
            let line = source::line_start(text, before);
            if !layout::is_blank(text.get(line..before).unwrap_or("")) {
                break;
            }
            start = line;
        }
        // Without a line break at its end, the file loses the one before the element instead.
        if source::line_end(text, last_line) == end
            && let Some(before) = source::line_before(text, start)
        {
            start = before;
        }
    }
    put(start, end, "")
}

/// Whether the comment above an element surely speaks of it alone: nothing follows it directly.
fn speaks_alone(layout: &Layout<'_>, index: usize) -> bool {
    let next = source::next_line(layout.text, layout.end(index));
    let is_last = index + 1 == layout.elements.len();
    is_last
        || layout
            .elements
            .get(index + 1)
            .is_none_or(|after| source::line_start(layout.text, after.head) != next)
}

/// Whether a block scalar that keeps its blank lines ends right before an offset: it would take in those
/// that follow.
fn follows_kept_block(document: &Document, head: usize) -> bool {
    let before = document
        .nodes
        .partition_point(|node| (node.span.start as usize) < head);
    let Some(last) = before
        .checked_sub(1)
        .and_then(|last| u32::try_from(last).ok())
    else {
        return false;
    };
    let value = document.value(NodeId(last));
    let start = value.span().start as usize;
    let signs = document
        .text()
        .get(start..place::header_end(document.text(), start));
    matches!(value.style(), Some(Style::Literal | Style::Folded))
        && signs.is_some_and(|signs| signs.contains('+'))
}

fn past_blank_lines(text: &str, mut at: usize) -> usize {
    while at < text.len()
        && layout::is_blank(text.get(at..source::line_end(text, at)).unwrap_or("x"))
    {
        at = source::next_line(text, at);
    }
    at
}

/// Moves an element of the collection in which a spot stands. What stands between the elements stays, but
/// blank lines that a block would take in which keeps those at its end.
pub(super) fn shift(
    document: &Document,
    spot: &Spot<'_>,
    index: usize,
    to: usize,
    writer: &Writer<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let layout = spot.above()?.layout()?;
    let (first, last) = (index.min(to), index.max(to));
    let mut pieces = Vec::new();
    let mut gaps: Vec<&str> = Vec::new();
    for at in first..=last {
        let (start, end) = (layout.start(at), layout.end(at));
        let piece = layout.text.get(start..end).ok_or(Refusal::Unusual)?;
        pieces.push((piece, follows_kept_block(document, end)));
        let next = if at < last {
            layout.start(at + 1)
        } else {
            past_blank_lines(layout.text, source::next_line(layout.text, end))
        };
        gaps.push(layout.text.get(end..next).ok_or(Refusal::Unusual)?);
    }
    let start = layout.start(first);
    let length: usize = pieces
        .iter()
        .map(|(piece, _)| piece.len())
        .chain(gaps.iter().map(|gap| gap.len()))
        .sum();
    let moved = pieces.remove(index - first);
    pieces.insert(to - first, moved);
    let after: String = pieces
        .iter()
        .zip(gaps)
        .map(|((piece, keeps), gap)| match (*keeps, gap) {
            (false, _) => format!("{piece}{gap}"),
            // At the end of a file without a last line break, the block would lose one.
            (true, "") => format!("{piece}{}", writer.line_break),
            (true, _) => format!("{piece}{}", unblanked(gap)),
        })
        .collect();
    Ok(minimal::within(layout.text, start..start + length, &after))
}

/// What parts two elements, without the blank lines at its start.
fn unblanked(gap: &str) -> String {
    let (line, last_line) = (
        source::next_line(gap, 0),
        source::line_start(gap, gap.len()),
    );
    let text = past_blank_lines(gap, line).min(last_line).max(line);
    let (line_break, rest) = (gap.get(..line), gap.get(text..));
    [line_break, rest].into_iter().flatten().collect()
}
