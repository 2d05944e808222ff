//! A place in a long list, and the part of the list that is on the screen.

use std::ops::Range;

/// 光标: the selected row and the first row shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// The selected row.
    pub(crate) at: usize,
    /// The first row shown.
    pub(crate) top: usize,
}

/// A way to move in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Motion {
    /// Rows up (negative) or down.
    By(isize),
    /// Pages up (negative) or down.
    Page(isize),
    /// To a row.
    To(usize),
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

impl Motion {
    /// Where the motion leads from one row of a list, with so many rows on the screen.
    pub(crate) fn from(self, at: usize, len: usize, height: usize) -> usize {
        let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
        let last = len.saturating_sub(1);
        match self {
            Motion::By(rows) => at.saturating_add_signed(rows).min(last),
            Motion::Page(pages) => at.saturating_add_signed(pages * page).min(last),
            Motion::To(row) => row.min(last),
            Motion::First => 0,
            Motion::Last => last,
        }
    }
}

impl Cursor {
    /// Brings the cursor into the list and the list to the cursor.
    pub(crate) fn settle(&mut self, len: usize, height: usize) {
        self.at = self.at.min(len.saturating_sub(1));
        self.top = scrolled(self.top, self.at..self.at + 1, len, height);
    }

    /// The rows on the screen.
    pub(crate) fn visible(&self, len: usize, height: usize) -> Range<usize> {
        self.top.min(len)..(self.top + height).min(len)
    }
}

/// The first line to show so that the wanted lines are on the screen and no room is wasted at the end; of
/// wanted lines that are too many, the first ones.
pub(crate) fn scrolled(top: usize, wanted: Range<usize>, len: usize, height: usize) -> usize {
    let last_top = len.saturating_sub(height);
    let low = wanted.end.saturating_sub(height);
    top.max(low).min(wanted.start).min(last_top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_follows_the_cursor() {
        let mut cursor = Cursor { at: 99, top: 0 };
        cursor.settle(50, 10);
        assert_eq!(cursor, Cursor { at: 49, top: 40 });
        cursor.at = 38;
        cursor.settle(50, 10);
        assert_eq!(cursor.visible(50, 10), 38..48);
        cursor.settle(0, 10);
        assert_eq!(cursor, Cursor { at: 0, top: 0 });
    }

    #[test]
    fn of_a_block_taller_than_the_screen_its_start_is_shown() {
        assert_eq!(scrolled(0, 30..60, 100, 10), 30);
        assert_eq!(scrolled(95, 98..100, 100, 10), 90);
    }

    #[test]
    fn a_page_keeps_one_row() {
        assert_eq!(Motion::Page(1).from(0, 100, 10), 9);
        assert_eq!(Motion::Page(-1).from(3, 100, 10), 0);
        assert_eq!(Motion::Last.from(3, 0, 10), 0);
    }
}
