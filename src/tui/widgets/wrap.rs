//! Wrapping of pieces of text to a number of cells, by the rules of [`crate::text::fold`].

use crate::text::{self, fold, visible};
use crate::tui::widgets::Piece;

/// Wraps a text; line breaks in it are kept, everything else hostile is made visible.
pub(crate) fn wrap(text: &str, cells: usize) -> Vec<String> {
    let lines: Vec<String> = text
        .lines()
        .flat_map(|line| text::wrap(&visible(line), cells))
        .collect();
    if lines.is_empty() {
        vec![String::new()]
    } else {
        lines
    }
}

/// Wraps one line of pieces.
pub(crate) fn wrap_pieces(pieces: &[Piece], cells: usize) -> Vec<Vec<Piece>> {
    let shown: Vec<Piece> = pieces
        .iter()
        .map(|piece| Piece {
            text: visible(&piece.text).into_owned(),
            ..piece.clone()
        })
        .collect();
    let whole: String = shown.iter().map(|piece| piece.text.as_str()).collect();
    let cut = |line: std::ops::Range<usize>| {
        let kept = whole.get(line.clone()).unwrap_or("").trim_end_matches(' ');
        part(&shown, line.start, line.start + kept.len())
    };
    fold(&whole, cells.max(4)).into_iter().map(cut).collect()
}

/// What lies between two places of the pieces taken as one text.
fn part(pieces: &[Piece], start: usize, end: usize) -> Vec<Piece> {
    let mut parts = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let from = start.clamp(at, at + piece.text.len()) - at;
        let to = end.clamp(at, at + piece.text.len()) - at;
        let text = piece.text.get(from..to).unwrap_or("");
        if !text.is_empty() {
            parts.push(Piece {
                text: text.to_owned(),
                ..piece.clone()
            });
        }
        at += piece.text.len();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Role;

    #[test]
    fn line_breaks_are_kept() {
        assert_eq!(wrap("一\n\n二", 10), ["一", "", "二"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn pieces_keep_their_look_across_lines() {
        let pieces = [
            Piece::new(Role::Error, "E N002 "),
            Piece::plain("名称里有半角逗号，应为全角"),
        ];
        let lines = wrap_pieces(&pieces, 14);
        let first = [Piece::new(Role::Error, "E N002 "), Piece::plain("名称里")];
        assert_eq!(lines[0], first);
        assert_eq!(lines[1], [Piece::plain("有半角逗号，应")]);
    }
}
