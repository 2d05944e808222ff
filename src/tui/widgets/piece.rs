//! Pieces of text in one row of the screen. The one door through which catalog text reaches the screen:
//! here it is made visible and cut to its cells.

use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clip, is_ambiguous_wide, pad, visible, width};
use crate::tui::glyphs;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::{Spot, spot};

/// A stretch of text in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The text; made visible when it is drawn.
    pub(crate) text: String,
    /// Its look.
    pub(crate) role: Role,
    /// What of it is ours.
    pub(super) ours: Ours,
    /// The command that a click on it runs.
    pub(super) does: Option<&'static str>,
}

/// 自有符号: what of a text is a sign of ours, to be drawn with ASCII where there is nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ours {
    /// Nothing.
    Nothing,
    /// The sign at its end, before any spaces, that stands for what was cut.
    Cut,
    /// Everything.
    All,
}

impl Piece {
    /// Text in a look.
    pub(crate) fn new(role: Role, text: impl Into<String>) -> Piece {
        Piece {
            text: text.into(),
            role,
            ours: Ours::Nothing,
            does: None,
        }
    }

    /// A sign of ours, or several, or a line.
    pub(crate) fn sign(role: Role, signs: impl Into<String>) -> Piece {
        let signs = signs.into();
        // Where a sign would take two cells, its twin takes one.
        let signs = if is_ambiguous_wide() {
            glyphs::in_ascii(&signs)
        } else {
            signs
        };
        Piece {
            ours: Ours::All,
            ..Piece::new(role, signs)
        }
    }

    /// A text cut or filled with spaces to just so many cells, of which the last stays free; nothing where
    /// there are none.
    pub(crate) fn column(role: Role, text: &str, cells: usize) -> Piece {
        let Some(room) = cells.checked_sub(1) else {
            return Piece::new(role, "");
        };
        let text = visible(text);
        let ours = if width(&text) > room {
            Ours::Cut
        } else {
            Ours::Nothing
        };
        Piece {
            ours,
            ..Piece::new(role, pad(&text, room) + " ")
        }
    }

    /// The same text in pieces, with some parts of it, in bytes from left to right, in another look.
    pub(crate) fn marked(self, ranges: &[Range<usize>], role: Role) -> Vec<Piece> {
        let part = |range: Range<usize>| self.text.get(range).unwrap_or_default().to_owned();
        let mut pieces = Vec::new();
        let mut last = 0;
        for range in ranges {
            pieces.push(Piece::new(self.role, part(last..range.start)));
            pieces.push(Piece::new(role, part(range.clone())));
            last = range.end;
        }
        // A sign of ours that stands for what was cut is the last of it.
        let text = part(last..self.text.len());
        pieces.push(Piece { text, ..self });
        pieces
    }

    /// Ordinary text.
    pub(crate) fn plain(text: impl Into<String>) -> Piece {
        Piece::new(Role::Plain, text)
    }

    /// The same, as a button for a command.
    pub(crate) fn doing(self, command: &'static str) -> Piece {
        Piece {
            does: Some(command),
            ..self
        }
    }

    /// The cells it takes when drawn.
    pub(crate) fn cells(&self) -> usize {
        width(&visible(&self.text))
    }
}

/// One row to draw.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// From the left.
    pub(crate) left: Vec<Piece>,
    /// At the right edge; the left is cut for it, unless it would take most of the row.
    pub(crate) right: Vec<Piece>,
    /// A look that lies over the whole row.
    pub(crate) over: Option<Role>,
}

impl Row {
    /// A row of pieces from the left.
    pub(crate) fn of(left: Vec<Piece>) -> Row {
        Row {
            left,
            ..Row::default()
        }
    }
}

/// Draws a row into the first line of an area.
pub(crate) fn draw_row(buffer: &mut Buffer, area: Rect, row: &Row, theme: Theme) {
    let line = Rect { height: 1, ..area }.intersection(buffer.area);
    if line.is_empty() {
        return;
    }
    let cells = usize::from(line.width);
    let right: usize = row.right.iter().map(Piece::cells).sum();
    let shift = if right * 3 <= cells * 2 {
        cells - right
    } else {
        cells
    };
    let (left, right) = split_at(line, u16::try_from(shift).unwrap_or(line.width));
    draw_pieces(buffer, left, &row.left, theme);
    draw_pieces(buffer, right, &row.right, theme);
    if let Some(role) = row.over {
        buffer.set_style(line, theme.style(role));
    }
}

