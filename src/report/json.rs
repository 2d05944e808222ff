//! Findings for a machine. The form is a promise: within version 1, keys are only added.
//!
//! ```json
//! {
//!   "version": 1,
//!   "lang": "zh",
//!   "summary": {"files": 2, "matters": 1, "errors": 1, "warnings": 0, "notes": 0,
//!               "covered": 0, "gone": 0},
//!   "findings": [
//!     {
//!       "rule": "N001", "severity": "error", "title": "…", "message": "…",
//!       "path": "catalog/base/09/000109001000.yaml",
//!       "start": {"line": 2, "column": 9, "offset": 37}, "end": {"line": 2, "column": 13, "offset": 45},
//!       "related": [{"message": "…", "path": "…", "start": {…}, "end": {…}}],
//!       "fix": {"title": "…", "safety": "safe"}
//!     }
//!   ]
//! }
//! ```
//!
//! Lines and columns count from 1, columns in characters; offsets count bytes from 0; the end is excluded.
//! `fix` is `null` where there is none. Words are in the language asked for. Characters that a terminal
//! would obey are written as `\uXXXX`, which means the same to a reader of JSON.

use std::collections::HashMap;
use std::fmt::Write;

use serde::Serialize;

use crate::catalog::File;
use crate::findings::Finding;
use crate::report::{Summary, Titles};
use crate::text::{Lang, Lines, Span, is_hidden};

/// The findings as JSON.
pub fn json(findings: &[Finding], titles: &Titles, summary: &Summary, lang: Lang) -> String {
    let mut places = Places::default();
    let report = Report {
        version: 1,
        lang: lang.word(),
        summary: JsonSummary {
            files: summary.files,
            matters: summary.matters,
            errors: summary.errors,
            warnings: summary.warnings,
            notes: summary.notes,
            covered: summary.covered,
            gone: summary.gone,
        },
        findings: findings
            .iter()
            .map(|finding| one(finding, titles, &mut places, lang))
            .collect(),
    };
    to_text(&report)
}

pub(super) fn one<'f>(
    finding: &'f Finding,
    titles: &'f Titles,
    places: &mut Places,
    lang: Lang,
) -> JsonFinding<'f> {
    let (path, start, end) = places.of(&finding.file, finding.span);
    let related = finding.related.iter().map(|related| {
        let (path, start, end) = places.of(&related.file, related.span);
        JsonRelated {
            message: related.message.of(lang),
            path,
            start,
            end,
        }
    });
    JsonFinding {
        rule: finding.rule,
        severity: finding.severity.word(),
        title: titles.get(finding.rule).map_or("", |title| title.of(lang)),
        message: finding.message.of(lang),
        path,
        start,
        end,
        related: related.collect(),
        fix: fix(finding, lang),
    }
}

pub(super) fn fix(finding: &Finding, lang: Lang) -> Option<JsonFix<'_>> {
    finding.fix.as_ref().map(|fix| JsonFix {
        title: fix.title.of(lang),
        safety: fix.safety.word(),
    })
}

#[derive(Serialize)]
struct Report<'f> {
    version: u8,
    lang: &'static str,
    summary: JsonSummary,
    findings: Vec<JsonFinding<'f>>,
}

#[derive(Serialize)]
struct JsonSummary {
    files: usize,
    matters: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    covered: usize,
    gone: usize,
}

#[derive(Serialize)]
pub(super) struct JsonFinding<'f> {
    rule: &'static str,
    severity: &'static str,
    title: &'f str,
    message: &'f str,
    path: String,
    start: JsonPlace,
    end: JsonPlace,
    related: Vec<JsonRelated<'f>>,
    fix: Option<JsonFix<'f>>,
}

#[derive(Serialize)]
struct JsonRelated<'f> {
    message: &'f str,
    path: String,
    start: JsonPlace,
    end: JsonPlace,
}

#[derive(Serialize)]
pub(super) struct JsonFix<'f> {
    title: &'f str,
    safety: &'static str,
}

#[derive(Serialize)]
struct JsonPlace {
    line: usize,
    column: usize,
    offset: u32,
}

/// The lines of the files seen so far, by path.
#[derive(Default)]
pub(super) struct Places(HashMap<Box<str>, Lines>);

impl Places {
    fn of(&mut self, file: &File, span: Span) -> (String, JsonPlace, JsonPlace) {
        let text = file.document().text();
        let lines = self.0.entry(file.path.clone());
        let lines = lines.or_insert_with(|| Lines::new(text));
        let place = |offset: u32| {
            let place = lines.place(text, offset as usize);
            JsonPlace {
                line: place.line,
                column: place.column,
                offset,
            }
        };
        let path = format!("catalog/{}", file.path);
        (path, place(span.start), place(span.end))
    }
}

/// A value as indented JSON with a line break at its end, hidden characters escaped. A program's own
/// structures always have a JSON form.
pub(super) fn to_text(value: &impl Serialize) -> String {
    let plain = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut text = String::with_capacity(plain.len() + 1);
    for letter in plain.chars() {
        if letter != '\n' && is_hidden(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(letter);
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped_and_mean_the_same() {
        let hostile = "护\u{1b}[31m\u{202e}\u{9b}\u{e0001}照\n";
        let text = to_text(&hostile);
        assert_eq!(text, "\"护\\u001b[31m\\u202e\\u009b\\udb40\\udc01照\\n\"\n");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
    }
}
