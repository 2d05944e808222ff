//! A list of records as a table, where the pane is wide enough: a line an element, a column a value.

use crate::text::{Lang, width};
use crate::tui::form::{Row as FormRow, RowKind};
use crate::tui::theme::Role;
use crate::tui::widgets::Piece;

/// Cells of a pane in which a list says more than a table.
const NARROW: usize = 56;
/// Cells before the first column: the number of the element.
const NUMBER: usize = 7;
/// Least cells of the first column.
const FIRST: usize = 14;
/// Most cells of any other.
const OTHER: usize = 16;

/// 表: how wide the columns of a list are; a column without room has none.
pub(super) struct Table {
    /// Where its rows stand: below this many steps.
    pub(super) depth: usize,
    widths: Vec<usize>,
}

impl Table {
    /// The table of the list whose head stands at a place; `None` if the pane is too narrow for it.
    pub(super) fn of(rows: &[FormRow], place: usize, cells: usize, lang: Lang) -> Option<Table> {
        if cells < NARROW {
            return None;
        }
        let head = rows.get(place).filter(|row| row.kind == RowKind::List)?;
        let depth = head.path.0.len();
        let below = rows.iter().skip(place + 1);
        let inside = below.take_while(|row| row.path.0.starts_with(&head.path.0));
        let elements: Vec<&FormRow> = inside
            .filter(|row| row.kind == RowKind::Element && row.path.0.len() == depth + 1)
            .collect();
        let natural = |column: usize| {
            let cell = |row: &FormRow| row.cells.get(column).map_or(0, |cell| width(cell.of(lang)));
            let widest = elements.iter().map(|row| cell(row)).max().unwrap_or(0);
            widest.max(cell(head))
        };
        let natural: Vec<usize> = (0..head.cells.len()).map(natural).collect();
        let room = cells.saturating_sub(NUMBER + 1);
        let (first, others) = natural.split_first()?;
        let least = (*first).min(FIRST.max(room / 2));
        let mut left = room.checked_sub(least)?;
        let mut widths = vec![least];
        for wanted in others {
            let taken = (*wanted).min(OTHER) + 2;
            let fits = taken <= left;
            left -= if fits { taken } else { 0 };
            widths.push(if fits { taken - 2 } else { 0 });
        }
        if let Some(widest) = widths.first_mut() {
            *widest = (*widest + left).min(*first);
        }
        let shown = widths.iter().filter(|width| **width > 0).count();
        (shown >= 3 || shown == natural.len()).then_some(Table { depth, widths })
    }

    /// The cells of a row in their columns.
    pub(super) fn pieces(&self, row: &FormRow, role: Role, lang: Lang) -> Vec<Piece> {
        let columns = self.widths.iter().zip(&row.cells);
        let shown = columns.filter(|(width, _)| **width > 0);
        let piece = |(width, cell): (&usize, &crate::text::Message)| {
            let text = match cell.of(lang) {
                "" => "—",
                text => text,
            };
            Piece::column(role, text, width + 2)
        };
        shown.map(piece).collect()
    }

    /// A title with its number, as wide as the numbers of all rows.
    pub(super) fn number(title: &str) -> Piece {
        Piece::column(Role::Plain, &format!("   {title}"), NUMBER)
    }
}
