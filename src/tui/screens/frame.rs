//! The bar at the top and the footer with the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::findings::Severity;
use crate::text::{Message as Saying, Words, clip, words};
use crate::tui::command::{Command, available};
use crate::tui::dialogs::Dialog;
use crate::tui::keys::Context;
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::screens::{crumbs, draw_rows};
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap};

const CHECKING: Words = words("检查中…", "checking…");
const READING: Words = words("读取 {percent}%", "reading {percent}%");
const CHANGING: Words = words("处理中…", "working…");
const SURVEYING: Words = words("比对中…", "comparing…");
const COUNTS: Words = words(
    "E 错误 {e}  W 警告 {w}  N 提示 {n}",
    "E errors {e}  W warnings {w}  N notes {n}",
);
const SHORT: Words = words("E{e} W{w} N{n}", "E{e} W{w} N{n}");
const MORE: Words = words("（{key} 看全文）", " ({key} shows all)");
const DROP: Words = words("取消", "Cancel");
const UNSAVED: Words = words("* 未保存 {n}", "* {n} unsaved");
const UNSAVED_SHORT: Words = words("*{n}", "*{n}");
const DISPUTED: Words = words("! 冲突 {n}", "! {n} disputed");
const DISPUTED_SHORT: Words = words("!{n}", "!{n}");
const NEIGHBOURS: Words = words("另有 {n} 人打开", "{n} more at it");

/// Where one stands, the findings of the catalog, and what is unsaved.
pub(super) fn bar(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut right = Vec::new();
    if let Some(work) = work(model).filter(|_| area.width >= 60) {
        let work = format!(" {} ", work.of(model.lang));
        right.push(Piece::new(Role::Strong, work));
    }
    if model.opened.is_some() {
        right.push(Piece::plain(status(model)).doing("findings"));
    }
    let taken: usize = right.iter().map(Piece::cells).sum();
    let room = usize::from(area.width).saturating_sub(taken + 2);
    let mut left = vec![Piece::plain(" ")];
    left.extend(crumbs::pieces(model, room));
    let row = Row {
        left,
        right,
        over: Some(Role::Bar),
    };
    draw_row(frame.buffer_mut(), area, &row, model.theme);
}

/// What is being done in the background, with how far it is where that is known.
fn work(model: &Model) -> Option<Saying> {
    let review = &model.review;
    let is_surveying = review.asked_for.is_some() && review.asked_for != review.made_for;
    if let Some((done, total)) = model.loading.filter(|(_, total)| *total > 0) {
        let percent = (done * 100 / total).to_string();
        return Some(READING.with(&[("percent", &percent)]));
    }
    if model.is_changing {
        return Some(CHANGING.into());
    }
    if model.opened.is_some() && !model.findings.is_complete && !model.findings.is_halted {
        return Some(CHECKING.into());
    }
    (model.screen == Screen::Review && is_surveying).then(|| SURVEYING.into())
}

fn status(model: &Model) -> String {
    let count = |severity| model.findings.count(severity).to_string();
    let (errors, warnings, notes) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Note),
    );
    let mut parts = Vec::new();
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
    if !model.safety.disputes.is_empty() {
        let said = if model.size.0 < 60 {
            DISPUTED_SHORT
        } else {
            DISPUTED
        };
        let disputed = said.with(&[("n", &model.safety.disputes.len().to_string())]);
        parts.push(disputed.of(model.lang).to_owned());
    }
    if !model.safety.neighbours.is_empty() && model.size.0 >= 60 {
        let count = model.safety.neighbours.len().to_string();
        parts.push(NEIGHBOURS.with(&[("n", &count)]).of(model.lang).to_owned());
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
    match &model.notice {
        Some(notice) if model.prefix.is_empty() => said(notice, model, frame, line),
        _ => draw_row(
            frame.buffer_mut(),
            line,
            &keys(model, usize::from(line.width)),
            model.theme,
        ),
    }
}

/// Most lines for what was said; the log has the rest.
const LINES: usize = 2;

/// What was last said, in two lines if one is not enough.
fn said(notice: &Notice, model: &Model, frame: &mut Frame<'_>, line: Rect) {
    let (role, mark) = if notice.is_fault {
        (Role::Error, " E ")
    } else {
        (Role::Strong, " ")
    };
    let cells = usize::from(line.width)
        .saturating_sub(mark.len() + 1)
        .max(4);
    let mut lines = wrap(notice.text.of(model.lang), cells);
    if lines.len() > LINES {
        let rest = lines.split_off(LINES - 1).concat();
        let key = model.keymap.first("messages", &model.contexts());
        let more = MORE.with(&[("key", &key)]);
        let more = if key.is_empty() {
            ""
        } else {
            more.of(model.lang)
        };
        let room = cells.saturating_sub(Piece::plain(more).cells());
        lines.push(clip(&rest, room) + more);
    }
    let height = u16::try_from(lines.len()).unwrap_or(1);
    let area = Rect {
        y: line.bottom().saturating_sub(height),
        height,
        ..line
    };
    frame.render_widget(Clear, area);
    let marks =
        std::iter::once(mark).chain(std::iter::repeat(if notice.is_fault { "   " } else { " " }));
    let rows = lines.into_iter().zip(marks);
    let rows =
        rows.map(|(text, mark)| Row::of(vec![Piece::new(role, mark), Piece::new(role, text)]));
    draw_rows(model, frame, area, rows);
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
        Piece::sign(Role::Key, format!(" {key} ")).doing(command.name),
        Piece::plain(format!("{title} ")).doing(command.name),
    ]
}

/// Whether the filter is being typed.
pub(super) fn is_filtering(model: &Model) -> bool {
    matches!(model.dialog, Some(Dialog::Filter(_)))
}
