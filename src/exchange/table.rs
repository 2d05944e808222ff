//! A table: rows of cells, merged cells filled.

use crate::exchange::Cell;

/// 表: one sheet of a workbook, or a file that holds only one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the sheet is called; empty in a file that has no sheets.
    pub name: String,
    /// The rows, from the first that holds anything.
    pub rows: Vec<Vec<Cell>>,
    /// How many rows lie above the first.
    pub top: usize,
    /// How many columns lie left of the first.
    pub left: usize,
}

impl Table {
    /// The cell at a row and a column, from 0; an empty one beyond the end.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::Empty;
        let row = self.rows.get(row);
        row.and_then(|row| row.get(column)).unwrap_or(&EMPTY)
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The number that the file's own program gives to a row.
    pub fn number(&self, row: usize) -> usize {
        self.top + row + 1
    }

    /// Whether a row holds nothing.
    pub fn is_blank(&self, row: usize) -> bool {
        let row = self.rows.get(row);
        row.is_none_or(|row| row.iter().all(Cell::is_empty))
    }

    /// The letters by which spreadsheets call a column: A … Z, AA …
    pub fn letters(&self, column: usize) -> String {
        let mut left = self.left + column + 1;
        let mut letters = Vec::new();
        while left > 0 {
            let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + digit));
            left = (left - 1) / 26;
        }
        letters.iter().rev().collect()
    }

    /// Writes what the corner of a merged range says into all of it; counted from the table's own corner.
    pub(super) fn fill(&mut self, rows: (usize, usize), columns: (usize, usize)) {
        let said = self.cell(rows.0, columns.0).clone();
        if said.is_empty() {
            return;
        }
        let height = rows.1.min(self.rows.len().saturating_sub(1));
        for row in self.rows.iter_mut().take(height + 1).skip(rows.0) {
            let last = columns.1.min(row.len().saturating_sub(1));
            for cell in row.iter_mut().take(last + 1).skip(columns.0) {
                cell.clone_from(&said);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_spreadsheet() {
        let table = Table::default();
        let letters = [0, 25, 26, 701, 702].map(|column| table.letters(column));
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
