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

use std::io::{self, Write};

use serde::Serialize;

use crate::catalog::File;
use crate::findings::Finding;
use crate::report::Titles;
use crate::report::json_text::{Each, to_writer};
use crate::report::outputs::Results;
use crate::report::places::Places;
use crate::text::{Lang, Place, Span};

/// Writes the findings as JSON.
pub(super) fn json(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::default();
    let (summary, lang) = (&results.summary, results.look.lang);
    let findings = results.findings.iter();
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
        findings: Each(|| {
            let findings = findings.clone();
            findings.map(|finding| one(finding, &results.titles, &places, lang))
        }),
    };
    to_writer(&report, out)
}

pub(super) fn one<'f>(
    finding: &'f Finding,
    titles: &'f Titles,
    places: &Places,
    lang: Lang,
) -> JsonFinding<'f> {
    let (path, start, end) = place(places, &finding.file, finding.span);
    let related = finding.related.iter().map(|related| {
        let (path, start, end) = place(places, &related.file, related.span);
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

fn place(places: &Places, file: &File, span: Span) -> (String, JsonPlace, JsonPlace) {
    let (start, end) = places.of(file, span);
    let place = |place: Place, offset| JsonPlace {
        line: place.line,
        column: place.column,
        offset,
    };
    let path = format!("catalog/{}", file.path);
    (path, place(start, span.start), place(end, span.end))
}

#[derive(Serialize)]
struct Report<F> {
    version: u8,
    lang: &'static str,
    summary: JsonSummary,
    findings: F,
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
