//! Where findings stand, by line and column; the lines of a file are found once.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::catalog::File;
use crate::text::{Lines, Place, Span};

/// 行列: the lines of the files seen so far, by path.
#[derive(Default)]
pub(super) struct Places(RefCell<HashMap<Box<str>, Lines>>);

impl Places {
    /// Where a stretch of a file begins and ends; the end is excluded.
    pub(super) fn of(&self, file: &File, span: Span) -> (Place, Place) {
        let text = file.document().text();
        let mut known = self.0.borrow_mut();
        let lines = known.entry(file.path.clone());
        let lines = lines.or_insert_with(|| Lines::new(text));
        let place = |offset: u32| lines.place(text, offset as usize);
        (place(span.start), place(span.end))
    }
}
