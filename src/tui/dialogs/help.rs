//! The keys that work here, from the table of commands.

use ratatui::Frame;

use crate::text::{Words, pad, words};
use crate::tui::command::{Command, Section, available};
use crate::tui::dialogs::{popup, room};
use crate::tui::keys::Context;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap};

const TITLE: Words = words("按键", "Keys");
/// The sections, in the order in which they are listed.
const SECTIONS: [Section; 7] = [
    Section::Start,
    Section::Decide,
    Section::Edit,
    Section::Keep,
    Section::Look,
    Section::Move,
    Section::Program,
];
/// Cells for the keys of a command.
const KEYS: usize = 22;

/// A line of the help: a section's title, or keys with what they do.
pub(crate) fn lines(model: &Model) -> Vec<(Role, String)> {
    let contexts = model.contexts_below();
    let mut lines = Vec::new();
    for section in SECTIONS {
        let mut commands = available(model, &contexts)
            .filter(|command| command.section == section)
            .peekable();
        if commands.peek().is_some() {
            lines.push((Role::Section, section.title().of(model.lang).to_owned()));
        }
        let line = |command: &Command| {
            let keys = pad(
                &model.keymap.labels(command.name, &contexts).join(" "),
                KEYS,
            );
            format!("  {keys}{}", command.title.of(model.lang))
        };
        lines.extend(commands.map(|command| (Role::Plain, line(command))));
    }
    lines
}

pub(super) fn view(top: usize, model: &Model, frame: &mut Frame<'_>) {
    let (cells, rows) = room(model.size);
    let lines = lines(model);
    let height = lines.len().min(rows);
    let mut area = popup(model, frame, TITLE.of(model.lang), (cells, height));
    for (role, line) in lines.iter().skip(top).take(usize::from(area.height)) {
        let row = Row::of(vec![Piece::sign(*role, line.as_str())]);
        draw_row(frame.buffer_mut(), area, &row, model.theme);
        area.y += 1;
        area.height -= 1;
    }
}

/// The commands that answer a question, in a line or two.
pub(super) fn answers(model: &Model, cells: usize) -> Vec<String> {
    let contexts = model.contexts();
    let answer = |command: &Command| said(command, &contexts, model);
    let answers: Vec<String> = available(model, &contexts).map(answer).collect();
    wrap(&answers.join("   "), cells)
}

/// A command as the questions name it: its first key and what it does.
pub(crate) fn said(command: &Command, contexts: &[Context], model: &Model) -> String {
    let key = model.keymap.first(command.name, contexts);
    format!("{key} {}", command.title.of(model.lang))
}
