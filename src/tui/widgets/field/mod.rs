//! A text field of one line or of many. The terminal's own cursor stands at the caret, so that the window
//! of a Chinese input method opens there.

mod draw;
mod keys;
mod paste;
mod rows;
mod steps;
mod words;
mod writing;

use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) use paste::Pasted;

use crate::text::Place;
use crate::tui::widgets::field::keys::{Reach, Stroke, Way, stroke};
use crate::tui::widgets::field::paste::cleaned;
use crate::tui::widgets::field::rows::Rows;
use crate::tui::widgets::field::writing::{Altered, Writing};
use crate::tui::widgets::scrolled;

/// Rows and cells of an editor of many lines before it is told its size.
const UNTOLD: (usize, usize) = (60, 10);

/// 输入框: text being typed.
#[derive(Clone, Debug)]
pub(crate) struct TextField {
    writing: Writing,
    is_multiline: bool,
    rows: Rows,
    /// The first row shown, and how many there is room for.
    top: usize,
    height: usize,
    /// The column that moves up and down keep to.
    goal: Option<usize>,
    /// Whether the caret stands at the end of a row that the text runs on from.
    hangs: bool,
    /// What is marked as found, in order.
    found: Vec<Range<usize>>,
}

impl TextField {
    /// A field of one line; line breaks become spaces.
    pub(crate) fn line(text: &str) -> TextField {
        TextField::new(text.lines().collect::<Vec<_>>().join(" "), false)
    }

    /// A field of many lines, wrapped to its width.
    pub(crate) fn lines(text: &str) -> TextField {
        TextField::new(text.lines().collect::<Vec<_>>().join("\n"), true)
    }

    fn new(text: String, is_multiline: bool) -> TextField {
        let (cells, height) = UNTOLD;
        let rows = if is_multiline {
            Rows::of(&text, cells)
        } else {
            Rows::default()
        };
        TextField {
            writing: Writing::of(text),
            is_multiline,
            rows,
            top: 0,
            height,
            goal: None,
            hangs: false,
            found: Vec::new(),
        }
    }

    /// Tells a field of many lines how many cells and rows it is shown in.
    pub(crate) fn fit(&mut self, (cells, height): (usize, usize)) {
        if !self.is_multiline {
            return;
        }
        let cells = cells.saturating_sub(1).max(2);
        self.height = height.max(1);
        if self.rows.cells() != cells {
            self.rows = Rows::of(self.writing.text(), cells);
        }
        let at = self.row();
        self.top = scrolled(self.top, at..at + 1, self.rows.len(), self.height);
    }

    /// Takes a key; whether the text changed.
    pub(crate) fn key(&mut self, key: KeyEvent) -> bool {
        match stroke(key) {
            Some(Stroke::Write(letter)) => {
                let change = self.writing.insert(letter.encode_utf8(&mut [0; 4]));
                self.altered(Some(change))
            }
            Some(Stroke::Break) if self.is_multiline => {
                let change = self.writing.insert("\n");
                self.altered(Some(change))
            }
            Some(Stroke::Break) | None => false,
            Some(Stroke::Erase(reach)) => {
                let to = self.place(reach);
                let change = self.writing.erase_to(to);
                self.altered(change)
            }
            Some(Stroke::Move(reach, selects)) => {
                self.go(reach, selects);
                false
            }
        }
    }

    /// Takes pasted text; says what had to be taken out of it.
    pub(crate) fn paste(&mut self, text: &str) -> Pasted {
        let (text, pasted) = cleaned(text, self.is_multiline);
        let change = self.writing.insert(&text);
        self.altered(Some(change));
        pasted
    }

    /// The text typed so far.
    pub(crate) fn text(&self) -> String {
        self.writing.text().to_owned()
    }

    /// The text typed so far, as it stands.
    pub(crate) fn as_str(&self) -> &str {
        self.writing.text()
    }

    /// Puts a text of as many characters in the place of the whole; can be taken back.
    pub(crate) fn rewrite(&mut self, text: &str) -> bool {
        let caret = self.writing.caret();
        let before = self.writing.text().get(..caret).unwrap_or("");
        let at = text.char_indices().nth(before.chars().count());
        let change = self.writing.replace(0..self.writing.text().len(), text);
        let is_altered = self.altered(Some(change));
        self.writing.go(at.map_or(text.len(), |(at, _)| at), false);
        self.moved();
        is_altered
    }

    /// What is selected.
    pub(crate) fn selected(&self) -> &str {
        let range = self.writing.selected().unwrap_or_default();
        self.writing.text().get(range).unwrap_or("")
    }

    /// Takes out what is selected; whether there was anything.
    pub(crate) fn cut(&mut self) -> bool {
        let change = self.writing.erase_to(self.writing.caret());
        self.altered(change)
    }

    /// Selects everything.
    pub(crate) fn select_all(&mut self) {
        self.select(0..self.writing.text().len());
    }

    /// Selects a stretch and shows it.
    pub(crate) fn select(&mut self, range: Range<usize>) {
        self.writing.select(range);
        self.moved();
    }

