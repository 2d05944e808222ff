//! The guide to a matter as the public will read it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::report::{Guide, GuideLine};
use crate::text::{Lang, Words, pad, width, words};
use crate::tui::glyphs::{FOCUS, FROM, rule};
use crate::tui::model::Model;
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, draw_row, wrap};

const TITLE: Words = words("办事指南预览", "Guide preview");
const MISSING: Words = words("尚未填写", "not filled in yet");
const GAPS: Words = words("{n} 处尚未填写", "{n} not filled in");
const WHOLE: Words = words("齐全", "whole");
/// The widest that a line is made; longer ones are hard to read.
const WIDEST: usize = 100;
/// Cells for a label, at most.
const LABEL: usize = 24;

/// Rows below the title.
pub(crate) fn height(model: &Model) -> usize {
    usize::from(model.size.1.saturating_sub(3)).max(1)
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let preview = &model.guide;
    let gaps = if preview.missing == 0 {
        WHOLE.of(model.lang).to_owned()
    } else {
        let gaps = GAPS.with(&[("n", &preview.missing.to_string())]);
        gaps.of(model.lang).to_owned()
    };
    let place = format!(
        "{}  {}/{} ",
        gaps,
        (preview.top + height(model)).min(preview.lines.len()),
        preview.lines.len()
    );
    let title = Row {
        left: vec![
            Piece::sign(Role::Plain, FOCUS),
            Piece::plain(TITLE.of(model.lang)),
        ],
        right: vec![Piece::plain(place)],
        over: Some(Role::Focus),
    };
    draw_row(frame.buffer_mut(), body, &title, model.theme);
    let rest = Rect {
        y: body.y + 1,
        height: body.height.saturating_sub(1),
        ..body
    };
    let lines = preview.lines.iter().skip(preview.top).cloned();
    draw_rows(model, frame, rest, lines);
}

/// A guide as rows of so many cells; where each value comes from is told if it is asked for.
pub(crate) fn lines(guide: &Guide, lang: Lang, cells: usize, shows_sources: bool) -> Vec<Row> {
    let sheet = Sheet {
        lang,
        cells: cells.saturating_sub(3).clamp(12, WIDEST),
        shows_sources,
    };
    let mut rows = vec![Row::default()];
    rows.extend(sheet.text(Role::Strong, 0, guide.title.of(lang)));
    if !guide.place.zh.is_empty() {
        rows.extend(sheet.text(Role::Plain, 0, guide.place.of(lang)));
    }
    for section in &guide.sections {
        rows.push(Row::default());
        rows.push(sheet.heading(section.title.of(lang)));
        for line in &section.lines {
            rows.extend(sheet.line(line));
        }
    }
    rows
}

struct Sheet {
    lang: Lang,
    cells: usize,
    shows_sources: bool,
}

impl Sheet {
    fn text(&self, role: Role, indent: usize, text: &str) -> Vec<Row> {
        let lines = wrap(text, self.cells.saturating_sub(indent).max(8));
        let lead = " ".repeat(indent + 2);
        let row = |line| Row::of(vec![Piece::plain(lead.as_str()), Piece::new(role, line)]);
        lines.into_iter().map(row).collect()
    }

    fn heading(&self, title: &str) -> Row {
        let rest = self.cells.saturating_sub(width(title) + 1);
        Row::of(vec![
            Piece::plain("  "),
            Piece::new(Role::Section, format!("{title} ")),
            Piece::sign(Role::Dim, rule(rest)),
        ])
    }

    /// A label with the text beside it; a text of many lines, or on a narrow screen, below it.
    fn line(&self, line: &GuideLine) -> Vec<Row> {
        let indent = if line.depth > 0 { 3 } else { 0 };
        let (role, text) = match &line.text {
            Some(text) => (Role::Plain, text.of(self.lang)),
            None => (Role::Dim, MISSING.of(self.lang)),
        };
        let mut rows = match &line.label {
            Some(label) => self.labelled(indent, label.of(self.lang), (role, text)),
            None => self.text(role, indent, text),
        };
        let source = line.source.as_ref().filter(|_| self.shows_sources);
        if let (Some(source), Some(row)) = (source, rows.first_mut()) {
            row.left.push(Piece::sign(Role::Dim, format!("  {FROM}")));
            row.left.push(Piece::new(Role::Dim, source.of(self.lang)));
        }
        rows
    }

    fn labelled(&self, indent: usize, label: &str, (role, text): (Role, &str)) -> Vec<Row> {
        let column = match self.lang {
            Lang::Zh => 14,
            Lang::En => LABEL,
        };
        let beside = self.cells.saturating_sub(indent + column);
        if beside < 20 {
            let mut rows = self.text(Role::Dim, indent, label);
            rows.extend(self.text(role, indent + 2, text));
            return rows;
        }
        let lines = wrap(text, beside);
        let row = |(at, line): (usize, String)| {
            let head = if at == 0 { label } else { "" };
            let head = format!("{}{}", " ".repeat(indent + 2), pad(head, column));
            Row::of(vec![Piece::new(Role::Dim, head), Piece::new(role, line)])
        };
        lines.into_iter().enumerate().map(row).collect()
    }
}
