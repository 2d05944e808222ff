//! Edits cut down to the bytes that change.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::{Edit, Span};

/// The edits in the order of the text, without what both sides share and without those that change nothing.
pub(super) fn trim(text: &str, edits: Vec<Edit>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = edits
        .into_iter()
        .map(|edit| trim_one(text, &edit))
        .filter(|edit| !edit.span.is_empty() || !edit.text.is_empty())
        .collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

fn trim_one(text: &str, edit: &Edit) -> Edit {
    let old = edit.span.of(text);
    let head = common(old.chars(), edit.text.chars());
    let (old, new) = (
        old.get(head..).unwrap_or(""),
        edit.text.get(head..).unwrap_or(""),
    );
    let tail = common(old.chars().rev(), new.chars().rev());
    let range = edit.span.range();
    Edit {
        span: Span::new(range.start + head, range.end - tail),
        text: new.get(..new.len() - tail).unwrap_or("").to_owned(),
    }
}

/// The bytes that two texts share from where they are read.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum()
}

/// The edits that lead from one text to another, line by line.
pub(super) fn between(old: &str, new: &str) -> Vec<Edit> {
    let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    let starts = starts(&old_lines);
    let place = |line: usize| starts.get(line).copied().unwrap_or(old.len());
    capture_diff_slices(Algorithm::Myers, &old_lines, &new_lines)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Edit {
            span: Span::new(place(op.old_range().start), place(op.old_range().end)),
            text: new_lines.get(op.new_range()).unwrap_or(&[]).concat(),
        })
        .collect()
}

/// The edits that put another text in the place of a stretch, line by line.
pub(super) fn within(text: &str, stretch: Range<usize>, after: &str) -> Vec<Edit> {
    let start = stretch.start;
    between(text.get(stretch).unwrap_or(""), after)
        .into_iter()
        .map(|edit| {
            let range = edit.span.range();
            Edit {
                span: Span::new(start + range.start, start + range.end),
                text: edit.text,
            }
        })
        .collect()
}

fn starts(lines: &[&str]) -> Vec<usize> {
    let mut start = 0;
    let mut starts = Vec::with_capacity(lines.len());
    for line in lines {
        starts.push(start);
        start += line.len();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply;

    #[test]
    fn what_both_sides_share_is_not_touched() {
        let text = "名称: 普通护照签发\n";
        let edit = Edit {
            span: Span::new(8, 26),
            text: "普通护照换发".to_owned(),
        };
        let trimmed = trim(text, vec![edit]);
        assert_eq!(trimmed[0].span.of(text), "签");
        assert_eq!(trimmed[0].text, "换");
    }

    #[test]
    fn lines_that_stay_are_not_touched() {
        let (old, new) = ("a\nb\nc\nd\n", "c\na\nb\nd\n");
        let edits = between(old, new);
        assert_eq!(apply(old, &edits), new);
        assert_eq!(edits.len(), 2);
    }
}
