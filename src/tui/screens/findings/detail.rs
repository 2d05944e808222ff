//! One finding in full: what is said, the place in the file, what would put it right, why the rule is, and
//! the other side.

use crate::findings::{Finding, Page, Part, Related, Safety};
use crate::report::{excerpt, severity_name};
use crate::session::manual;
use crate::text::{Lang, Lines, Span, Words, words};
use crate::tui::glyphs::EDGE;
use crate::tui::model::Model;
use crate::tui::panel::DetailKey;
use crate::tui::screens::desk::mark;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap};

const FIX: Words = words("可修复（{key}）：{title}", "fix ({key}): {title}");
const LIKELY: Words = words(
    "可修复，须核对（{key}）：{title}",
    "likely fix, to be looked over ({key}): {title}",
);
const SHOWN: Words = words("建议：{title}", "suggestion: {title}");
const WHY: Words = words("为什么：", "why: ");
const RELATED: Words = words("相关：", "see also: ");
/// Lines shown of a file.
const LINES: usize = 4;

/// The lines of a finding.
pub(crate) fn lines(model: &Model, key: &DetailKey) -> Vec<Row> {
    let page = Sheet {
        model,
        cells: key.cells.saturating_sub(2).max(8),
        lang: key.lang,
    };
    page.all(&key.finding)
}

/// A finding on its way to become lines of so many cells.
struct Sheet<'m> {
    model: &'m Model,
    cells: usize,
    lang: Lang,
}

impl Sheet<'_> {
    fn all(&self, finding: &Finding) -> Vec<Row> {
        let (_, role) = mark(Some(finding.severity));
        let severity = severity_name(finding.severity).of(self.lang);
        let title = self.model.title_of(&finding.file.path);
        let mut rows = self.wrapped(role, finding.message.of(self.lang));
        rows.extend(self.place(&finding.file.path, finding, role));
        rows.extend(self.fix(finding));
        rows.extend(self.why(finding.rule));
        for related in &finding.related {
            rows.extend(self.related(related));
        }
        let said = format!("{} {severity} · {title}", finding.rule);
        rows.extend(self.wrapped(Role::Dim, &said));
        rows
    }

    fn wrapped(&self, role: Role, text: &str) -> Vec<Row> {
        let row = |line: String| Row::of(vec![Piece::plain(" "), Piece::new(role, line)]);
        wrap(text, self.cells).into_iter().map(row).collect()
    }

    /// Where it stands, and the lines there with the place marked.
    fn place(&self, path: &str, finding: &Finding, role: Role) -> Vec<Row> {
        let text = finding.file.document().text();
        let mut rows = self.wrapped(Role::Dim, &at(path, text, finding.span));
        rows.extend(self.marked(text, finding.span, role));
        rows
    }

    /// The lines of a file under a span, with marks below the place.
    fn marked(&self, text: &str, span: Span, role: Role) -> Vec<Row> {
        let shown = excerpt(text, span, LINES, self.cells.saturating_sub(3));
        let mut rows = Vec::new();
        let mut start = 0;
        for line in shown.text.split('\n') {
            let end = start + line.len();
            let from = shown.place.start.clamp(start, end) - start;
            let to = shown.place.end.clamp(start, end) - start;
            let part = |range: std::ops::Range<usize>| line.get(range).unwrap_or_default();
            let (before, inside) = (part(0..from), part(from..to));
            rows.push(Row::of(vec![
                Piece::sign(Role::Dim, format!(" {EDGE} ")),
                Piece::plain(before),
                Piece::new(Role::Strong, inside),
                Piece::plain(part(to..line.len())),
            ]));
            if !inside.trim().is_empty() {
                let lead = Piece::plain(before).cells();
                let marks = "^".repeat(Piece::plain(inside).cells());
                rows.push(Row::of(vec![
                    Piece::sign(Role::Dim, format!(" {EDGE} ")),
                    Piece::plain(" ".repeat(lead)),
                    Piece::new(role, marks),
                ]));
            }
            start = end + 1;
        }
        rows
    }

    fn fix(&self, finding: &Finding) -> Vec<Row> {
        let Some(fix) = &finding.fix else {
            return Vec::new();
        };
        let words = match fix.safety {
            Safety::Safe => FIX,
            Safety::Unsafe => LIKELY,
            Safety::Shown => SHOWN,
        };
        let key = self.model.keymap.first("fix", &self.model.contexts_below());
        let said = words.with(&[("title", fix.title.of(self.lang)), ("key", &key)]);
        self.wrapped(Role::Plain, said.of(self.lang))
    }

    /// The first paragraph of the reason in the rule's page.
    fn why(&self, rule: &str) -> Vec<Row> {
        let sections = manual(rule).map(Page::sections).unwrap_or_default();
        let why = sections
            .into_iter()
            .find(|section| section.title.zh == "为什么");
        let parts = why.into_iter().flat_map(|section| section.parts);
        let mut said = parts.filter_map(|part| match (part, self.lang) {
            (Part::Zh(text), Lang::Zh) | (Part::En(text), Lang::En) => Some(text),
            _ => None,
        });
        let Some(text) = said.next() else {
            return Vec::new();
        };
        let text = text.replace('`', "");
        self.wrapped(Role::Plain, &format!("{}{text}", WHY.of(self.lang)))
    }

    fn related(&self, related: &Related) -> Vec<Row> {
        let text = related.file.document().text();
        let place = at(&related.file.path, text, related.span);
        let message = related.message.of(self.lang);
        let said = format!("{}{message}  {place}", RELATED.of(self.lang));
        let mut rows = self.wrapped(Role::Plain, &said);
        rows.extend(self.marked(text, related.span, Role::Note));
        rows
    }
}

/// A place as `path:line:column`.
fn at(path: &str, text: &str, span: Span) -> String {
    let place = Lines::new(text).place(text, span.range().start);
    format!("{path}:{}:{}", place.line, place.column)
}
