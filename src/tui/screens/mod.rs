//! The screens: one file each. Drawing reads the model and changes nothing.
//!
//! ```text
//! ┌ bar ──────────────────────────────────────────────┐
//! │ tree          │ list           │ sheet             │  desk
//! │ findings, changes or review in place of the three  │
//! └ footer: keys, or what was last said ──────────────┘
//! ```

mod changes;
mod columns;
mod crumbs;
mod desk;
mod findings;
mod frame;
mod guide;
mod home;
mod nowhere;
mod review;
mod split;
mod which;

use ratatui::Frame;
use ratatui::layout::Rect;

pub(crate) use changes::{diff_rows, heights as changes_height};
pub(crate) use desk::{Panes, SheetLine, beside_lines, heads_height, mark, sheet_lines, told};
pub(crate) use findings::{areas as panel_areas, finding_lines};
pub(crate) use guide::{height as guide_height, lines as guide_lines};
pub(crate) use home::height as home_height;
pub(crate) use review::{areas as review_areas, detail_lines};

use crate::text::{Words, words};
use crate::tui::dialogs;
use crate::tui::model::{Model, Screen};
use crate::tui::picture::drawn;
use crate::tui::widgets::{Piece, Row, Spots, draw_row};

const TOO_SMALL: Words = words("窗口太小", "too small");

/// Draws everything.
pub(crate) fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < 20 || area.height < 6 {
        let row = Row::of(vec![Piece::plain(TOO_SMALL.of(model.lang))]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        return;
    }
    let body = Rect {
        y: area.y + 1,
        height: area.height - 2,
        ..area
    };
    frame::bar(model, frame);
    match &model.screen {
        Screen::Nowhere(folder) => nowhere::view(folder, model, frame, body),
        Screen::Home => home::view(model, frame, body),
        Screen::Desk => desk::view(model, frame, body),
        Screen::Guide => guide::view(model, frame, body),
        Screen::Findings => findings::view(model, frame, body),
        Screen::Changes => changes::view(model, frame, body),
        Screen::Review => review::view(model, frame, body),
    }
    frame::footer(model, frame);
    dialogs::view(model, frame);
    which::view(model, frame);
    model.theme.lay_paper(frame.buffer_mut());
}

/// What lies where on the screen.
pub(crate) fn spots(model: &Model) -> Spots {
    Spots::of(|| drop(drawn(model)))
}

/// Draws rows from the top of an area, as many as fit.
fn draw_rows(model: &Model, frame: &mut Frame<'_>, area: Rect, rows: impl Iterator<Item = Row>) {
    let mut rest = area;
    for row in rows.take(usize::from(area.height)) {
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height -= 1;
    }
}
