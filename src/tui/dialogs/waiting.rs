//! How far the work on many matters is.

use ratatui::Frame;

use crate::text::{Words, words};
use crate::tui::dialogs::prompt::draw_lines;
use crate::tui::dialogs::{popup, room};
use crate::tui::model::Model;
use crate::tui::theme::Role;

const TITLE: Words = words("正在试做", "Working it out");
const STEPS: Words = words("{done} / {total}", "{done} / {total}");
const ROUND: Words = words("第 {n} 轮", "round {n}");
/// Cells of the bar.
const BAR: usize = 40;

pub(super) fn view(model: &Model, frame: &mut Frame<'_>) {
    let running = model.many.running.as_ref();
    // What is done at once needs no word.
    let Some((done, total)) = running.and_then(|running| running.progress) else {
        return;
    };
    let (cells, _) = room(model.size);
    let said = match total {
        0 => ROUND.with(&[("n", &done.to_string())]),
        total => STEPS.with(&[("done", &done.to_string()), ("total", &total.to_string())]),
    };
    let wide = BAR.min(cells);
    let full = (done.min(total) * wide).checked_div(total).unwrap_or(0);
    let bar = format!("{}{}", "=".repeat(full), "-".repeat(wide - full));
    let answers = super::help::answers(model, cells);
    let area = popup(
        model,
        frame,
        TITLE.of(model.lang),
        (wide, 3 + answers.len()),
    );
    let rest = draw_lines(
        model,
        frame,
        area,
        (Role::Plain, &[said.of(model.lang).to_owned()]),
    );
    let bar = if total == 0 { String::new() } else { bar };
    let rest = draw_lines(model, frame, rest, (Role::Dim, &[bar, String::new()]));
    draw_lines(model, frame, rest, (Role::Strong, &answers));
}
