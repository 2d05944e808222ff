//! Every finding of the catalog, one to a line; the selected one in full below.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::findings::Finding;
use crate::text::{Lines, Words, words};
use crate::tui::glyphs::{FOCUS, rule};
use crate::tui::model::Model;
use crate::tui::screens::desk::mark;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap};

const TITLE: Words = words("问题", "Findings");
const NONE: Words = words("没有发现问题", "nothing found");
const CHECKING: Words = words("检查中…", "checking…");
const FIX: Words = words("可修复：{title}", "fix: {title}");
/// Rows for the selected finding in full.
const DETAIL: u16 = 5;

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let title = Row {
        left: vec![
            Piece::sign(Role::Plain, FOCUS),
            Piece::plain(TITLE.of(model.lang)),
        ],
        right: vec![Piece::plain(format!("{} ", model.findings.all.len()))],
        over: Some(Role::Focus),
    };
    draw_row(frame.buffer_mut(), body, &title, model.theme);
    let list = Rect {
        y: body.y + 1,
        height: body.height.saturating_sub(1 + DETAIL),
        ..body
    };
    if model.findings.all.is_empty() {
        let said = if model.findings.is_complete {
            NONE
        } else {
            CHECKING
        };
        let row = Row::of(vec![Piece::new(
            Role::Dim,
            format!(" {}", said.of(model.lang)),
        )]);
        draw_row(frame.buffer_mut(), list, &row, model.theme);
        return;
    }
    draw_list(model, frame, list);
    let detail = Rect {
        y: list.bottom(),
        height: body.bottom().saturating_sub(list.bottom()),
        ..body
    };
    draw_detail(model, frame, detail);
}

fn draw_list(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let mut cursor = model.report;
    let (len, height) = (model.findings.all.len(), usize::from(area.height));
    cursor.settle(len, height);
    let place_cells = (usize::from(area.width) / 3).clamp(12, 40);
    let rows = cursor.visible(len, height).filter_map(|place| {
        let finding = model.findings.all.get(place)?;
        let (letter, role) = mark(Some(finding.severity));
        let title = model.title_of(&finding.file.path);
        Some(Row {
            left: vec![
                Piece::new(role, format!(" {letter} {} ", finding.rule)),
                Piece::column(Role::Plain, &title, place_cells + 1),
                Piece::plain(finding.message.of(model.lang)),
            ],
            over: (place == cursor.at).then_some(Role::Selected),
            ..Row::default()
        })
    });
    draw_rows(model, frame, area, rows);
}

fn draw_detail(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let rule = Row::of(vec![Piece::sign(Role::Dim, rule(area.width.into()))]);
    let said = model
        .findings
        .all
        .get(model.report.at)
        .map(|finding| detail(model, finding, usize::from(area.width)))
        .unwrap_or_default();
    draw_rows(model, frame, area, std::iter::once(rule).chain(said));
}

/// The whole message, what would put it right, and where it stands.
fn detail(model: &Model, finding: &Finding, cells: usize) -> Vec<Row> {
    let cells = cells.saturating_sub(2).max(4);
    let text = finding.file.document().text();
    let place = Lines::new(text).place(text, finding.span.range().start);
    let file = format!("{}:{}:{}", finding.file.path, place.line, place.column);
    let (_, role) = mark(Some(finding.severity));
    let mut rows: Vec<(Role, String)> = wrap(finding.message.of(model.lang), cells)
        .into_iter()
        .map(|line| (role, line))
        .collect();
    if let Some(fix) = &finding.fix {
        let said = FIX.with(&[("title", fix.title.of(model.lang))]);
        rows.push((Role::Plain, said.of(model.lang).to_owned()));
    }
    rows.push((Role::Dim, file));
    let row = |(role, line)| Row::of(vec![Piece::plain(" "), Piece::new(role, line)]);
    rows.into_iter().map(row).collect()
}
