//! What keys mean inside an editor: letters, and ways to move, select and erase.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// 按键含义: what one key does to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stroke {
    /// Writes a letter.
    Write(char),
    /// Begins a new line.
    Break,
    /// Erases up to there.
    Erase(Reach),
    /// Moves there; with `true` selecting.
    Move(Reach, bool),
}

/// How far a key reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// One character, back or on.
    Letter(Way),
    /// One word.
    Word(Way),
    /// The start or end of the row on the screen.
    Row(Way),
    /// The start or end of the line.
    Line(Way),
    /// The start or end of the text.
    Text(Way),
    /// One row up or down.
    Rows(Way),
    /// One page up or down.
    Page(Way),
}

/// Back or on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    On,
}

/// What a key does; `None` if it is no key of an editor.
pub(super) fn stroke(key: KeyEvent) -> Option<Stroke> {
    let with = |modifier| key.modifiers.contains(modifier);
    let has_shift = with(KeyModifiers::SHIFT);
    let (has_control, has_alt) = (with(KeyModifiers::CONTROL), with(KeyModifiers::ALT));
    match key.code {
        // AltGr reports both.
        KeyCode::Char(letter) if has_control == has_alt => Some(Stroke::Write(letter)),
        KeyCode::Char(letter) if has_control => control(letter),
        KeyCode::Char(letter) => alt(letter),
        KeyCode::Enter => Some(Stroke::Break),
        KeyCode::Backspace if has_control || has_alt => Some(Stroke::Erase(Reach::Word(Way::Back))),
        KeyCode::Backspace => Some(Stroke::Erase(Reach::Letter(Way::Back))),
        KeyCode::Delete if has_control || has_alt => Some(Stroke::Erase(Reach::Word(Way::On))),
        KeyCode::Delete => Some(Stroke::Erase(Reach::Letter(Way::On))),
        code => reach(code, has_control || has_alt).map(|reach| Stroke::Move(reach, has_shift)),
    }
}

fn reach(code: KeyCode, is_far: bool) -> Option<Reach> {
    let reach = match (code, is_far) {
        (KeyCode::Left, false) => Reach::Letter(Way::Back),
        (KeyCode::Right, false) => Reach::Letter(Way::On),
        (KeyCode::Left, true) => Reach::Word(Way::Back),
        (KeyCode::Right, true) => Reach::Word(Way::On),
        (KeyCode::Home, false) => Reach::Row(Way::Back),
        (KeyCode::End, false) => Reach::Row(Way::On),
        (KeyCode::Home, true) => Reach::Text(Way::Back),
        (KeyCode::End, true) => Reach::Text(Way::On),
        (KeyCode::Up, _) => Reach::Rows(Way::Back),
        (KeyCode::Down, _) => Reach::Rows(Way::On),
        (KeyCode::PageUp, _) => Reach::Page(Way::Back),
        (KeyCode::PageDown, _) => Reach::Page(Way::On),
        _ => return None,
    };
    Some(reach)
}

fn control(letter: char) -> Option<Stroke> {
    let stroke = match letter {
        'w' => Stroke::Erase(Reach::Word(Way::Back)),
        'u' => Stroke::Erase(Reach::Line(Way::Back)),
        'k' => Stroke::Erase(Reach::Line(Way::On)),
        'd' => Stroke::Erase(Reach::Letter(Way::On)),
        // Many terminals send this for Backspace.
        'h' => Stroke::Erase(Reach::Letter(Way::Back)),
        'e' => Stroke::Move(Reach::Line(Way::On), false),
        _ => return None,
    };
    Some(stroke)
}

fn alt(letter: char) -> Option<Stroke> {
    let stroke = match letter {
        'b' => Stroke::Move(Reach::Word(Way::Back), false),
        'f' => Stroke::Move(Reach::Word(Way::On), false),
        'd' => Stroke::Erase(Reach::Word(Way::On)),
        _ => return None,
    };
    Some(stroke)
}
