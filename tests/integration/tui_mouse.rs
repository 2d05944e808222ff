//! What only a terminal shows of the mouse: it is asked for, told in the terminal's own words, and given back.

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

/// A click at a column and row from 1, as terminals tell it.
fn click(terminal: &mut Terminal, column: u16, row: u16) {
    terminal.keys(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
}

#[test]
fn the_mouse_is_asked_for_understood_and_given_back() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = Terminal::open(&sandbox, 120, 30);
    terminal.wait_for_sent("\x1b[?1000h\x1b[?1006h");
    terminal.wait_for("全部事项");
    // A district in the tree; its one matter is then the only one listed.
    click(&mut terminal, 5, 7);
    terminal.wait_for("│ 西湖区");
    terminal.keys("q");
    terminal.wait_for_sent("\x1b[?1006l\x1b[?1000l");
    assert_eq!(terminal.end(), (0, true));
}
