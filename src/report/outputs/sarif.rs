//! SARIF 2.1.0 (OASIS Standard with errata 01): what code scanning of hosts and editors reads. The pages of
//! the rules go along as their help.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::catalog::File;
use crate::findings::{Finding, RuleInfo};
use crate::report::json_text::{Each, to_writer};
use crate::report::outputs::Results;
use crate::report::outputs::fingerprints::Fingerprints;
use crate::report::outputs::manual::manual;
use crate::report::places::Places;
use crate::text::{Lang, Span, visible};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<R>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    tool: Value,
    column_kind: &'static str,
    results: R,
}

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (places, fingerprints) = (Places::default(), Fingerprints::new(results.standard));
    let findings = || results.findings.iter();
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: tool(results),
            column_kind: "unicodeCodePoints",
            results: Each(|| {
                findings().map(|finding| result(results, finding, &places, &fingerprints))
            }),
        }],
    };
    to_writer(&log, out)
}

fn tool(results: &Results<'_>) -> Value {
    let lang = results.look.lang;
    let rules = results.rules.iter().map(|info| rule(info, lang));
    json!({"driver": {
        "name": "mulu",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": lang.tag(),
        "rules": rules.collect::<Vec<_>>(),
    }})
}

fn rule(info: &RuleInfo, lang: Lang) -> Value {
    let page = info.read_page();
    let manual = manual(&page, lang);
    json!({
        "id": info.code,
        "name": info.slug,
        "shortDescription": {"text": page.title.of(lang)},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": info.severity.word()},
        "properties": {"tags": [info.family().to_string()]},
    })
}

fn result(
    results: &Results<'_>,
    finding: &Finding,
    places: &Places,
    fingerprints: &Fingerprints<'_>,
) -> Value {
    let fingerprint = fingerprints.next(finding);
    let index = results
        .rules
        .iter()
        .position(|info| info.code == finding.rule);
    let related = finding.related.iter().enumerate().map(|(id, related)| {
        let mut place = location(results, &related.file, related.span, places);
        place["id"] = (id + 1).into();
        place["message"] = json!({"text": plain(related.message.of(results.look.lang))});
        place
    });
    let mut result = json!({
        "ruleId": finding.rule,
        "level": finding.severity.word(),
        "message": {"text": plain(results.message(finding))},
        "locations": [location(results, &finding.file, finding.span, places)],
        // GitHub knows a result again by the first of these, others by the second.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "mulu/v1": fingerprint},
    });
    if let Some(index) = index {
        result["ruleIndex"] = index.into();
    }
    if !finding.related.is_empty() {
        result["relatedLocations"] = related.collect::<Value>();
    }
    result
}

fn location(results: &Results<'_>, file: &File, span: Span, places: &Places) -> Value {
    let (start, end) = places.of(file, span);
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&results.path(file)), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": start.line, "startColumn": start.column,
            "endLine": end.line, "endColumn": end.column,
        },
    }})
}

/// A message in which nothing is a placeholder (§ 3.11.5) or a link (§ 3.11.6).
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '{' => plain += "{{",
            '}' => plain += "}}",
            '[' | ']' | '\\' => plain.extend(['\\', letter]),
            _ => plain.push(letter),
        }
    }
    plain
}

/// A path as a relative reference (RFC 3986 § 4.2): whatever is not surely harmless, as bytes.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_only_text() {
        assert_eq!(
            plain("{0} [a](http://b) \\"),
            "{{0}} \\[a\\](http://b) \\\\"
        );
    }

    #[test]
    fn a_path_is_a_relative_reference() {
        assert_eq!(uri("省 a/b:c.yaml"), "%E7%9C%81%20a/b%3Ac.yaml");
    }
}
