//! What must not break the screen.

use crate::tui::command::COMMANDS;
use crate::tui::message::Message;
use crate::tui::stage::{LOCAL, Stage};
use crate::tui::update::update;

#[test]
fn no_size_of_terminal_is_too_small_to_survive() {
    let ways = [
        "",
        "esc",
        "enter",
        "enter j j enter",
        "f",
        "c",
        "?",
        "/",
        "C",
        "r",
    ];
    for keys in ways {
        let mut stage = Stage::new(80, 24);
        stage.press(keys);
        for (columns, rows) in [
            (0, 0),
            (1, 1),
            (19, 5),
            (20, 6),
            (40, 7),
            (59, 9),
            (61, 6),
            (300, 90),
        ] {
            update(&mut stage.model, Message::Resize(columns, rows));
            stage.screen();
        }
    }
}

#[test]
fn hostile_text_is_shown_and_not_obeyed() {
    let hostile = ("hours: 工作日上午", "hours: \"\\e[2J\\u202E工作日上午\" #");
    let mut stage = Stage::with(LOCAL, hostile, (110, 60));
    stage.go_to(LOCAL, "hours");
    assert!(
        stage.screen().contains("⟨U+001B⟩[2J⟨U+202E⟩工作日上午"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_broken_file_is_shown_and_not_edited() {
    let mut stage = Stage::with(LOCAL, ("base_code: \"", "base_code: [\""), (110, 30));
    stage.go_to(LOCAL, "name");
    let before = stage.text(LOCAL);
    stage.press("enter");
    stage.type_in("某某许可");
    stage.press("enter");
    assert_eq!(stage.text(LOCAL), before);
    assert!(
        stage.screen().lines().last().unwrap().starts_with(" E "),
        "{}",
        stage.screen()
    );
}

#[test]
fn no_english_word_stands_on_the_chinese_screen() {
    for command in COMMANDS.iter().filter(|command| command.name != "language") {
        let has_latin = command
            .title
            .zh
            .chars()
            .any(|letter| letter.is_ascii_alphabetic());
        assert!(!has_latin, "{}", command.title.zh);
    }
}
