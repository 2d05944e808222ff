//! Questions whose answers are keys; the footer lists them.

use ratatui::Frame;

use crate::change::FileChange;
use crate::text::{Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap;

const TITLE: Words = words("请确认", "Please confirm");
const QUIT: Words = words(
    "有 {n} 个文件的改动还没有保存。",
    "{n} files have changes that are not saved.",
);
const RECOVER: Words = words(
    "上次退出时有 {n} 个文件的改动没有保存。要接着用吗？",
    "{n} files had unsaved changes when the program last ended. Take them up?",
);

/// 询问: a question.
#[derive(Clone, Debug)]
pub(crate) enum Question {
    /// Quit with unsaved work?
    Quit,
    /// Take up unsaved work of an earlier session?
    Recover(Vec<FileChange>),
}

pub(super) fn view(question: &Question, model: &Model, frame: &mut Frame<'_>) {
    let (said, changes) = match question {
        Question::Quit => (QUIT, &model.unsaved),
        Question::Recover(changes) => (RECOVER, changes),
    };
    let (cells, rows) = room(model.size);
    let count = changes.len().to_string();
    let said = said.with(&[("n", &count)]);
    let said = wrap(said.of(model.lang), cells);
    let shown = changes
        .iter()
        .take(rows.saturating_sub(said.len() + 4).min(8));
    let files: Vec<String> = shown.map(|change| model.title_of(&change.path)).collect();
    let answers = super::help::answers(model, cells);
    let height = said.len() + files.len() + 1 + answers.len();
    let area = popup(model, frame, TITLE.of(model.lang), (cells, height));
    let rest = draw_lines(model, frame, area, (Role::Plain, &said));
    let rest = draw_lines(model, frame, rest, (Role::Dim, &files));
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}
