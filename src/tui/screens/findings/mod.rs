//! The findings in groups, and beside or below them the one under the cursor in full.

mod detail;
mod list;

use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) use detail::lines as finding_lines;

use crate::text::{Words, words};
use crate::tui::glyphs::{EDGE, rule};
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot};

const MORE: Words = words(" 还有 {n} 行（{key}）", " {n} more lines ({key}) ");

/// 区域: where the groups and the finding are. From 150 columns on they stand side by side.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Areas {
    list: Rect,
    detail: Rect,
}

impl Areas {
    /// The areas of a screen; a short list leaves its room to the finding.
    pub(crate) fn of(model: &Model) -> Areas {
        let (columns, rows) = model.size;
        let body = Rect::new(0, 1, columns, rows.saturating_sub(2));
        if columns >= 150 {
            let left = columns / 2;
            let right = Rect {
                x: left + 1,
                width: columns - left - 1,
                ..body
            };
            return Areas {
                list: Rect {
                    width: left,
                    ..body
                },
                detail: right,
            };
        }
        let wanted = u16::try_from(model.panel.lines.len() + 1).unwrap_or(u16::MAX);
        let detail = (body.height * 2 / 5).clamp(3, 14).min(body.height);
        let height = wanted.max(4).min(body.height - detail);
        Areas {
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

    /// Rows of the finding below the line above it.
    pub(crate) fn detail_height(&self) -> usize {
        usize::from(self.detail.height.saturating_sub(1)).max(1)
    }

    /// Cells to a line of the finding.
    pub(crate) fn detail_width(&self) -> usize {
        usize::from(self.detail.width)
    }
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let areas = Areas::of(model);
    list::view(model, frame, areas.list.intersection(body));
    let detail = areas.detail.intersection(body);
    if detail.x > 0 {
        draw_edge(model, frame, detail);
    }
    draw_detail(model, frame, detail);
}

fn draw_edge(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    for y in area.y..area.bottom() {
        let edge = Rect::new(area.x - 1, y, 1, 1);
        let row = Row::of(vec![Piece::sign(Role::Dim, EDGE)]);
        draw_row(frame.buffer_mut(), edge, &row, model.theme);
    }
}

fn draw_detail(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let detail = &model.panel.detail;
    let height = usize::from(area.height.saturating_sub(1));
    let below = detail.lines.len().saturating_sub(detail.top + height);
    let key = model.keymap.first("finding-down", &model.contexts_below());
    let said = MORE.with(&[("n", &below.to_string()), ("key", &key)]);
    let more = Piece::new(Role::Strong, said.of(model.lang));
    let right = if below > 0 { more.cells() + 1 } else { 0 };
    let dashes = usize::from(area.width).saturating_sub(right);
    let mut rule = Row::of(vec![Piece::sign(Role::Dim, rule(dashes))]);
    if below > 0 {
        rule.right = vec![more];
    }
    let lines = detail.lines.iter().skip(detail.top).cloned();
    draw_rows(model, frame, area, std::iter::once(rule).chain(lines));
    spot(area, Spot::Detail);
}
