//! The editor of one line.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{Prompt, popup, room};
use crate::tui::form::{day_said, is_day};
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::TextField;

/// 单行输入: one line being typed.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// What is asked for.
    pub(crate) prompt: Prompt,
    /// What is typed.
    pub(crate) field: TextField,
    before: String,
}

impl Line {
    /// An editor that begins with a text.
    pub(crate) fn new(prompt: Prompt, text: &str) -> Line {
        let field = TextField::line(text);
        Line {
            prompt,
            before: field.text(),
            field,
        }
    }

    /// Whether something was typed.
    pub(crate) fn is_touched(&self) -> bool {
        self.field.text() != self.before
    }

    /// Whether a day is typed.
    pub(crate) fn is_day(&self) -> bool {
        is_day(&self.prompt.schema)
    }
}

pub(super) fn view(line: &Line, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let help = line
        .prompt
        .help(model.lang, cells, rows.saturating_sub(3).min(6));
    let problem = line.prompt.problem(model.lang, cells);
    // Room for a problem is kept, so that the dialog does not jump when one turns up.
    let height = help.len() + usize::from(!help.is_empty()) + 1 + problem.len().max(1);
    let area = popup(
        model,
        frame,
        line.prompt.title.of(model.lang),
        (cells, height),
    );
    let rest = draw_lines(model, frame, area, (Role::Dim, &help));
    let gap: &[String] = if help.is_empty() {
        &[]
    } else {
        &[String::new()]
    };
    let rest = draw_lines(model, frame, rest, (Role::Plain, gap));
    let field = Rect {
        height: rest.height.min(1),
        ..rest
    };
    frame
        .buffer_mut()
        .set_style(field, model.theme.style(Role::Title));
    line.field.draw(frame, field);
    let below = Rect {
        y: rest.y + field.height,
        height: rest.height - field.height,
        ..rest
    };
    let meant = if line.is_day() && problem.is_empty() {
        day_said(&line.field.text(), model.today)
    } else {
        None
    };
    let meant: Vec<String> = meant
        .iter()
        .map(|day| day.of(model.lang).to_owned())
        .collect();
    let below = draw_lines(model, frame, below, (Role::Dim, &meant));
    draw_lines(model, frame, below, (Role::Error, &problem));
}
