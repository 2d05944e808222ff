//! Values beside each other: columns of wrapped lines with an edge between them, and a line that is marked
//! where the other side says something else.

use crate::tui::glyphs::EDGE;
use crate::tui::review::{Mark, SideLine};
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap_pieces};

/// 列: lines of pieces, and the cells they may take.
pub(super) type Column = (Vec<Vec<Piece>>, usize);

/// Columns beside each other.
pub(super) fn zipped(columns: Vec<Column>) -> Vec<Row> {
    let height = columns.iter().map(|(lines, _)| lines.len()).max();
    let mut columns: Vec<_> = columns
        .into_iter()
        .map(|(lines, cells)| (lines.into_iter(), cells))
        .collect();
    let mut row = |_| {
        let mut pieces = vec![Piece::plain(" ")];
        for (place, (lines, cells)) in columns.iter_mut().enumerate() {
            if place > 0 {
                pieces.push(Piece::sign(Role::Dim, format!(" {EDGE} ")));
            }
            let line = lines.next().unwrap_or_default();
            let used: usize = line.iter().map(Piece::cells).sum();
            pieces.extend(line);
            pieces.push(Piece::plain(" ".repeat(cells.saturating_sub(used))));
        }
        Row::of(pieces)
    };
    (0..height.unwrap_or(0)).map(&mut row).collect()
}

/// One line of a value, wrapped, with the sign of its side; quiet if it says nothing of its own.
pub(super) fn marked(line: &SideLine, is_quiet: bool, cells: usize) -> Vec<Vec<Piece>> {
    let (sign, plain, word) = match line.mark {
        Mark::Same if is_quiet => ("  ", Role::Dim, Role::Dim),
        Mark::Same => ("  ", Role::Plain, Role::Plain),
        Mark::Above => ("- ", Role::Removed, Role::RemovedWord),
        Mark::Below => ("+ ", Role::Added, Role::AddedWord),
    };
    let parts = line.parts.iter().map(|part| {
        let role = if part.is_changed { word } else { plain };
        Piece::new(role, part.text.as_str())
    });
    let parts: Vec<Piece> = parts.collect();
    let wrapped = wrap_pieces(&parts, cells.saturating_sub(2).max(4));
    let lines = wrapped.into_iter().enumerate().map(|(place, pieces)| {
        let sign = if place == 0 { sign } else { "  " };
        let mut line = vec![Piece::new(plain, sign)];
        line.extend(pieces);
        line
    });
    lines.collect()
}
