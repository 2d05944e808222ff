//! rdjson: the Reviewdog Diagnostic Format. Its columns count bytes of UTF-8, from 1.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::catalog::File;
use crate::findings::{Finding, Severity};
use crate::report::json_text::{Each, to_writer};
use crate::report::outputs::Results;
use crate::report::places::Places;
use crate::text::Span;

#[derive(Serialize)]
struct Report<F> {
    source: Value,
    diagnostics: F,
}

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let places = Places::default();
    let findings = || results.findings.iter();
    let report = Report {
        source: json!({"name": "mulu"}),
        diagnostics: Each(|| findings().map(|finding| diagnostic(results, finding, &places))),
    };
    to_writer(&report, out)
}

fn diagnostic(results: &Results<'_>, finding: &Finding, places: &Places) -> Value {
    let severity = match finding.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    };
    let related = finding.related.iter().map(|related| {
        json!({
            "message": related.message.of(results.look.lang),
            "location": location(results, &related.file, related.span, places),
        })
    });
    json!({
        "message": results.message(finding),
        "location": location(results, &finding.file, finding.span, places),
        "severity": severity,
        "code": {"value": finding.rule},
        "related_locations": related.collect::<Vec<_>>(),
    })
}

fn location(results: &Results<'_>, file: &File, span: Span, places: &Places) -> Value {
    let (start, end) = places.of(file, span);
    let (from, to) = places.look(file, |text, _| {
        let column = |offset: u32| bytes_before(text, offset as usize) + 1;
        (column(span.start), column(span.end))
    });
    json!({
        "path": results.path(file),
        "range": {
            "start": {"line": start.line, "column": from},
            "end": {"line": end.line, "column": to},
        },
    })
}

/// How many bytes of its line stand before a place.
fn bytes_before(text: &str, offset: usize) -> usize {
    let before = text.get(..offset.min(text.len())).unwrap_or("");
    before.len() - before.rfind('\n').map_or(0, |at| at + 1)
}
