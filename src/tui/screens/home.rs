//! The first look: where someone left off, what waits, how uniform the catalog is, who changed what.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, words};
use crate::tui::glyphs::FOCUS;
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot_rows};

const TITLE: Words = words("首页", "Home");

/// Rows below the title.
pub(crate) fn height(model: &Model) -> usize {
    usize::from(model.size.1.saturating_sub(3)).max(1)
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let title = Row {
        left: vec![
            Piece::sign(Role::Plain, FOCUS),
            Piece::plain(TITLE.of(model.lang)),
        ],
        over: Some(Role::Focus),
        ..Row::default()
    };
    draw_row(frame.buffer_mut(), body, &title, model.theme);
    let rest = Rect {
        y: body.y + 1,
        height: body.height.saturating_sub(1),
        ..body
    };
    let home = &model.home;
    let shown = home
        .cursor
        .visible(home.rows.len(), usize::from(rest.height));
    let rows = shown.filter_map(|at| {
        let row = home.rows.get(at)?.row.clone();
        let over = (at == home.cursor.at).then_some(Role::Selected);
        Some(Row { over, ..row })
    });
    draw_rows(model, frame, rest, rows);
    spot_rows(
        rest,
        home.cursor.visible(home.rows.len(), rest.height.into()),
        Spot::Row,
    );
}
