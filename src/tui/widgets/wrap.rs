//! Wrapping of Chinese and Latin text to a number of cells: between any two Chinese characters, but not
//! before a closing mark and not inside a word or number.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{visible, width};
use crate::tui::widgets::Piece;

/// Marks that may not begin a line.
const CLOSING: &str = "，。、；：？！）》」』】〉”’…—·,.;:?!)]}";

/// Wraps a text; line breaks in it are kept, everything else hostile is made visible.
pub(crate) fn wrap(text: &str, cells: usize) -> Vec<String> {
    let wrapped = text
        .lines()
        .flat_map(|line| wrap_pieces(&[Piece::plain(line)], cells));
    let lines: Vec<String> = wrapped
        .map(|line| line.into_iter().map(|piece| piece.text).collect())
        .collect();
    if lines.is_empty() {
        vec![String::new()]
    } else {
        lines
    }
}

/// Wraps one line of pieces.
pub(crate) fn wrap_pieces(pieces: &[Piece], cells: usize) -> Vec<Vec<Piece>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for atom in atoms(pieces) {
        let wide = atom.iter().map(|piece| width(&piece.text)).sum::<usize>();
        if used > 0 && used + wide > cells {
            lines.push(Vec::new());
            used = 0;
        }
        let is_space = atom.iter().all(|piece| piece.text == " ");
        if used == 0 && is_space && lines.len() > 1 {
            continue;
        }
        for piece in atom {
            let wide = width(&piece.text);
            if used > 0 && used + wide > cells {
                lines.push(Vec::new());
                used = 0;
            }
            used += wide;
            if let Some(line) = lines.last_mut() {
                push(line, piece);
            }
        }
    }
    lines
}

/// What is not to be torn apart: a word or number, or a character with the closing marks after it.
fn atoms(pieces: &[Piece]) -> Vec<Vec<Piece>> {
    let mut atoms: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        for grapheme in visible(&piece.text).graphemes(true) {
            let joins = atoms
                .last()
                .and_then(|atom| atom.last())
                .is_some_and(|last| sticks(&last.text, grapheme));
            let part = Piece {
                text: grapheme.to_owned(),
                ..piece.clone()
            };
            match atoms.last_mut().filter(|_| joins) {
                Some(atom) => atom.push(part),
                None => atoms.push(vec![part]),
            }
        }
    }
    atoms
}

fn sticks(last: &str, next: &str) -> bool {
    let in_word = |text: &str| text.chars().all(|letter| letter.is_ascii_graphic());
    (in_word(last) && in_word(next)) || (CLOSING.contains(next) && last != " ")
}

fn push(line: &mut Vec<Piece>, piece: Piece) {
    let is_alike = |last: &&mut Piece| last.role == piece.role && last.ours == piece.ours;
    match line.last_mut().filter(is_alike) {
        Some(last) => last.text.push_str(&piece.text),
        None => line.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_mark_never_begins_a_line() {
        assert_eq!(
            wrap("符合条件的，可以申请。", 10),
            ["符合条件", "的，可以申", "请。"]
        );
    }

    #[test]
    fn a_number_is_not_torn_unless_it_is_too_long() {
        assert_eq!(wrap("共 1234 件", 6), ["共 ", "1234 ", "件"]);
        assert_eq!(wrap("123456789", 4), ["1234", "5678", "9"]);
    }

    #[test]
    fn line_breaks_are_kept() {
        assert_eq!(wrap("一\n\n二", 10), ["一", "", "二"]);
        assert_eq!(wrap("", 10), [""]);
    }
}
