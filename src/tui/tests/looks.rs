//! No meaning by colour alone, and no sign of ours where a terminal has only ASCII.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::tui::picture::{drawn, plain};
use crate::tui::stage::{LOCAL, Stage};
use crate::tui::theme::Theme;

/// A desk with a finding, an unsaved change, an inherited value and a difference.
fn stage() -> Stage {
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", "level: \"3\""), (110, 40));
    stage.go_to(LOCAL, "hours");
    stage.press("enter");
    stage.type_in("九点");
    stage.press("ctrl-s");
    stage
}

/// Keys that lead to every screen and to every kind of dialog.
const PLACES: [&str; 17] = [
    "",
    "esc",
    "esc esc",
    "f",
    "c",
    "r",
    "r space",
    "?",
    "g",
    "/",
    "enter",
    "q",
    "C",
    "r u",
    "r p",
    "g g j j enter",
    "g g j j j j enter",
];

#[test]
fn with_ascii_alone_no_sign_of_ours_is_left() {
    for place in PLACES {
        let mut stage = stage();
        stage.press(place);
        let with_signs = plain(&drawn(&stage.model));
        stage.model.theme.ascii = true;
        let screen = plain(&drawn(&stage.model));
        let is_sign = |letter: &char| matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}' | '…' | '≠');
        let left: String = screen.chars().filter(is_sign).collect();
        assert_eq!(left, "", "after {place:?}:\n{screen}");
        assert_ne!(with_signs, screen, "after {place:?}");
    }
}

/// The lines of the screen on which something is written in a colour.
fn lines_in(buffer: &Buffer, colour: Color, modifier: Modifier) -> Vec<String> {
    let all = plain(buffer);
    let cells = usize::from(buffer.area.width);
    let rows = buffer.content.chunks(cells).zip(all.lines());
    let has = |row: &[ratatui::buffer::Cell]| {
        let mut cells = row.iter().filter(|cell| cell.symbol() != " ");
        cells.any(|cell| cell.fg == colour && cell.modifier.contains(modifier))
    };
    let found = rows.filter(|(row, _)| has(row));
    found.map(|(_, line)| line.to_owned()).collect()
}

#[test]
fn what_a_colour_says_a_sign_says_too() {
    let bold = Modifier::BOLD;
    let meanings = [
        (Color::Red, bold, "E "),
        (Color::Yellow, Modifier::empty(), "W "),
        (Color::Blue, Modifier::empty(), "N "),
        (Color::Green, Modifier::empty(), "+ "),
    ];
    let mut seen = 0;
    for place in PLACES {
        let mut stage = stage();
        stage.press(place);
        let buffer = drawn(&stage.model);
        for (colour, modifier, sign) in meanings {
            for line in lines_in(&buffer, colour, modifier) {
                seen += 1;
                // What is said at length goes on below, and the sign stands before its beginning.
                let is_said = line.contains(sign) || plain(&buffer).contains(sign);
                assert!(is_said, "{colour} says more than {line}");
            }
        }
    }
    assert!(seen > 3, "nothing was coloured");
}

#[test]
fn without_colours_the_screen_says_the_same_and_the_row_of_the_cursor_stands_out() {
    for place in PLACES {
        let mut stage = stage();
        stage.press(place);
        let coloured = drawn(&stage.model);
        stage.model.theme = Theme::colourless();
        let bare = drawn(&stage.model);
        assert_eq!(plain(&coloured), plain(&bare));
        let is_bare =
            |cell: &ratatui::buffer::Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
        assert!(bare.content.iter().all(is_bare), "after {place:?}");
        let reversed = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
        let (mine, theirs) = (bare.content.iter(), coloured.content.iter());
        assert_eq!(
            mine.filter(reversed).count(),
            theirs.filter(reversed).count()
        );
    }
}

#[test]
fn an_inherited_value_names_its_source() {
    let stage = stage();
    let screen = stage.screen();
    assert!(screen.contains("← 基本目录"), "{screen}");
}
