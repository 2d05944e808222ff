//! The filters that are on, in a row above the list.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::Lang;
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::update::find::joined;
use crate::tui::widgets::{Piece, Row};

/// Draws the row, if anything is filtered; gives the area below.
pub(super) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Rect {
    let Some(catalog) = model.catalog().filter(|_| !model.find.chips.is_empty()) else {
        return area;
    };
    let colon = match model.lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    let mut pieces = Vec::new();
    for (kind, values) in model.find.chips.all() {
        let labels: Vec<_> = values
            .iter()
            .map(|value| kind.label(catalog, value))
            .collect();
        let (kind, labels) = (kind.title(), joined(&labels));
        let kind = format!("[{}{colon}", kind.of(model.lang));
        pieces.push(Piece::plain(" "));
        pieces.push(Piece::new(Role::Key, kind).doing("filters"));
        pieces.push(Piece::new(Role::Strong, labels.of(model.lang)).doing("filters"));
        pieces.push(Piece::new(Role::Key, "]"));
    }
    draw_rows(model, frame, area, std::iter::once(Row::of(pieces)));
    Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    }
}
