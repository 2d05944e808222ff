//! The list: a head for each group with its count, and the findings of those that are open. Only what is
//! seen is drawn.

use std::fmt::Write;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::findings::{Finding, Severity};
use crate::report::severity_name;
use crate::session::manual;
use crate::text::{Words, words};
use crate::tui::dialogs::Dialog;
use crate::tui::glyphs::{FOCUS, FOLDED, UNFOLDED};
use crate::tui::model::Model;
use crate::tui::panel::{Group, Grouping, Line};
use crate::tui::screens::desk::mark;
use crate::tui::screens::draw_rows;
use crate::tui::screens::frame::is_filtering;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, draw_row, spot_rows, wrap};

const TITLE: Words = words("问题", "Findings");
const NONE: Words = words("没有发现问题", "nothing found");
const NONE_SHOWN: Words = words(
    "没有符合的问题；按 Esc 全部列出",
    "no such findings; Esc lists all again",
);
const CHECKING: Words = words("检查中…", "checking…");
const PROGRESS: Words = words(
    "检查中… {done}/{total} 个文件",
    "checking… {done}/{total} files",
);
const HALTED: Words = words("检查已停下", "check stopped");
const KNOWN: Words = words("基线已记 {n}", "baseline {n}");
const KNOWN_TOO: Words = words("含基线 {n}", "baseline {n} too");
const ONLY: Words = words("只看{severity}", "{severity} only");
const BASE: Words = words("基本目录", "Base catalog");
const OTHERS: Words = words("目录其他文件", "Other files of the catalog");
/// In front of what the baseline records.
const RECORDED: Words = words("（基线）", "(baseline) ");

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let title = Row {
        left: vec![Piece::sign(Role::Plain, FOCUS), Piece::plain(title(model))],
        right: vec![Piece::plain(counts(model))],
        over: Some(Role::Focus),
    };
    draw_row(frame.buffer_mut(), area, &title, model.theme);
    if let Some(Dialog::Filter(field)) = &model.dialog {
        let line = Rect {
            x: area.x + 3.min(area.width),
            width: area.width.saturating_sub(20),
            height: 1,
            ..area
        };
        field.draw(frame, line);
    }
    let body = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    if model.panel.lines.is_empty() {
        draw_none(model, frame, body);
        return;
    }
    let mut cursor = model.panel.cursor;
    let (len, height) = (model.panel.lines.len(), usize::from(body.height));
    cursor.settle(len, height);
    let columns = usize::from(body.width);
    let rows = cursor.visible(len, height).filter_map(|at| {
        let line = model.panel.lines.get(at)?;
        let over = (at == cursor.at).then_some(Role::Selected);
        row(model, *line, columns).map(|row| Row { over, ..row })
    });
    draw_rows(model, frame, body, rows);
    spot_rows(body, cursor.visible(len, height), Spot::Row);
}

/// How the findings are grouped, and what of them is shown.
fn title(model: &Model) -> String {
    if is_filtering(model) {
        return "/ ".to_owned();
    }
    let scope = &model.panel.scope;
    let grouping = scope.grouping.title();
    let mut title = format!("{} · {}", TITLE.of(model.lang), grouping.of(model.lang));
    if let Some(severity) = scope.severity {
        let severity = severity_name(severity);
        let only = ONLY.with(&[("severity", severity.of(model.lang))]);
        let _ = write!(title, " · {}", only.of(model.lang));
    }
    if !scope.rules.is_empty() {
        let _ = write!(title, " · {}", scope.rules.join(" "));
    }
    if !scope.filter.is_empty() {
        let _ = write!(title, " /{}", scope.filter);
    }
    title
}

