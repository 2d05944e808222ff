//! The message of a commit.

use ratatui::Frame;

use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::text::draw_field;
use crate::tui::dialogs::{popup, room};
use crate::tui::glyphs::{CUT, in_ascii};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{TextField, wrap};

const COMMIT: Words = words("提交说明", "Commit message");
const AMEND: Words = words("改上次提交", "Amend the last commit");
const COMMIT_HELP: Words = words(
    "第一行写改了什么，空一行后可写原因。",
    "What changed, on the first line; why, after an empty line.",
);
const ALL: Words = words(
    "提交全部改动；未保存的会先保存。",
    "All changes are committed; unsaved ones are saved first.",
);
const STAGED: Words = words(
    "只提交已列入的改动（{n} 个文件）。",
    "Only what is staged is committed ({n} files).",
);
const ONLY_MESSAGE: Words = words(
    "只改说明；要并入改动，先在改动屏列入。",
    "Only the message changes; to add changes, stage them on the changes screen first.",
);
const JOINED: Words = words(
    "并入已列入的改动（{n} 个文件）。",
    "What is staged is added ({n} files).",
);
const EMPTY: Words = words("留空就写：{text}", "left empty, it says: {text}");
/// Lines of a proposed message that are shown.
const MOST: usize = 5;

/// Rows for the message.
const HEIGHT: usize = 8;

/// 提交说明: a message being written.
#[derive(Clone, Debug)]
pub(crate) struct Commit {
    /// What is typed.
    pub(crate) field: TextField,
    /// What it says if nothing is typed.
    pub(crate) proposed: Option<String>,
    /// Whether it is the last commit that is made anew.
    pub(crate) is_amended: bool,
}

impl Commit {
    /// The message: what is typed, or what is proposed; empty if there is neither.
    pub(crate) fn message(&self) -> String {
        let typed = self.field.text().trim().to_owned();
        match &self.proposed {
            Some(proposed) if typed.is_empty() => proposed.clone(),
            _ => typed,
        }
    }

    /// Tells the field how large it is.
    pub(super) fn fit(&mut self, size: (u16, u16)) {
        let (cells, rows) = room(size);
        self.field.fit((cells, rows.min(HEIGHT)));
    }

    /// Whether a message is proposed and nothing typed yet.
    pub(crate) fn can_take_up(&self) -> bool {
        self.proposed.is_some() && self.field.text().trim().is_empty()
    }
}

pub(super) fn view(commit: &Commit, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let scope = scope(commit, model);
    let mut help = wrap(COMMIT_HELP.of(model.lang), cells);
    help.extend(wrap(scope.of(model.lang), cells));
    if let Some(proposed) = commit.proposed.as_ref().filter(|_| commit.can_take_up()) {
        let said = EMPTY.with(&[("text", proposed)]);
        let said = wrap(said.of(model.lang), cells);
        let is_cut = said.len() > MOST;
        help.extend(said.into_iter().take(MOST));
        if is_cut {
            help.push(if model.theme.ascii {
                in_ascii(CUT)
            } else {
                CUT.to_owned()
            });
        }
    }
    let title = if commit.is_amended { AMEND } else { COMMIT };
    let height = rows.min(help.len() + HEIGHT + 1);
    let area = popup(model, frame, title.of(model.lang), (cells, height));
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    draw_field(&commit.field, model, frame, rest);
}

/// What the commit takes.
fn scope(commit: &Commit, model: &Model) -> Saying {
    let count = model.changes.count_staged();
    let count = |words: Words| words.with(&[("n", &count.to_string())]);
    match (commit.is_amended, model.changes.staged.is_empty()) {
        (false, true) => ALL.into(),
        (false, false) => count(STAGED),
        (true, true) => ONLY_MESSAGE.into(),
        (true, false) => count(JOINED),
    }
}
