//! The frame of a screen that shows a list, and beside or below it what is selected in it, in full.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, words};
use crate::tui::glyphs::{EDGE, rule};
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot};

const MORE: Words = words(" 还有 {n} 行（{key}）", " {n} more lines ({key}) ");
/// From so many columns on the two stand side by side.
const WIDE: u16 = 150;

/// 分栏: where the list is, and what is selected in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Split {
    /// The list with its title.
    pub(super) list: Rect,
    detail: Rect,
}

/// 详情: what is selected, as lines; the first line shown, and the command that reads on.
pub(super) type Detail<'m> = (&'m [Row], usize, &'static str);

impl Split {
    /// The areas of a screen: the list has so many columns, or so many rows of the body.
    pub(super) fn of(
        (columns, rows): (u16, u16),
        list_columns: u16,
        list_rows: impl FnOnce(u16) -> u16,
    ) -> Split {
        let body = Rect::new(0, 1, columns, rows.saturating_sub(2));
        if columns >= WIDE {
            return Split {
                list: Rect {
                    width: list_columns,
                    ..body
                },
                detail: Rect {
                    x: list_columns + 1,
                    width: columns - list_columns - 1,
                    ..body
                },
            };
        }
        let height = list_rows(body.height).min(body.height);
        Split {
            list: Rect { height, ..body },
            detail: Rect {
                y: body.y + height,
                height: body.height - height,
                ..body
            },
        }
    }

    /// Rows of the list below its title.
    pub(crate) fn list_height(&self) -> usize {
        usize::from(self.list.height.saturating_sub(1)).max(1)
    }

    /// Rows of the detail below the line above it.
    pub(crate) fn detail_height(&self) -> usize {
        usize::from(self.detail.height.saturating_sub(1)).max(1)
    }

    /// Cells to a line of the detail.
    pub(crate) fn detail_width(&self) -> usize {
        usize::from(self.detail.width)
    }

    /// Draws the detail, below a line that says how much more there is, with an edge to a list beside it.
    pub(super) fn draw_detail(
        &self,
        model: &Model,
        frame: &mut Frame<'_>,
        (lines, top, command): Detail<'_>,
    ) {
        let area = self.detail.intersection(frame.area());
        if area.x > 0 {
            draw_edge(model, frame, area);
        }
        let height = usize::from(area.height.saturating_sub(1));
        let below = lines.len().saturating_sub(top + height);
        let key = model.keymap.first(command, &model.contexts_below());
        let said = MORE.with(&[("n", &below.to_string()), ("key", &key)]);
        let more = Piece::new(Role::Strong, said.of(model.lang));
        let right = if below > 0 { more.cells() + 1 } else { 0 };
        let dashes = usize::from(area.width).saturating_sub(right);
        let mut rule = Row::of(vec![Piece::sign(Role::Dim, rule(dashes))]);
        if below > 0 {
            rule.right = vec![more];
        }
        let lines = lines.iter().skip(top).cloned();
        draw_rows(model, frame, area, std::iter::once(rule).chain(lines));
        spot(area, Spot::Detail);
    }
}

/// The line left of what is not the first.
pub(super) fn draw_edge(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if area.x == 0 {
        return;
    }
    for y in area.y..area.bottom() {
        let edge = Rect::new(area.x - 1, y, 1, 1);
        let row = Row::of(vec![Piece::sign(Role::Dim, EDGE)]);
        draw_row(frame.buffer_mut(), edge, &row, model.theme);
    }
}
