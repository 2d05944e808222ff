//! The editor of many lines, for long texts.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{Prompt, popup, room};
use crate::tui::glyphs::rule;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, TextField, draw_row};

const LOST: Words = words(
    "输入的内容还没有确定；再按一次 Esc 就放弃",
    "what you typed is not taken yet; Esc again gives it up",
);

/// 多行输入: a text being typed.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// What is asked for.
    pub(crate) prompt: Prompt,
    /// What is typed.
    pub(crate) field: TextField,
    before: String,
    is_warned: bool,
}

impl Text {
    /// An editor that begins with a text.
    pub(crate) fn new(prompt: Prompt, text: &str) -> Text {
        let field = TextField::lines(text);
        Text {
            prompt,
            before: field.text(),
            field,
            is_warned: false,
        }
    }

    /// Whether something was typed.
    pub(crate) fn is_touched(&self) -> bool {
        self.field.text() != self.before
    }

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        if self.is_warned || !self.is_touched() {
            return false;
        }
        self.is_warned = true;
        self.prompt.problem = Some(LOST.into());
        true
    }
}

pub(super) fn view(text: &Text, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model);
    let prompt = &text.prompt;
    let help = prompt.help(model.lang, cells, 3);
    let problem = prompt.problem(model.lang, cells);
    let title = prompt.title.of(model.lang);
    let area = popup(model, frame, title, (cells, rows.min(18)));
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    let rest = draw_lines(model, frame, rest, (Role::Error, &problem));
    draw_field(&text.field, model, frame, rest);
}

/// A rule of dashes, and the text below it.
pub(super) fn draw_field(field: &TextField, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let rule = Row::of(vec![Piece::sign(Role::Dim, rule(area.width.into()))]);
    draw_row(frame.buffer_mut(), area, &rule, model.theme);
    let below = Rect {
        y: area.y + 1.min(area.height),
        height: area.height.saturating_sub(1),
        ..area
    };
    field.draw(frame, below);
}
