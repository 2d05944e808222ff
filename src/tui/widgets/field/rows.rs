//! The rows in which a text of many lines stands on the screen. After a change only the lines it touched are
//! folded again, so that a text of a megabyte can be typed in.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{fold, shown_width};
use crate::tui::widgets::field::writing::Altered;

/// 版面: where the rows of a text begin and end, at one width.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    cells: usize,
    rows: Vec<Range<usize>>,
}

impl Rows {
    /// Folds the whole text to so many cells.
    pub(super) fn of(text: &str, cells: usize) -> Rows {
        Rows {
            cells,
            rows: folded(text, 0..text.len(), cells),
        }
    }

    pub(super) fn cells(&self) -> usize {
        self.cells
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The stretch of a row; of one beyond the last, the last.
    pub(super) fn row(&self, row: usize) -> Range<usize> {
        let row = self.rows.get(row).or(self.rows.last());
        row.cloned().unwrap_or_default()
    }

    /// Folds again the lines that a change touched.
    pub(super) fn alter(&mut self, text: &str, change: Altered) {
        let start = text.get(..change.at).and_then(|before| before.rfind('\n'));
        let start = start.map_or(0, |at| at + 1);
        let end = change.at + change.inserted;
        let end = text
            .get(end..)
            .and_then(|rest| rest.find('\n').map(|at| end + at));
        let end = end.unwrap_or(text.len());
        let old_end = end + change.removed - change.inserted;
        let first = self.rows.partition_point(|row| row.start < start);
        let last = self.rows.partition_point(|row| row.start <= old_end);
        let fresh = folded(text, start..end, self.cells);
        let moved = first + fresh.len();
        self.rows.splice(first..last, fresh);
        for row in self.rows.iter_mut().skip(moved) {
            row.start = row.start + change.inserted - change.removed;
            row.end = row.end + change.inserted - change.removed;
        }
    }

    /// The row of a place. A place between two rows of a line belongs to the second, unless it `hangs` at the
    /// end of the first.
    pub(super) fn row_of(&self, at: usize, hangs: bool) -> usize {
        let row = self
            .rows
            .partition_point(|row| row.start <= at)
            .saturating_sub(1);
        let is_end = |above: usize| self.row(above).end == at;
        match row.checked_sub(1).filter(|above| hangs && is_end(*above)) {
            Some(above) => above,
            None => row,
        }
    }

    /// The cells between the start of a row and a place in it.
    pub(super) fn column(&self, text: &str, row: usize, at: usize) -> usize {
        let start = self.row(row).start;
        let before = text.get(start..at).unwrap_or("");
        before.graphemes(true).map(shown_width).sum()
    }

    /// The place in a row that is nearest to a column.
    pub(super) fn place(&self, text: &str, row: usize, column: usize) -> usize {
        let row = self.row(row);
        let mut used = 0;
        for (at, letter) in text.get(row.clone()).unwrap_or("").grapheme_indices(true) {
            let wide = shown_width(letter);
            if used + wide.div_ceil(2) > column {
                return row.start + at;
            }
            used += wide;
        }
        row.end
    }
}

/// The rows of whole lines.
fn folded(text: &str, range: Range<usize>, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = range.start;
    for line in text.get(range).unwrap_or("").split('\n') {
        let parts = fold(line, cells).into_iter();
        rows.extend(parts.map(|part| start + part.start..start + part.end));
        start += line.len() + 1;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widgets::field::writing::Writing;

    #[test]
    fn folding_what_changed_gives_what_folding_all_gives() {
        let mut random = fastrand::Rng::with_seed(5);
        for _ in 0..200 {
            let mut writing = Writing::of("第一行，很长很长的一行。\n\n第三行\n".to_owned());
            let mut rows = Rows::of(writing.text(), 10);
            for _ in 0..20 {
                writing.go(writing.beside(random.bool(), random.bool()), random.bool());
                let change = match random.u8(0..4) {
                    0 => Some(writing.insert("一二，三\n四")),
                    1 => Some(writing.insert("。")),
                    2 => writing.undo(),
                    _ => writing.erase_to(writing.beside(true, random.bool())),
                };
                if let Some(change) = change {
                    rows.alter(writing.text(), change);
                }
                assert_eq!(
                    rows.rows,
                    Rows::of(writing.text(), 10).rows,
                    "{:?}",
                    writing.text()
                );
            }
        }
    }
}
