//! The editor of many lines, for long texts and for the message of a commit.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{Prompt, popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::TextField;

const COMMIT: Words = words("提交说明", "Commit message");
const COMMIT_HELP: Words = words(
    "第一行写改了什么，空一行后可写原因。未保存的改动会先保存。",
    "What changed, on the first line; why, after an empty line. Unsaved changes are saved first.",
);

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

    /// Whether something typed would be lost; says so, once.
    pub(crate) fn warns(&mut self) -> bool {
        if self.is_warned || self.field.text() == self.before {
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

pub(super) fn view_commit(field: &TextField, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model);
    let help = crate::tui::widgets::wrap(COMMIT_HELP.of(model.lang), cells);
    let area = popup(model, frame, COMMIT.of(model.lang), (cells, rows.min(12)));
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    draw_field(field, model, frame, rest);
}

/// A rule of dashes, and the text below it.
fn draw_field(field: &TextField, model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let rule = ["─".repeat(usize::from(area.width))];
    let rest = draw_lines(model, frame, area, (Role::Dim, &rule));
    field.draw(frame, rest);
}
