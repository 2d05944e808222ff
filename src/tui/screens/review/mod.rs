//! The differences: the queue, and beside or below it the one under the cursor at every level.

mod around;
mod detail;
mod levels;
mod list;

use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) use detail::lines as detail_lines;

use crate::tui::model::Model;
use crate::tui::screens::split::Split;

/// The areas of the screen; a short queue leaves its room to the difference.
pub(crate) fn areas(model: &Model) -> Split {
    let wanted = u16::try_from(model.review.rows.len() + 1).unwrap_or(u16::MAX);
    let columns = (model.size.0 * 2 / 5).clamp(68, 84);
    Split::of(model.size, columns, |rows| {
        wanted.max(2).min((rows / 3).clamp(2, 14))
    })
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let areas = areas(model);
    list::view(model, frame, areas.list.intersection(body));
    let detail = &model.review.detail;
    areas.draw_detail(model, frame, (&detail.lines, detail.top, "detail-down"));
}
