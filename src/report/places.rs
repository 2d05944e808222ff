//! Where findings stand, by line and column; the texts looked at last are at hand, with their lines.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

use crate::catalog::File;
use crate::text::{Lines, Place, Span};

/// So many texts are at hand: findings come file by file, and most of what stands beside them lies above.
const MOST: usize = 16;

/// 行列: the texts looked at last, the newest first.
#[derive(Default)]
pub(super) struct Places(RefCell<VecDeque<Open>>);

/// A text with its lines.
struct Open {
    path: Box<str>,
    text: Arc<str>,
    lines: Lines,
}

impl Places {
    /// Where a stretch of a file begins and ends; the end is excluded.
    pub(super) fn of(&self, file: &File, span: Span) -> (Place, Place) {
        self.look(file, |text, lines| {
            let place = |offset: u32| lines.place(text, offset as usize);
            (place(span.start), place(span.end))
        })
    }

    /// Looks at a file's text and its lines.
    pub(super) fn look<R>(&self, file: &File, look: impl FnOnce(&str, &Lines) -> R) -> R {
        let mut known = self.0.borrow_mut();
        let open = match known.iter().position(|open| open.path == file.path) {
            Some(place) => known.remove(place),
            None => None,
        };
        let open = open.unwrap_or_else(|| Open::new(file));
        let seen = look(&open.text, &open.lines);
        known.truncate(MOST - 1);
        known.push_front(open);
        seen
    }
}

impl Open {
    fn new(file: &File) -> Open {
        let text = file.text_alone();
        Open {
            path: file.path.clone(),
            lines: Lines::new(&text),
            text,
        }
    }
}
