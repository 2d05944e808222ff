//! All levels of one matter, field by field, for a terminal: blocks of as many columns as fit. What is
//! inherited is marked and faint; what departs has a sign, not only a colour.

use crate::catalog::Catalog;
use crate::levels::{Cell, Class, Matrix, Standing, View, is_forbidden};
use crate::report::levels::brief::full;
use crate::report::levels::field_title;
use crate::report::levels::place::{base_code, name, place};
use crate::report::{Look, Paint};
use crate::text::{Words, pad, visible, width, words, wrap};

const LEGEND: Words = words(
    "↑ 沿用上级  ! 与上级不同  ✓ 准予不同  ~ 标准允许",
    "↑ inherited  ! differs from above  ✓ approved  ~ allowed by the standard",
);
const FIELD: Words = words("字段", "Field");

/// A narrower column cannot be read.
const NARROWEST: usize = 16;
/// A wider one wastes room.
const WIDEST: usize = 34;
const WIDEST_TITLE: usize = 16;
/// Longer values are cut after so many lines.
const MOST_LINES: usize = 8;

/// The sign before a value: how it came to be.
pub(super) fn sign(catalog: &Catalog, cell: &Cell<'_>) -> &'static str {
    let Some(difference) = &cell.difference else {
        return if cell.is_own || cell.value.is_none() {
            " "
        } else {
            "↑"
        };
    };
    if cell.standing.as_ref().is_some_and(Standing::is_approved) {
        "✓"
    } else if is_forbidden(&catalog.standard, difference) {
        "!"
    } else {
        "~"
    }
}

/// The matrix for a person.
pub fn matrix_human(catalog: &Catalog, matrix: &Matrix<'_>, look: &Look) -> String {
    let view = View {
        catalog,
        revision: None,
    };
    let mut text = String::new();
    if let Some(base) = matrix.columns.first() {
        let title = format!("{} {}", visible(base_code(view, *base)), name(view, *base));
        text += &look.paint(Paint::Strong, &title);
        text.push('\n');
    }
    let layout = Layout::new(catalog, matrix, look);
    let mut start = 0;
    while start < matrix.columns.len() {
        let end = (start + layout.count).min(matrix.columns.len());
        text.push('\n');
        text += &layout.block(start..end);
        start = end;
    }
    text + "\n" + &look.paint(Paint::Faint, LEGEND.of(look.lang)) + "\n"
}

/// 版面: how wide the columns are, and how many stand beside each other.
struct Layout<'r, 'c> {
    catalog: &'c Catalog,
    matrix: &'r Matrix<'c>,
    look: &'r Look,
    title: usize,
    column: usize,
    count: usize,
}

impl<'r, 'c> Layout<'r, 'c> {
    fn new(catalog: &'c Catalog, matrix: &'r Matrix<'c>, look: &'r Look) -> Layout<'r, 'c> {
        let titles = matrix.rows.iter();
        let titles = titles.map(|row| width(&field_title(catalog, row.field, look.lang)));
        let title = titles.max().unwrap_or(0).min(WIDEST_TITLE);
        let room = look.width.saturating_sub(title);
        let count = (room / (NARROWEST + 2)).clamp(1, matrix.columns.len().max(1));
        let column = (room / count).saturating_sub(2).clamp(8, WIDEST);
        Layout {
            catalog,
            matrix,
            look,
            title,
            column,
            count,
        }
    }

    fn block(&self, columns: std::ops::Range<usize>) -> String {
        let lang = self.look.lang;
        let view = View {
            catalog: self.catalog,
            revision: None,
        };
        let ids = self.matrix.columns.get(columns.clone()).unwrap_or_default();
        let places = ids
            .iter()
            .map(|id| (Some(Paint::Strong), place(view, *id, lang)));
        let heads = places.map(|(paint, place)| (paint, wrap(&place, self.column)));
        let mut text = self.lines(FIELD.of(lang), &heads.collect::<Vec<_>>());
        for row in &self.matrix.rows {
            let cells = row.cells.get(columns.clone()).unwrap_or_default();
            let cells: Vec<_> = cells.iter().map(|cell| self.cell(cell)).collect();
            text += &self.lines(&field_title(self.catalog, row.field, lang), &cells);
        }
        text
    }

    fn cell(&self, cell: &Cell<'c>) -> (Option<Paint>, Vec<String>) {
        let sign = sign(self.catalog, cell);
        let value = cell
            .value
            .map(|value| full(self.catalog, value.field, value.value, self.look.lang));
        let lines = value.unwrap_or_default();
        let wrapped = lines
            .iter()
            .flat_map(|line| wrap(line, self.column.saturating_sub(2)));
        let mut wrapped: Vec<String> = wrapped.collect();
        if wrapped.len() > MOST_LINES {
            wrapped.truncate(MOST_LINES - 1);
            wrapped.push("…".to_owned());
        }
        let lines = wrapped.iter().enumerate();
        let lines = lines.map(|(place, line)| match place {
            0 => format!("{} {line}", pad(sign, 1)),
            _ => format!("  {line}"),
        });
        (paint(sign, cell), lines.collect())
    }

    /// The lines of a row: its title, and its cells beside each other.
    fn lines(&self, title: &str, cells: &[(Option<Paint>, Vec<String>)]) -> String {
        let titles = wrap(title, self.title.max(4));
        let height = cells
            .iter()
            .map(|(_, lines)| lines.len())
            .max()
            .unwrap_or(0);
        let mut text = String::new();
        for place in 0..height.max(titles.len()) {
            let title = titles.get(place).map_or("", String::as_str);
            let mut line = self.look.paint(Paint::Strong, &pad(title, self.title));
            for (paint, lines) in cells {
                let cell = lines.get(place).map_or("", String::as_str);
                line += "  ";
                let cell = pad(cell, self.column);
                line += &paint.map_or_else(|| cell.clone(), |paint| self.look.paint(paint, &cell));
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

fn paint(sign: &str, cell: &Cell<'_>) -> Option<Paint> {
    let class = cell.difference.as_ref().map(|difference| difference.class);
    match (sign, class) {
        ("↑", _) => Some(Paint::Faint),
        ("!", Some(Class::Conflict | Class::Looser)) => Some(Paint::Red),
        ("!", _) => Some(Paint::Yellow),
        ("~" | "✓", _) => Some(Paint::Green),
        _ => None,
    }
}
