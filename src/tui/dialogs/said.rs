//! What git says while it is at work, and what was said in the end, where that is more than a line.

use ratatui::Frame;

use crate::text::{Message as Saying, Words, words};
use crate::tui::deed::{AtWork, Deed};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{help, popup, wide_room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::wrap;

const WAITING: Words = words("等 git 回话…", "waiting for git…");
/// Lines of git that are shown while it works.
const SHOWN: usize = 8;

/// 所说: several lines to be read in peace.
#[derive(Clone, Debug)]
pub(crate) struct SaidPage {
    /// What it is about.
    pub(crate) title: Words,
    /// The lines.
    pub(crate) said: Vec<Saying>,
    /// The first line shown.
    pub(crate) top: usize,
    /// An address among them.
    pub(crate) address: Option<String>,
    /// A commit that was refused, to be tried again.
    pub(crate) again: Option<Deed>,
}

impl SaidPage {
    /// A page from its first line on.
    pub(crate) fn new(title: Words, said: Vec<Saying>) -> SaidPage {
        SaidPage {
            title,
            said,
            top: 0,
            address: None,
            again: None,
        }
    }

    /// The lines, wrapped.
    pub(crate) fn lines(&self, model: &Model) -> Vec<String> {
        let (cells, _) = wide_room(model);
        let said = self.said.iter().map(|said| said.of(model.lang));
        said.flat_map(str::lines)
            .flat_map(|line| wrap(line, cells))
            .collect()
    }
}

pub(super) fn view(page: &SaidPage, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = wide_room(model);
    let lines = page.lines(model);
    let answers = help::answers(model, cells);
    let height = lines
        .len()
        .min(rows.saturating_sub(answers.len() + 1).max(1));
    let size = (cells, height + answers.len() + 1);
    let area = popup(model, frame, page.title.of(model.lang), size);
    let top = page.top.min(lines.len().saturating_sub(height));
    let shown: Vec<String> = lines.into_iter().skip(top).take(height).collect();
    let rest = draw_lines(model, frame, area, (Role::Plain, &shown));
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}

/// What git says while it works; of a commit that is done at once nothing needs to be shown.
pub(super) fn at_work(model: &Model, frame: &mut Frame<'_>) {
    let Some(AtWork { deed, heard, .. }) = &model.at_work else {
        return;
    };
    if deed.message().is_some() && heard.is_empty() {
        return;
    }
    let (cells, rows) = wide_room(model);
    let answers = help::answers(model, cells);
    let most = SHOWN.min(rows.saturating_sub(answers.len() + 1));
    let mut wrapped: Vec<String> = heard.iter().flat_map(|line| wrap(line, cells)).collect();
    if wrapped.is_empty() {
        wrapped.push(WAITING.of(model.lang).to_owned());
    }
    wrapped.resize(wrapped.len().max(most), String::new());
    let shown = wrapped
        .get(wrapped.len().saturating_sub(most)..)
        .unwrap_or_default();
    let area = popup(
        model,
        frame,
        deed.title().of(model.lang),
        (cells, most + answers.len() + 1),
    );
    let rest = draw_lines(model, frame, area, (Role::Plain, shown));
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}
