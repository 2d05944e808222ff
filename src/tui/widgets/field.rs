//! A text field of one line or of many. The terminal's own cursor stands at the caret, so that the window
//! of a Chinese input method opens there.

use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

/// 输入框: text being typed.
#[derive(Clone, Debug)]
pub(crate) struct TextField {
    area: TextArea<'static>,
    is_multiline: bool,
}

impl TextField {
    /// A field of one line; line breaks become spaces.
    pub(crate) fn line(text: &str) -> TextField {
        TextField::new(vec![one_line(text)], false)
    }

    /// A field of many lines, wrapped to its width.
    pub(crate) fn lines(text: &str) -> TextField {
        TextField::new(text.lines().map(str::to_owned).collect(), true)
    }

    fn new(lines: Vec<String>, is_multiline: bool) -> TextField {
        let mut area = TextArea::new(lines);
        area.set_cursor_style(Style::default());
        area.set_cursor_line_style(Style::default());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        if is_multiline {
            area.set_wrap_mode(WrapMode::Glyph);
        }
        TextField { area, is_multiline }
    }

    /// Takes a key; whether the text changed.
    pub(crate) fn key(&mut self, key: KeyEvent) -> bool {
        self.area.input(key)
    }

    /// Takes pasted text.
    pub(crate) fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if self.is_multiline {
            self.area.insert_str(&text);
        } else {
            self.area.insert_str(one_line(&text));
        }
    }

    /// The text typed so far.
    pub(crate) fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Draws the text and puts the cursor.
    pub(crate) fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        let area = area.intersection(frame.area());
        if area.is_empty() {
            return;
        }
        frame.render_widget(&self.area, area);
        let caret = self.area.screen_cursor();
        let (top, left) = self.area.scroll_offset();
        let shift = |at: usize, scroll: u16, most: u16| {
            let at = u16::try_from(at).unwrap_or(u16::MAX).saturating_sub(scroll);
            at.min(most.saturating_sub(1))
        };
        frame.set_cursor_position(Position {
            x: area.x + shift(caret.col, left, area.width),
            y: area.y + shift(caret.row, top, area.height),
        });
    }
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn caret(field: &TextField, width: u16, height: u16) -> (Position, String) {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal
            .draw(|frame| field.draw(frame, frame.area()))
            .unwrap();
        let text = crate::tui::plain(terminal.backend().buffer());
        (terminal.get_cursor_position().unwrap(), text)
    }

    #[test]
    fn the_caret_counts_wide_characters_as_two() {
        let (at, _) = caret(&TextField::line("护照a"), 20, 1);
        assert_eq!(at, Position::new(5, 0));
    }

    #[test]
    fn a_long_line_scrolls_to_the_caret() {
        let (at, text) = caret(&TextField::line("一二三四五六七八九十"), 10, 1);
        assert_eq!(at, Position::new(9, 0));
        assert_eq!(text.trim(), "七八九十");
    }

    #[test]
    fn many_lines_wrap_to_the_width() {
        let (at, text) = caret(&TextField::lines("一二三四五六七\n八"), 10, 4);
        assert_eq!(text, "一二三四五\n六七\n八\n\n");
        assert_eq!(at, Position::new(2, 2));
    }

    #[test]
    fn pasted_lines_become_one_where_there_is_room_for_one() {
        let mut field = TextField::line("");
        field.paste("甲\r\n乙");
        assert_eq!(field.text(), "甲 乙");
    }
}
