//! What putting right all that a rule says will touch, before it does.

use ratatui::Frame;

use crate::session::manual;
use crate::text::{Words, words};
use crate::tui::dialogs::preview::draw_range;
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, draw_row, scrolled, wrap};

const TITLE: Words = words("先看一遍", "Before it is done");
const SAID: Words = words(
    "{rule} {title}：把握大的修复 {n} 处，涉及 {files} 个文件。会引出新问题的修复自动收回；一次撤销即可全部收回。",
    "{rule} {title}: {n} safe fixes in {files} files. A fix that would bring a new finding is taken back; one undo takes all of it back.",
);
/// Most files shown at a time.
const HEIGHT: usize = 12;

/// 修复预览: what will be put right.
#[derive(Clone, Debug)]
pub(crate) struct RuleFixes {
    /// The rule.
    pub(crate) rule: &'static str,
    files: Vec<(Box<str>, usize)>,
    top: usize,
}

impl RuleFixes {
    /// The preview of the fixes of a rule: each file with how many there are.
    pub(crate) fn new(rule: &'static str, files: Vec<(Box<str>, usize)>) -> RuleFixes {
        RuleFixes {
            rule,
            files,
            top: 0,
        }
    }

    /// Scrolls.
    pub(crate) fn go(&mut self, motion: Motion) {
        let len = self.files.len();
        let top = motion.from(self.top, len, HEIGHT);
        self.top = scrolled(top, top..top + 1, len, HEIGHT.min(len));
    }

    fn said(&self, model: &Model) -> String {
        let count: usize = self.files.iter().map(|(_, count)| count).sum();
        let title = manual(self.rule).map_or("", |page| page.title.of(model.lang));
        let said = SAID.with(&[
            ("rule", self.rule),
            ("title", title),
            ("n", &count.to_string()),
            ("files", &self.files.len().to_string()),
        ]);
        said.of(model.lang).to_owned()
    }
}

pub(super) fn view(preview: &RuleFixes, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let said = wrap(&preview.said(model), cells);
    let answers = super::help::answers(model, cells);
    let fixed = said.len() + answers.len() + 2;
    let len = preview.files.len();
    let shown = HEIGHT.min(len).min(rows.saturating_sub(fixed).max(1));
    let size = (cells, (fixed + shown).min(rows));
    let area = popup(model, frame, TITLE.of(model.lang), size);
    let rest = draw_lines(model, frame, area, (Role::Plain, &said));
    let last = (preview.top + shown).min(len);
    let range = format!(" {}–{last} / {len} ", preview.top + 1);
    let mut rest = draw_range(range, model, frame, rest);
    for (path, count) in preview.files.iter().skip(preview.top).take(shown) {
        if rest.height == 0 {
            return;
        }
        let row = Row {
            left: vec![Piece::plain(model.title_of(path))],
            right: vec![Piece::new(Role::Dim, count.to_string())],
            over: None,
        };
        draw_row(frame.buffer_mut(), rest, &row, model.theme);
        rest.y += 1;
        rest.height -= 1;
    }
    let rest = draw_lines(model, frame, rest, (Role::Plain, &[String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}