fn split_at(line: Rect, shift: u16) -> (Rect, Rect) {
    // One cell stays free between the two.
    let gap = u16::from(shift < line.width);
    let left = Rect {
        width: shift.saturating_sub(gap),
        ..line
    };
    let right = Rect {
        x: line.x + shift,
        width: line.width - shift,
        ..line
    };
    (left, right)
}

fn draw_pieces(buffer: &mut Buffer, line: Rect, pieces: &[Piece], theme: Theme) {
    let mut x = line.x;
    for piece in pieces {
        let room = line.right().saturating_sub(x);
        let text = visible(&piece.text);
        let is_cut = width(&text) > usize::from(room);
        let text = drawn(piece, clip(&text, room.into()), is_cut, theme);
        let start = x;
        x = put(buffer, (x, line.y), room, &text, theme.style(piece.role));
        if let Some(command) = piece.does {
            let width = x - start;
            let button = Rect {
                x: start,
                width,
                ..line
            };
            spot(button, Spot::Command(command));
        }
    }
}

/// Writes a text into the cells from a place on, as far as there is room; gives the column behind it. The width
/// of a character is that of [`width`], also where the drawing library thinks otherwise.
pub(super) fn put(
    buffer: &mut Buffer,
    (mut x, y): (u16, u16),
    room: u16,
    text: &str,
    style: Style,
) -> u16 {
    let end = x.saturating_add(room);
    for letter in visible(text).graphemes(true) {
        let wide = u16::try_from(width(letter)).unwrap_or(u16::MAX);
        let Some(cells) = NonZeroU16::new(wide) else {
            continue;
        };
        if wide > end - x {
            break;
        }
        if let Some(cell) = buffer.cell_mut((x, y)) {
            let is_agreed = letter.cell_width() == wide;
            let option = if is_agreed {
                CellDiffOption::None
            } else {
                CellDiffOption::ForcedWidth(cells)
            };
            cell.set_symbol(letter)
                .set_style(style)
                .set_diff_option(option);
        }
        for hidden in x + 1..x + wide {
            if let Some(cell) = buffer.cell_mut((hidden, y)) {
                cell.reset();
            }
        }
        x += wide;
    }
    x
}

/// The text as it reaches the screen.
fn drawn(piece: &Piece, text: String, is_cut: bool, theme: Theme) -> String {
    match piece.ours {
        _ if !theme.ascii => text,
        Ours::All => glyphs::in_ascii(&text),
        Ours::Nothing if !is_cut => text,
        // The sign fills two cells there, and its twin would not.
        _ if is_ambiguous_wide() => text,
        Ours::Cut | Ours::Nothing => match text.rsplit_once(glyphs::CUT) {
            Some((kept, spaces)) => [kept, &glyphs::in_ascii(glyphs::CUT), spaces].concat(),
            None => text,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(row: &Row, cells: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, cells, 1));
        let area = buffer.area;
        draw_row(&mut buffer, area, row, Theme::terminal());
        crate::tui::plain(&buffer).trim_end().to_owned()
    }

    #[test]
    fn what_does_not_fit_is_cut_and_hostile_text_is_shown() {
        let row = Row::of(vec![Piece::plain("护\u{1b}[2J照")]);
        assert_eq!(drawn(&row, 20), "护⟨U+001B⟩[2J照");
        assert_eq!(drawn(&row, 6), "护⟨U+…");
    }

    #[test]
    fn the_left_side_is_cut_for_the_right_one() {
        let row = Row {
            left: vec![Piece::plain("事项名称")],
            right: vec![Piece::plain("E 3")],
            over: None,
        };
        assert_eq!(drawn(&row, 12), "事项名称 E 3");
        assert_eq!(drawn(&row, 9), "事项… E 3");
        assert_eq!(drawn(&row, 4), "事…");
    }
}
