//! 接着按什么: after the first of several keys, what can follow, in columns above the footer.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::text::{Words, pad, words};
use crate::tui::command::following;
use crate::tui::glyphs::rule;
use crate::tui::keymap::label;
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row};

const TITLE: Words = words("{keys} 之后按", "after {keys}");

/// One key that can follow, what it does, and the name of that command.
type Choice = (String, &'static str, &'static str);

pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    if model.prefix.is_empty() {
        return;
    }
    let choices: Vec<Choice> = following(model, &model.prefix)
        .into_iter()
        .map(|(key, command)| (key, command.title.of(model.lang), command.name))
        .collect();
    let whole = frame.area();
    let cell = choices.iter().map(cells).max().unwrap_or(1);
    let columns = (usize::from(whole.width) / cell).max(1);
    let rows = choices.len().div_ceil(columns);
    let height = u16::try_from(rows + 1)
        .unwrap_or(u16::MAX)
        .min(whole.height - 1);
    let area = Rect {
        y: whole.bottom() - 1 - height,
        height,
        ..whole
    };
    frame.render_widget(Clear, area);
    let lines = (0..rows).map(|row| line(&choices, (row, rows), cell));
    let title = title(model, usize::from(area.width));
    draw_rows(model, frame, area, std::iter::once(title).chain(lines));
}

fn cells((key, title, _): &Choice) -> usize {
    hint(key, title).iter().map(Piece::cells).sum::<usize>() + 2
}

fn hint(key: &str, title: &str) -> [Piece; 2] {
    [
        Piece::sign(Role::Key, format!(" {key} ")),
        Piece::plain(title),
    ]
}

fn title(model: &Model, cells: usize) -> Row {
    let said = TITLE.with(&[("keys", &label(&model.prefix))]);
    let said = Piece::new(Role::Section, format!(" {} ", said.of(model.lang)));
    let rest = cells.saturating_sub(said.cells() + 2);
    Row::of(vec![
        Piece::sign(Role::Section, rule(2)),
        said,
        Piece::sign(Role::Section, rule(rest)),
    ])
}

/// Choices run down the columns, as in a telephone book.
fn line(choices: &[Choice], (row, rows): (usize, usize), cell: usize) -> Row {
    let mut pieces = Vec::new();
    for (key, title, command) in choices.iter().skip(row).step_by(rows) {
        let [key, title] = hint(key, title);
        let room = cell.saturating_sub(key.cells());
        pieces.push(key.doing(command));
        pieces.push(Piece::plain(pad(&title.text, room)).doing(command));
    }
    Row::of(pieces)
}
