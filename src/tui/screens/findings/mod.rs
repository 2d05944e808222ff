//! The findings in groups, and beside or below them the one under the cursor in full.

mod detail;
mod list;

use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) use detail::lines as finding_lines;

use crate::tui::model::Model;
use crate::tui::screens::split::Split;

/// The areas of the screen; a short list leaves its room to the finding.
pub(crate) fn areas(model: &Model) -> Split {
    let wanted = u16::try_from(model.panel.lines.len() + 1).unwrap_or(u16::MAX);
    Split::of(model.size, model.size.0 / 2, |rows| {
        let detail = (rows * 2 / 5).clamp(3, 14).min(rows);
        wanted.max(4).min(rows - detail)
    })
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let areas = areas(model);
    list::view(model, frame, areas.list.intersection(body));
    let detail = &model.panel.detail;
    areas.draw_detail(model, frame, (&detail.lines, detail.top, "finding-down"));
}
