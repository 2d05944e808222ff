//! What was said so far, with the time of day, to be read in peace.

use ratatui::Frame;

use crate::text::{Words, words};
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap};

const TITLE: Words = words("消息", "Messages");
const NONE: Words = words("还没有消息", "nothing was said yet");

/// The lines of all messages, wrapped.
pub(crate) fn lines(model: &Model) -> Vec<(Role, String)> {
    let (cells, _) = room(model.size);
    let mut lines = Vec::new();
    for (time, notice) in &model.log.said {
        let (role, mark) = if notice.is_fault {
            (Role::Error, "E")
        } else {
            (Role::Plain, " ")
        };
        let indent = time.len() + 3;
        let said = wrap(
            notice.text.of(model.lang),
            cells.saturating_sub(indent).max(8),
        );
        for (place, line) in said.into_iter().enumerate() {
            let head = if place == 0 {
                format!("{time} {mark} ")
            } else {
                " ".repeat(indent)
            };
            lines.push((role, head + &line));
        }
    }
    if lines.is_empty() {
        lines.push((Role::Dim, NONE.of(model.lang).to_owned()));
    }
    lines
}

pub(super) fn view(top: usize, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let lines = lines(model);
    let height = lines.len().min(rows);
    let mut area = popup(model, frame, TITLE.of(model.lang), (cells, height));
    let top = top.min(lines.len().saturating_sub(height));
    for (role, line) in lines.iter().skip(top).take(usize::from(area.height)) {
        let row = Row::of(vec![Piece::new(*role, line.as_str())]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        area.y += 1;
        area.height -= 1;
    }
}
