//! GitLab code quality: a list of issues in the form of Code Climate, as far as GitLab reads it.

use std::io::{self, Write};

use serde_json::json;

use crate::findings::Severity;
use crate::report::json_text::{Each, to_writer};
use crate::report::outputs::Results;
use crate::report::outputs::fingerprints::Fingerprints;
use crate::report::places::Places;

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (places, fingerprints) = (Places::default(), Fingerprints::new(results.standard));
    let issues = Each(|| {
        results.findings.iter().map(|finding| {
            let (start, end) = places.of(&finding.file, finding.span);
            let severity = match finding.severity {
                Severity::Error => "critical",
                Severity::Warning => "major",
                Severity::Note => "info",
            };
            json!({
                "type": "issue",
                "check_name": finding.rule,
                "description": format!("{} {}", finding.rule, results.message(finding)),
                "categories": ["Style"],
                "severity": severity,
                "fingerprint": fingerprints.next(finding),
                "location": {
                    "path": results.path(&finding.file),
                    "lines": {"begin": start.line, "end": end.line},
                },
            })
        })
    });
    to_writer(&issues, out)
}
