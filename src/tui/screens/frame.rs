//! The bar at the top and the footer with the keys.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::findings::Severity;
use crate::text::{Words, words};
use crate::tui::command::{Command, available};
use crate::tui::dialogs::Dialog;
use crate::tui::keys::Context;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row};

const NAME: Words = words("mulu 目录", "mulu");
const CHECKING: Words = words("检查中…", "checking…");
const COUNTS: Words = words(
    "E 错误 {e}  W 警告 {w}  N 提示 {n}",
    "E errors {e}  W warnings {w}  N notes {n}",
);
const SHORT: Words = words("E{e} W{w} N{n}", "E{e} W{w} N{n}");
const DROP: Words = words("取消", "Cancel");
const UNSAVED: Words = words("* 未保存 {n}", "* {n} unsaved");
const UNSAVED_SHORT: Words = words("*{n}", "*{n}");

/// The catalog, its findings, and what is unsaved.
pub(super) fn bar(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut row = Row {
        left: vec![Piece::new(
            Role::Strong,
            format!(" {} ", NAME.of(model.lang)),
        )],
        right: Vec::new(),
        over: Some(Role::Bar),
    };
    if let Some(catalog) = model.catalog() {
        let manifest = &catalog.registers.manifest;
        let title = match (model.lang, &manifest.title_en) {
            (crate::text::Lang::En, Some(title)) => title,
            _ => &manifest.title,
        };
        row.left.push(Piece::plain(title.clone()));
        row.right.push(Piece::plain(status(model)));
    }
    draw_row(frame.buffer_mut(), area, &row, model.theme);
}

fn status(model: &Model) -> String {
    let count = |severity| model.findings.count(severity).to_string();
    let (errors, warnings, notes) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    );
    let mut parts = Vec::new();
    if !model.findings.is_complete && model.size.0 >= 60 {
        parts.push(CHECKING.of(model.lang).to_owned());
    }
    let said = if model.size.0 < 60 { SHORT } else { COUNTS };
    let counts = said.with(&[("e", &errors), ("w", &warnings), ("n", &notes)]);
    parts.push(counts.of(model.lang).to_owned());
    if !model.unsaved.is_empty() {
        let said = if model.size.0 < 60 {
            UNSAVED_SHORT
        } else {
            UNSAVED
        };
        let unsaved = said.with(&[("n", &model.unsaved.len().to_string())]);
        parts.push(unsaved.of(model.lang).to_owned());
    }
    format!(" {} ", parts.join("  "))
}

/// What was last said, or else the keys that work here, as far as there is room; help always has room.
pub(super) fn footer(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let line = Rect {
        y: area.bottom() - 1,
        height: 1,
        ..area
    };
    let row = match &model.notice {
        Some(notice) => {
            let role = if notice.is_fault {
                Role::Error
            } else {
                Role::Strong
            };
            let mark = if notice.is_fault { " E " } else { " " };
            let text = notice.text.of(model.lang);
            Row::of(vec![Piece::new(role, mark), Piece::new(role, text)])
        }
        None => keys(model, usize::from(line.width)),
    };
    draw_row(frame.buffer_mut(), line, &row, model.theme);
}

fn keys(model: &Model, cells: usize) -> Row {
    if !model.prefix.is_empty() {
        return Row::of(vec![
            Piece::new(Role::Key, " Esc "),
            Piece::plain(DROP.of(model.lang)),
        ]);
    }
    let contexts = model.contexts();
    let is_help = |name: &str| name == "help";
    let help = available(model, &contexts).find(|command| is_help(command.name));
    let help = help.map(|command| hint(command, &contexts, model));
    let reserved: usize = help.iter().flatten().map(Piece::cells).sum();
    let mut pieces = Vec::new();
    let mut used = 0;
    for command in available(model, &contexts).filter(|command| !is_help(command.name)) {
        let hint = hint(command, &contexts, model);
        let wide: usize = hint.iter().map(Piece::cells).sum();
        if used + wide + reserved > cells {
            break;
        }
        used += wide;
        pieces.extend(hint);
    }
    pieces.extend(help.into_iter().flatten());
    Row::of(pieces)
}

/// A key and what it does.
fn hint(command: &Command, contexts: &[Context], model: &Model) -> [Piece; 2] {
    let key = model.keymap.first(command.name, contexts);
    let title = command.title.of(model.lang);
    [
        Piece::sign(Role::Key, format!(" {key} ")),
        Piece::plain(format!("{title} ")),
    ]
}

/// Whether the filter is being typed.
pub(super) fn is_filtering(model: &Model) -> bool {
    matches!(model.dialog, Some(Dialog::Filter(_)))
}
