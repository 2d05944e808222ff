//! What there is to know of a field: its help, the policy between levels, what may stand there, and the
//! pages of the rules that have found something here.

use ratatui::Frame;

use crate::text::{Lang, Message as Saying};
use crate::tui::dialogs::{popup, wide_room};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Motion, Piece, Row, draw_row, wrap};

/// 字段说明: what there is to know of a field.
#[derive(Clone, Debug)]
pub(crate) struct Guidance {
    /// What the field is called.
    pub(crate) title: Saying,
    /// What is said, paragraph by paragraph.
    pub(crate) said: Vec<Paragraph>,
    top: usize,
}

/// A paragraph; one without words in a language is passed over in it.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    /// How it looks.
    pub(crate) role: Role,
    /// What it says.
    pub(crate) text: Saying,
    /// Cells it stands in from the left.
    pub(crate) indent: usize,
}

impl Guidance {
    /// What is said of a field, from the start.
    pub(crate) fn new(title: Saying, said: Vec<Paragraph>) -> Guidance {
        Guidance {
            title,
            said,
            top: 0,
        }
    }

    fn lines(&self, lang: Lang, cells: usize) -> Vec<(Role, String)> {
        let said = self.said.iter().filter(|part| part.is_for(lang));
        let lines = said.flat_map(|part| {
            let room = cells.saturating_sub(part.indent).max(4);
            let indent = " ".repeat(part.indent);
            let lines = wrap(part.text.of(lang), room).into_iter();
            lines.map(move |line| (part.role, format!("{indent}{line}")))
        });
        lines.collect()
    }

    /// Scrolls; the last lines stay on the screen.
    pub(crate) fn go(&mut self, motion: Motion, model_size: (Lang, (usize, usize))) {
        let (lang, (cells, rows)) = model_size;
        let len = self.lines(lang, cells).len();
        let last = len.saturating_sub(rows);
        self.top = motion.from(self.top.min(last), len, rows).min(last);
    }
}

impl Paragraph {
    fn is_for(&self, lang: Lang) -> bool {
        let other = match lang {
            Lang::Zh => &self.text.en,
            Lang::En => &self.text.zh,
        };
        // An empty line is for both.
        !self.text.of(lang).is_empty() || other.is_empty()
    }
}

pub(super) fn view(guidance: &Guidance, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = wide_room(model);
    let lines = guidance.lines(model.lang, cells);
    let height = lines.len().min(rows);
    let last = lines.len().saturating_sub(height);
    let top = guidance.top.min(last);
    let title = guidance.title.of(model.lang);
    let title = if last == 0 {
        title.to_owned()
    } else {
        let below = (top + height).min(lines.len());
        format!("{title} · {}–{below} / {}", top + 1, lines.len())
    };
    let mut area = popup(model, frame, &title, (cells, height));
    for (role, line) in lines.iter().skip(top).take(height) {
        if area.height == 0 {
            return;
        }
        let row = Row::of(vec![Piece::new(*role, line.as_str())]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        area.y += 1;
        area.height -= 1;
    }
}
