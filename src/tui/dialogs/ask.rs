//! Questions whose answers are keys; the footer lists them.

use std::collections::BTreeSet;

use ratatui::Frame;

use crate::session::{Draft, LeftWork};
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
const TYPED: Words = words(
    "上次退出时有内容输入到一半。要接着写吗？",
    "something was being typed when the program last ended. Go on with it?",
);
const DRAFT: Words = words(
    "输入到一半：{place}：{text}",
    "being typed: {place}: {text}",
);
const COMMIT: Words = words("提交说明", "commit message");
const MATTER: Words = words("新事项", "new matter");

/// What was being typed, and where.
fn typed(model: &Model, draft: &Draft) -> String {
    let place = match &*draft.path {
        "" if draft.parts.is_empty() => COMMIT.of(model.lang).to_owned(),
        "" => MATTER.of(model.lang).to_owned(),
        path => model.title_of(path),
    };
    let parts = draft.parts.iter().map(|(_, text)| text.as_str());
    let text: Vec<&str> = [draft.text.as_str()]
        .into_iter()
        .chain(parts)
        .filter(|text| !text.is_empty())
        .collect();
    let said = DRAFT.with(&[("place", &place), ("text", &text.join("　"))]);
    said.of(model.lang).replace('\n', " ")
}

/// 询问: a question.
#[derive(Clone, Debug)]
pub(crate) enum Question {
    /// Quit with unsaved work?
    Quit,
    /// Take up unsaved work of an earlier session?
    Recover(LeftWork),
}

pub(super) fn view(question: &Question, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let (said, changes, drafts) = match question {
        Question::Quit => (QUIT, &model.unsaved, &[][..]),
        Question::Recover(left) if left.changes.is_empty() => {
            (TYPED, &left.changes, left.drafts.as_slice())
        }
        Question::Recover(left) => (RECOVER, &left.changes, left.drafts.as_slice()),
    };
    let files: BTreeSet<&str> = changes.iter().map(|change| &*change.path).collect();
    let said = said.with(&[("n", &files.len().to_string())]);
    let mut said = wrap(said.of(model.lang), cells);
    for draft in drafts.iter().take(3) {
        said.extend(wrap(&typed(model, draft), cells).into_iter().take(2));
    }
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