/// How far the check is, how many findings are shown of how many, and how many the baseline records.
fn counts(model: &Model) -> String {
    let findings = &model.findings;
    let mut parts = Vec::new();
    if !findings.is_complete {
        parts.push(checking(model));
    }
    let shows_known = model.panel.scope.shows_known;
    let known = findings.known.len();
    let all = findings.all.len() + if shows_known { known } else { 0 };
    if known > 0 {
        let said = if shows_known { KNOWN_TOO } else { KNOWN };
        let said = said.with(&[("n", &known.to_string())]);
        parts.push(said.of(model.lang).to_owned());
    }
    if model.panel.shown == all {
        parts.push(all.to_string());
    } else {
        parts.push(format!("{} / {all}", model.panel.shown));
    }
    format!("{} ", parts.join("  "))
}

fn checking(model: &Model) -> String {
    let said = match model.findings.progress {
        _ if model.findings.is_halted => HALTED.into(),
        Some((done, total)) if done < total => {
            PROGRESS.with(&[("done", &done.to_string()), ("total", &total.to_string())])
        }
        _ => CHECKING.into(),
    };
    said.of(model.lang).to_owned()
}

fn draw_none(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let said = if !model.findings.all.is_empty() {
        NONE_SHOWN.of(model.lang).to_owned()
    } else if model.findings.is_complete {
        NONE.of(model.lang).to_owned()
    } else {
        checking(model)
    };
    let cells = usize::from(body.width.saturating_sub(2)).max(1);
    let rows = wrap(&said, cells)
        .into_iter()
        .map(|line| Row::of(vec![Piece::new(Role::Dim, format!(" {line}"))]));
    draw_rows(model, frame, body, rows);
}

fn row(model: &Model, line: Line, columns: usize) -> Option<Row> {
    match line {
        Line::Group(at) => Some(head(model, model.panel.groups.get(at)?)),
        Line::Finding(_, place) => {
            let finding = model.findings.at(place)?;
            Some(finding_row(model, finding, place, columns))
        }
    }
}

fn head(model: &Model, group: &Group) -> Row {
    let (letter, role) = mark(Some(group.gravest));
    let fold = if model.panel.is_open(group) {
        UNFOLDED
    } else {
        FOLDED
    };
    Row {
        left: vec![
            Piece::sign(Role::Plain, fold),
            Piece::new(role, format!("{letter} ")),
            Piece::new(Role::Strong, label(model, group)),
        ],
        right: vec![Piece::plain(format!("{} ", group.members.len()))],
        over: None,
    }
}

/// What a group is called.
fn label(model: &Model, group: &Group) -> String {
    let key = &*group.key;
    match model.panel.scope.grouping {
        Grouping::Rule => {
            let title = manual(key).map_or("", |page| page.title.of(model.lang));
            format!("{key} {title}")
        }
        Grouping::File => model.title_of(key),
        Grouping::Division => match key {
            "base" => BASE.of(model.lang).to_owned(),
            _ => division(model, key),
        },
        Grouping::Severity => {
            let severity = Severity::from_word(key).unwrap_or(group.gravest);
            severity_name(severity).of(model.lang).to_owned()
        }
    }
}

fn division(model: &Model, code: &str) -> String {
    let division = model
        .catalog()
        .and_then(|catalog| catalog.registers.division(code));
    match division {
        Some(division) => format!("{} {code}", division.name),
        None if code.bytes().all(|byte| byte.is_ascii_digit()) && !code.is_empty() => {
            code.to_owned()
        }
        None => OTHERS.of(model.lang).to_owned(),
    }
}

fn finding_row(model: &Model, finding: &Finding, place: usize, columns: usize) -> Row {
    let (letter, role) = mark(Some(finding.severity));
    let grouping = model.panel.scope.grouping;
    let cells = (columns / 3).clamp(12, 40);
    let mut left = vec![Piece::plain("  "), Piece::new(role, format!("{letter} "))];
    if grouping != Grouping::Rule {
        left.push(Piece::plain(format!("{} ", finding.rule)));
    }
    if grouping != Grouping::File {
        let title = model.title_of(&finding.file.path);
        left.push(Piece::column(Role::Plain, &title, cells));
    }
    if model.findings.is_known(place) {
        left.push(Piece::new(Role::Dim, RECORDED.of(model.lang)));
    }
    left.push(Piece::plain(finding.message.of(model.lang)));
    Row::of(left)
}
