//! Columns that line up, whatever their letters.

use crate::report::{Look, Paint};
use crate::text::{pad, width};

/// 列: its heading, and to which side its cells lean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column<'h> {
    /// The heading.
    pub(super) heading: &'h str,
    /// Whether it holds numbers, which lean to the right.
    pub(super) is_number: bool,
}

impl<'h> Column<'h> {
    /// A column of words.
    pub(super) fn words(heading: &'h str) -> Column<'h> {
        Column {
            heading,
            is_number: false,
        }
    }

    /// A column of numbers.
    pub(super) fn number(heading: &'h str) -> Column<'h> {
        Column {
            heading,
            is_number: true,
        }
    }
}

/// A table with a faint head, for a terminal. The cells are texts without control characters.
pub(super) fn table(columns: &[Column<'_>], rows: &[Vec<String>], look: &Look) -> String {
    let widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let cells = rows.iter().filter_map(|row| row.get(place));
            let widest = cells.map(|cell| width(cell)).max().unwrap_or(0);
            widest.max(width(column.heading))
        })
        .collect();
    let line = |cells: &[&str]| {
        let laid = columns.iter().zip(&widths).zip(cells);
        let laid: Vec<String> = laid
            .map(|((column, width), cell)| lay(cell, *width, column.is_number))
            .collect();
        laid.join("  ").trim_end().to_owned()
    };
    let head: Vec<&str> = columns.iter().map(|column| column.heading).collect();
    let mut text = look.paint(Paint::Faint, &line(&head));
    text.push('\n');
    for row in rows {
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        text += &line(&cells);
        text.push('\n');
    }
    text
}

fn lay(cell: &str, cells: usize, is_number: bool) -> String {
    if is_number {
        let missing = cells.saturating_sub(width(cell));
        return " ".repeat(missing) + cell;
    }
    pad(cell, cells)
}