    /// Whether there is a change to take back, and one to make again.
    pub(crate) fn steps(&self) -> (bool, bool) {
        self.writing.steps()
    }

    /// Takes the last change back; whether there was one.
    pub(crate) fn undo(&mut self) -> bool {
        let change = self.writing.undo();
        self.altered(change)
    }

    /// Makes again the change that was taken back last; whether there was one.
    pub(crate) fn redo(&mut self) -> bool {
        let change = self.writing.redo();
        self.altered(change)
    }

    /// Marks stretches as found.
    pub(crate) fn mark(&mut self, found: Vec<Range<usize>>) {
        self.found = found;
    }

    /// What is marked as found.
    pub(crate) fn found(&self) -> &[Range<usize>] {
        &self.found
    }

    /// Where the caret is, in bytes.
    pub(crate) fn caret(&self) -> usize {
        self.writing.caret()
    }

    /// Where the caret is, as a person counts.
    pub(crate) fn position(&self) -> Place {
        let before = self
            .writing
            .text()
            .get(..self.writing.caret())
            .unwrap_or("");
        let line = self.writing.line_at(self.writing.caret());
        let column = before.get(line.start..).unwrap_or("").chars().count() + 1;
        Place {
            line: before.matches('\n').count() + 1,
            column,
        }
    }

    /// Puts the caret before a letter, by its place in bytes.
    pub(crate) fn point(&mut self, at: usize) {
        self.select(at..at);
    }

    /// Draws the text and puts the cursor.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        let area = area.intersection(frame.area());
        if area.is_empty() {
            return;
        }
        if self.is_multiline {
            draw::lines(self, frame, area);
        } else {
            draw::line(self, frame, area);
        }
    }

    fn altered(&mut self, change: Option<Altered>) -> bool {
        let Some(change) = change else {
            return false;
        };
        if self.is_multiline {
            self.rows.alter(self.writing.text(), change);
        }
        self.found.clear();
        self.moved();
        true
    }

    /// After the caret went anywhere but up or down.
    fn moved(&mut self) {
        self.goal = None;
        self.hangs = false;
        self.follow();
    }

    fn follow(&mut self) {
        let at = self.row();
        self.top = scrolled(self.top, at..at + 1, self.rows.len(), self.height);
    }

    fn row(&self) -> usize {
        self.rows.row_of(self.writing.caret(), self.hangs)
    }

    fn go(&mut self, reach: Reach, selects: bool) {
        let (is_up, rows) = match reach {
            Reach::Rows(way) => (way == Way::Back, 1),
            Reach::Page(way) => (way == Way::Back, self.height.saturating_sub(1).max(1)),
            _ => {
                let to = self
                    .collapsed(reach, selects)
                    .unwrap_or_else(|| self.place(reach));
                self.writing.go(to, selects);
                self.moved();
                self.hangs = reach == Reach::Row(Way::On);
                return;
            }
        };
        self.go_rows(is_up, rows, selects);
    }

    /// An arrow drops a selection and stays at its edge.
    fn collapsed(&self, reach: Reach, selects: bool) -> Option<usize> {
        let range = self.writing.selected().filter(|_| !selects)?;
        match reach {
            Reach::Letter(Way::Back) => Some(range.start),
            Reach::Letter(Way::On) => Some(range.end),
            _ => None,
        }
    }

    /// Up from the first row leads to the start, down from the last to the end.
    fn go_rows(&mut self, is_up: bool, rows: usize, selects: bool) {
        let text = self.writing.text();
        let here = self.row();
        let column = || self.rows.column(text, here, self.writing.caret());
        let goal = self.goal.unwrap_or_else(column);
        let last = self.rows.len().saturating_sub(1);
        let there = if is_up {
            here.saturating_sub(rows)
        } else {
            (here + rows).min(last)
        };
        let at = match (self.is_multiline && there != here, is_up) {
            (true, _) => self.rows.place(text, there, goal),
            (false, true) => 0,
            (false, false) => text.len(),
        };
        let hangs = at == self.rows.row(there).end;
        self.writing.go(at, selects);
        self.goal = Some(goal);
        self.hangs = hangs;
        self.follow();
    }

    /// Where a reach leads.
    fn place(&self, reach: Reach) -> usize {
        let caret = self.writing.caret();
        let line = self.writing.line_at(caret);
        match reach {
            Reach::Letter(way) => self.writing.beside(false, way == Way::On),
            Reach::Word(way) => self.writing.beside(true, way == Way::On),
            Reach::Row(Way::Back) if self.is_multiline => self.rows.row(self.row()).start,
            Reach::Row(Way::On) if self.is_multiline => self.rows.row(self.row()).end,
            // Behind the end of a line lies its break.
            Reach::Line(Way::On) if line.end == caret => self.writing.beside(false, true),
            Reach::Line(Way::Back) | Reach::Row(Way::Back) => line.start,
            Reach::Line(Way::On) | Reach::Row(Way::On) => line.end,
            Reach::Text(Way::Back) => 0,
            Reach::Text(Way::On) => self.writing.text().len(),
            Reach::Rows(_) | Reach::Page(_) => caret,
        }
    }
}

#[cfg(test)]
mod tests;
