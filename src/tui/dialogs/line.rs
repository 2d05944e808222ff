//! The editor of one line.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{Prompt, popup, room};
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
    draw_lines(model, frame, below, (Role::Error, &problem));
}
