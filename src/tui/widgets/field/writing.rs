//! A text being written: the text, the caret, what is selected, and every step back. Knows neither keys nor
//! screen.

use std::ops::Range;

use crate::tui::widgets::field::steps::{Step, Steps};
use crate::tui::widgets::field::words::{next_letter, next_word, previous_letter, previous_word};

/// 正文: text with a caret in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Writing {
    text: String,
    caret: usize,
    /// The other end of what is selected.
    anchor: Option<usize>,
    steps: Steps,
}

/// What a change did to the text: where, how many bytes went and how many came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Altered {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) inserted: usize,
}

impl Writing {
    /// A text with the caret at its end.
    pub(super) fn of(text: String) -> Writing {
        Writing {
            caret: text.len(),
            text,
            ..Writing::default()
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn caret(&self) -> usize {
        self.caret
    }

    /// The stretch that is selected, if it is not empty.
    pub(super) fn selected(&self) -> Option<Range<usize>> {
        let anchor = self.anchor?;
        let range = anchor.min(self.caret)..anchor.max(self.caret);
        (!range.is_empty()).then_some(range)
    }

    /// Puts the caret somewhere; `selects` stretches the selection to there.
    pub(super) fn go(&mut self, at: usize, selects: bool) {
        self.anchor = match (selects, self.anchor) {
            (true, None) => Some(self.caret),
            (true, anchor) => anchor,
            (false, _) => None,
        };
        self.caret = at.min(self.text.len());
        self.steps.close();
    }

    /// Selects a stretch, the caret behind it.
    pub(super) fn select(&mut self, range: Range<usize>) {
        self.go(range.start, false);
        self.go(range.end, true);
    }

    /// Puts a text in the place of what is selected, or at the caret.
    pub(super) fn insert(&mut self, text: &str) -> Altered {
        let range = self.selected().unwrap_or(self.caret..self.caret);
        self.replace(range, text)
    }

    /// Takes out what is selected; else the stretch between the caret and a place.
    pub(super) fn erase_to(&mut self, at: usize) -> Option<Altered> {
        let to = at.min(self.text.len());
        let range = self.caret.min(to)..self.caret.max(to);
        let range = self.selected().unwrap_or(range);
        (!range.is_empty()).then(|| self.replace(range, ""))
    }

    /// Puts a text in the place of a stretch; can be taken back.
    pub(super) fn replace(&mut self, range: Range<usize>, text: &str) -> Altered {
        let removed = self.text.get(range.clone()).unwrap_or("").to_owned();
        let step = Step {
            at: range.start,
            removed,
            inserted: text.to_owned(),
            caret: self.caret,
        };
        self.anchor = None;
        let altered = self.put(step.at, step.removed.len(), text);
        self.steps.remember(step);
        altered
    }

    fn put(&mut self, at: usize, removed: usize, text: &str) -> Altered {
        self.text.replace_range(at..at + removed, text);
        self.caret = at + text.len();
        Altered {
            at,
            removed,
            inserted: text.len(),
        }
    }

    /// Whether there is a change to take back, and one to make again.
    pub(super) fn steps(&self) -> (bool, bool) {
        self.steps.has()
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self) -> Option<Altered> {
        let step = self.steps.back()?;
        self.anchor = None;
        let altered = self.put(step.at, step.inserted.len(), &step.removed);
        self.caret = step.caret;
        Some(altered)
    }

    /// Makes again the change that was taken back last.
    pub(super) fn redo(&mut self) -> Option<Altered> {
        let step = self.steps.again()?;
        self.anchor = None;
        Some(self.put(step.at, step.removed.len(), &step.inserted))
    }

    /// The line that a place lies in, without its break.
    pub(super) fn line_at(&self, at: usize) -> Range<usize> {
        let (before, after) = self.text.split_at(at.min(self.text.len()));
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = after.find('\n').map_or(self.text.len(), |more| at + more);
        start..end
    }

    /// The place one letter or one word before or behind the caret.
    pub(super) fn beside(&self, is_word: bool, is_behind: bool) -> usize {
        match (is_word, is_behind) {
            (false, false) => previous_letter(&self.text, self.caret),
            (false, true) => next_letter(&self.text, self.caret),
            (true, false) => previous_word(&self.text, self.caret),
            (true, true) => next_word(&self.text, self.caret),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_together_is_taken_back_together() {
        let mut writing = Writing::of("护照".to_owned());
        for letter in ["签", "发", "，", "补", "发"] {
            writing.insert(letter);
        }
        assert_eq!(writing.text(), "护照签发，补发");
        writing.undo();
        assert_eq!(writing.text(), "护照签发，");
        writing.undo();
        assert_eq!((writing.text(), writing.caret()), ("护照", 6));
        writing.redo();
        writing.redo();
        assert_eq!(writing.text(), "护照签发，补发");
        assert!(writing.redo().is_none());
    }

    #[test]
    fn a_selection_is_replaced_by_what_is_typed() {
        let mut writing = Writing::of("普通护照签发".to_owned());
        writing.select(0..6);
        assert_eq!(writing.selected(), Some(0..6));
        writing.insert("公务");
        assert_eq!(writing.text(), "公务护照签发");
        assert_eq!(writing.selected(), None);
        writing.undo();
        assert_eq!(writing.text(), "普通护照签发");
    }

    #[test]
    fn any_steps_taken_back_give_the_text_before() {
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..100 {
            let mut writing = Writing::of("第一行\n第二行👩\u{200D}🔧e\u{301}".to_owned());
            let before = writing.text().to_owned();
            for _ in 0..30 {
                match random.u8(0..5) {
                    0 => writing.go(writing.beside(random.bool(), random.bool()), random.bool()),
                    1 => drop(writing.insert("㑇a，")),
                    2 => drop(writing.insert("\n")),
                    _ => drop(writing.erase_to(writing.beside(random.bool(), random.bool()))),
                }
            }
            let after = writing.text().to_owned();
            while writing.undo().is_some() {}
            assert_eq!(writing.text(), before);
            while writing.redo().is_some() {}
            assert_eq!(writing.text(), after);
        }
    }
}
