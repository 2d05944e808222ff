//! Keys in, text and caret out.

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;

use super::*;

fn press(field: &mut TextField, keys: &str) {
    for key in keys.split_whitespace() {
        let mut modifiers = KeyModifiers::NONE;
        let mut name = key;
        for (prefix, modifier) in [
            ("ctrl-", KeyModifiers::CONTROL),
            ("alt-", KeyModifiers::ALT),
            ("shift-", KeyModifiers::SHIFT),
        ] {
            if let Some(rest) = name.strip_prefix(prefix) {
                modifiers |= modifier;
                name = rest;
            }
        }
        let code = match name {
            "left" => KeyCode::Left,
            "right" => KeyCode::Right,
            "up" => KeyCode::Up,
            "down" => KeyCode::Down,
            "home" => KeyCode::Home,
            "end" => KeyCode::End,
            "pgdn" => KeyCode::PageDown,
            "back" => KeyCode::Backspace,
            "del" => KeyCode::Delete,
            "enter" => KeyCode::Enter,
            letter => KeyCode::Char(letter.chars().next().unwrap()),
        };
        field.key(KeyEvent::new(code, modifiers));
    }
}

fn caret(field: &TextField, width: u16, height: u16) -> (Position, String) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal
        .draw(|frame| field.draw(frame, frame.area()))
        .unwrap();
    let text = crate::tui::plain(terminal.backend().buffer());
    (terminal.get_cursor_position().unwrap(), text)
}

#[test]
fn the_caret_counts_cells_as_the_terminal_does() {
    for (text, column) in [
        ("护照a", 5),
        ("e\u{301}", 1),
        ("𠮷𫍯", 4),
        ("👩", 2),
        ("🇨🇳", 2),
        ("“…”", 3),
        ("ｶﾞ", 2),
    ] {
        let (at, _) = caret(&TextField::line(text), 20, 1);
        assert_eq!(at, Position::new(column, 0), "{text}");
    }
}

#[test]
fn a_long_line_scrolls_to_the_caret_and_cuts_no_character() {
    let mut field = TextField::line("一二三四五六七八九十");
    let (at, text) = caret(&field, 10, 1);
    assert_eq!((at.x, text.trim()), (8, "七八九十"));
    press(&mut field, "left left left");
    let (at, text) = caret(&field, 10, 1);
    assert_eq!((at.x, text.trim()), (8, "四五六七八"));
    press(&mut field, "home");
    let (at, text) = caret(&field, 10, 1);
    assert_eq!((at.x, text.trim()), (0, "一二三四五"));
}

#[test]
fn many_lines_wrap_to_the_width_by_the_rules() {
    let (at, text) = caret(&TextField::lines("一二三四，五六七\n八"), 9, 4);
    assert_eq!(text, "一二三\n四，五六\n七\n八\n");
    assert_eq!(at, Position::new(2, 3));
}

#[test]
fn up_and_down_go_by_the_rows_on_the_screen_and_keep_the_column() {
    let mut field = TextField::lines("一二三四五六七八\n九\n十一二三");
    field.fit((9, 10));
    press(&mut field, "ctrl-home right right right down");
    assert_eq!(caret(&field, 9, 6).0, Position::new(6, 1));
    press(&mut field, "down");
    assert_eq!(caret(&field, 9, 6).0, Position::new(2, 2));
    press(&mut field, "down");
    assert_eq!(caret(&field, 9, 6).0, Position::new(6, 3));
    press(&mut field, "down");
    assert_eq!(caret(&field, 9, 6).0, Position::new(8, 3));
}

#[test]
fn the_end_of_a_row_is_on_that_row() {
    let mut field = TextField::lines("一二三四五六");
    field.fit((9, 10));
    press(&mut field, "ctrl-home end");
    assert_eq!(caret(&field, 9, 3).0, Position::new(8, 0));
    press(&mut field, "x");
    assert_eq!(field.text(), "一二三四x五六");
    press(&mut field, "home shift-end");
    assert_eq!(field.selected(), "x五六");
}

#[test]
fn shift_selects_and_an_arrow_drops_the_selection_at_its_edge() {
    let mut field = TextField::line("普通护照签发");
    press(&mut field, "shift-left shift-left");
    assert_eq!(field.selected(), "签发");
    press(&mut field, "left");
    assert_eq!(field.selected(), "");
    press(&mut field, "补");
    assert_eq!(field.text(), "普通护照补签发");
    field.select_all();
    press(&mut field, "back");
    assert_eq!(field.text(), "");
    assert!(field.undo());
    assert_eq!(field.text(), "普通护照补签发");
}

#[test]
fn words_and_lines_are_erased_whole() {
    let mut field = TextField::line("依据《护照法》第 12 条");
    press(&mut field, "ctrl-w");
    assert_eq!(field.text(), "依据《护照法》第 12 ");
    press(&mut field, "ctrl-w ctrl-w ctrl-w ctrl-left ctrl-k");
    assert_eq!(field.text(), "依据《");
    press(&mut field, "ctrl-u");
    assert_eq!(field.text(), "");
    let mut field = TextField::lines("一\n二");
    press(&mut field, "up ctrl-k");
    assert_eq!(field.text(), "一二");
}

#[test]
fn one_back_erases_what_a_person_calls_one_character() {
    let mut field = TextField::line("𠮷e\u{301}👩\u{200D}🔧");
    press(&mut field, "back");
    assert_eq!(field.text(), "𠮷e\u{301}");
    press(&mut field, "back back");
    assert_eq!(field.text(), "");
}

#[test]
fn pasted_lines_become_one_where_there_is_room_for_one() {
    let mut field = TextField::line("");
    field.paste("甲\r\n乙");
    assert_eq!(field.text(), "甲 乙");
}

#[test]
fn the_place_is_counted_as_a_person_counts() {
    let field = TextField::lines("第一行\n护照");
    assert_eq!(field.position(), Place { line: 2, column: 3 });
}
