//! How an editor looks: its rows, what is selected, what was found, and the terminal's own cursor at the caret.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::shown_width;
use crate::tui::widgets::field::TextField;
use crate::tui::widgets::field::rows::Rows;
use crate::tui::widgets::piece::put;
use crate::tui::widgets::{Spot, scrolled, spot};

/// Draws many lines. The caret has a cell of its own behind the longest row.
pub(super) fn lines(field: &TextField, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width).saturating_sub(1).max(2);
    let text = field.writing.text();
    let rows = if field.rows.cells() == cells {
        Cow::Borrowed(&field.rows)
    } else {
        Cow::Owned(Rows::of(text, cells))
    };
    let caret = field.writing.caret();
    let at = rows.row_of(caret, field.hangs);
    let height = usize::from(area.height);
    let top = scrolled(field.top, at..at + 1, rows.len(), height);
    let mut line = Rect { height: 1, ..area };
    for row in top..rows.len().min(top + height) {
        stretch(field, frame, line, rows.row(row));
        line.y += 1;
    }
    let column = rows.column(text, at, caret);
    cursor(frame, area, (column, at - top));
}

/// Draws one line. A line too long for the area is shown by halves of the area, so that there is something to
/// see on both sides of the caret.
pub(super) fn line(field: &TextField, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width).max(1);
    let text = field.writing.text();
    let caret = field.writing.caret();
    let before: usize = text
        .get(..caret)
        .unwrap_or("")
        .graphemes(true)
        .map(shown_width)
        .sum();
    let whole: usize = before
        + text
            .get(caret..)
            .unwrap_or("")
            .graphemes(true)
            .map(shown_width)
            .sum::<usize>();
    let half = (cells / 2).max(1);
    let left = before.saturating_sub(cells - 1).next_multiple_of(half);
    let left = left.min((whole + 1).saturating_sub(cells));
    let (start, hidden) = start(text, left);
    stretch(field, frame, Rect { height: 1, ..area }, start..text.len());
    cursor(frame, area, (before.saturating_sub(hidden), 0));
}

/// The first character that is shown whole behind so many hidden cells, and the cells really hidden.
fn start(text: &str, left: usize) -> (usize, usize) {
    let mut hidden = 0;
    for (at, letter) in text.grapheme_indices(true) {
        if hidden >= left {
            return (at, hidden);
        }
        hidden += shown_width(letter);
    }
    (if left == 0 { 0 } else { text.len() }, hidden)
}

fn stretch(field: &TextField, frame: &mut Frame<'_>, area: Rect, range: Range<usize>) {
    let selected = field.writing.selected().unwrap_or_default();
    let found = field
        .found
        .partition_point(|found| found.end <= range.start);
    let mut found = field.found.iter().skip(found).peekable();
    let mut x = area.x;
    let text = field.writing.text().get(range.clone()).unwrap_or("");
    for (at, letter) in text.grapheme_indices(true) {
        let at = range.start + at;
        while found.next_if(|found| found.end <= at).is_some() {}
        let style = if selected.contains(&at) {
            Style::new().add_modifier(Modifier::REVERSED)
        } else if found.peek().is_some_and(|found| found.contains(&at)) {
            Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
        } else {
            Style::new()
        };
        let room = area.right().saturating_sub(x);
        if usize::from(room) < shown_width(letter) {
            return;
        }
        spot(to_the_right(area, x), Spot::Letter(at));
        x = put(frame.buffer_mut(), (x, area.y), room, letter, style);
    }
    spot(to_the_right(area, x), Spot::Letter(range.end));
}

/// What is left of an area from a column on.
fn to_the_right(area: Rect, x: u16) -> Rect {
    let width = area.right().saturating_sub(x);
    Rect { x, width, ..area }
}

fn cursor(frame: &mut Frame<'_>, area: Rect, (column, row): (usize, usize)) {
    let within = |at: usize, most: u16| {
        u16::try_from(at)
            .unwrap_or(u16::MAX)
            .min(most.saturating_sub(1))
    };
    frame.set_cursor_position(Position {
        x: area.x + within(column, area.width),
        y: area.y + within(row, area.height),
    });
}
