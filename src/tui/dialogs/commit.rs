//! The message of a commit.

use ratatui::Frame;

use crate::text::{Lang, Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::text::draw_field;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{TextField, wrap};

const COMMIT: Words = words("提交说明", "Commit message");
const COMMIT_HELP: Words = words(
    "第一行写改了什么，空一行后可写原因。未保存的改动会先保存。",
    "What changed, on the first line; why, after an empty line. Unsaved changes are saved first.",
);
const EMPTY: Words = words("留空就写：{text}", "left empty, it says: {text}");

/// Most rows of the dialog.
const HEIGHT: usize = 12;

/// 提交说明: a message being written.
#[derive(Clone, Debug)]
pub(crate) struct Commit {
    /// What is typed.
    pub(crate) field: TextField,
    /// What it says if nothing is typed.
    pub(crate) proposed: Option<String>,
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
    pub(super) fn fit(&mut self, size: (u16, u16), lang: Lang) {
        let (cells, rows) = room(size);
        // A rule lies above the field.
        let used = self.help(lang, cells).len() + 1;
        self.field
            .fit((cells, rows.min(HEIGHT).saturating_sub(used)));
    }

    fn help(&self, lang: Lang, cells: usize) -> Vec<String> {
        let mut help = wrap(COMMIT_HELP.of(lang), cells);
        if let Some(proposed) = &self.proposed {
            let said = EMPTY.with(&[("text", proposed)]);
            help.extend(wrap(said.of(lang), cells));
        }
        help
    }
}

pub(super) fn view(commit: &Commit, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let help = commit.help(model.lang, cells);
    let title = COMMIT.of(model.lang);
    let area = popup(model, frame, title, (cells, rows.min(HEIGHT)));
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    draw_field(&commit.field, model, frame, rest);
}
