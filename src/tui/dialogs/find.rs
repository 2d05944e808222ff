//! Looking for words in the text being edited.

use std::ops::Range;

use crate::tui::widgets::TextField;

/// 查找: what is looked for, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Find {
    /// What is looked for.
    pub(crate) field: TextField,
    /// Whether it has the keys.
    pub(crate) is_open: bool,
}

impl Default for Find {
    fn default() -> Find {
        Find {
            field: TextField::line(""),
            is_open: false,
        }
    }
}

impl Find {
    /// Marks in a text what is looked for.
    pub(super) fn mark(&self, text: &mut TextField) {
        let wanted = self.field.as_str();
        let found = if self.is_open {
            places(text.as_str(), wanted)
        } else {
            Vec::new()
        };
        text.mark(found);
    }
}

/// Goes to the next place found, behind the last to the first; or the other way.
pub(super) fn go(text: &mut TextField, is_back: bool) {
    let caret = text.caret();
    let selected = text.selected().len();
    let found = text.found();
    let place = if is_back {
        let before = found.partition_point(|found| found.start < caret - selected);
        before.checked_sub(1).or(found.len().checked_sub(1))
    } else {
        let behind = found.partition_point(|found| found.start < caret);
        Some(if behind < found.len() { behind } else { 0 })
    };
    if let Some(range) = place.and_then(|place| found.get(place)).cloned() {
        text.select(range);
    }
}

/// Which of the places found is selected, from 1, and how many there are.
pub(super) fn count(text: &TextField) -> (usize, usize) {
    let start = text.caret() - text.selected().len();
    let here = text
        .found()
        .iter()
        .position(|found| found.start == start && found.end == text.caret());
    (here.map_or(0, |here| here + 1), text.found().len())
}

/// Where a word stands; capital and small Latin letters are the same.
fn places(text: &str, wanted: &str) -> Vec<Range<usize>> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let (text, wanted) = (text.to_ascii_lowercase(), wanted.to_ascii_lowercase());
    let found = text.match_indices(&wanted);
    found.map(|(at, word)| at..at + word.len()).collect()
}
