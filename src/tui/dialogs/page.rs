//! The page of a rule: what it looks for, why, examples, what to do.

use ratatui::Frame;

use crate::findings::{Page, Part};
use crate::text::Lang;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, draw_row, scrolled, wrap};

/// 规则说明: the page of a rule, and the first line shown.
#[derive(Clone, Debug)]
pub(crate) struct RulePage {
    code: &'static str,
    page: &'static Page,
    top: usize,
}

impl RulePage {
    /// The page from its start.
    pub(crate) fn new(code: &'static str, page: &'static Page) -> RulePage {
        RulePage { code, page, top: 0 }
    }

    /// Scrolls, with so many columns and rows on the screen.
    pub(crate) fn go(&mut self, motion: Motion, model_lang: Lang, (cells, rows): (usize, usize)) {
        let len = lines(self.page, model_lang, cells).len();
        let top = motion.from(self.top, len, rows);
        self.top = scrolled(top, top..top + 1, len, rows.min(len));
    }
}

/// The room that a page has.
pub(crate) fn page_room(model: &Model) -> (usize, usize) {
    room(model.size)
}

/// The lines of a page in one language.
fn lines(page: &Page, lang: Lang, cells: usize) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    for section in page.sections() {
        if !lines.is_empty() {
            lines.push((Role::Plain, String::new()));
        }
        lines.push((Role::Section, section.title.of(lang).to_owned()));
        for part in section.parts {
            let (role, text) = match (part, lang) {
                (Part::Zh(text), Lang::Zh) | (Part::En(text), Lang::En) => (Role::Plain, text),
                (Part::Example { text, .. }, _) => (Role::Dim, text),
                _ => continue,
            };
            let wrapped = wrap(&text.replace('`', ""), cells);
            lines.extend(wrapped.into_iter().map(|line| (role, line)));
        }
    }
    lines
}

pub(super) fn view(shown: &RulePage, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let lines = lines(shown.page, model.lang, cells);
    let title = format!("{} {}", shown.code, shown.page.title.of(model.lang));
    let height = lines.len().min(rows);
    let mut area = popup(model, frame, &title, (cells, height));
    for (role, line) in lines.iter().skip(shown.top).take(usize::from(area.height)) {
        let row = Row::of(vec![Piece::new(*role, line.as_str())]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        area.y += 1;
        area.height -= 1;
    }
}
