//! Markdown for a comment on a request: what the change means, the rules that found something, and the
//! gravest findings, as many as a comment may hold.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::findings::{Finding, Severity};
use crate::report::levels::inline;
use crate::report::outputs::Results;
use crate::report::places::Places;
use crate::report::score::whole;
use crate::report::summary::MORE;
use crate::report::{Felt, percent, severity_name};
use crate::text::{Lang, Words, words};

/// Hosts cut comments off: GitHub at 65536 characters.
const MOST_BYTES: usize = 60_000;
/// As many findings are listed.
const MOST_FINDINGS: usize = 100;
/// As many divisions are named.
const MOST_DIVISIONS: usize = 12;

const RULES: Words = words(
    "| 规则 | 级别 | 个数 |\n| --- | --- | ---: |",
    "| rule | severity | findings |\n| --- | --- | ---: |",
);
const FINDINGS: Words = words(
    "| 级别 | 规则 | 位置 | 问题 |\n| --- | --- | --- | --- |",
    "| severity | rule | place | finding |\n| --- | --- | --- | --- |",
);
const SINCE: Words = words("与 {since} 相比", "Compared with {since}");
const FELT: Words = words(
    "涉及 {matters} 个事项、{divisions} 个地区",
    "{matters} matters in {divisions} divisions feel it",
);
const BASE: Words = words("基本目录", "base catalog");
const AND_MORE: Words = words("等", " and others");
const DIFFERENCES: Words = words(
    "上下级差异：新增 {added} 处，消除 {removed} 处",
    "differences between levels: {added} added, {removed} removed",
);
const SOLVED: Words = words(
    "已解决的问题：{count} 个",
    "findings that are gone: {count}",
);
const SCORES: Words = words(
    "这些事项的统一度：{before} → {after}",
    "uniformity of these matters: {before} → {after}",
);

pub(super) fn write(results: &Results<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lang = results.look.lang;
    let mut text = format!("### mulu check: {}\n\n", results.summary.found(lang));
    if let Some(impact) = &results.impact {
        match &impact.change {
            Some(felt) => told(felt, &percent(&impact.score), lang, &mut text),
            None => text += &[&*whole(&impact.score, lang), "\n\n"].concat(),
        }
    }
    rules(results, &mut text);
    let listed = findings(results, &mut text);
    let more = results.findings.len() - listed + results.more;
    if more > 0 {
        let more = MORE.with(&[("count", &more.to_string())]);
        let _ = writeln!(text, "\n{}", more.of(lang));
    }
    out.write_all(text.as_bytes())
}

/// What the change means, a line each.
fn told(felt: &Felt, after: &str, lang: Lang, text: &mut String) {
    let since = SINCE.with(&[("since", &inline(&felt.since))]);
    let divisions = felt.divisions.iter().filter(|(name, _)| name.is_some());
    let places = [
        ("matters", &*felt.matters().to_string()),
        ("divisions", &*divisions.count().to_string()),
    ];
    let named = felt.divisions.iter().take(MOST_DIVISIONS);
    let named: Vec<String> = named
        .map(|(name, count)| {
            let name = name.as_deref().map_or(BASE.of(lang).to_owned(), inline);
            format!("{name} {count}")
        })
        .collect();
    let rest = if felt.divisions.len() > MOST_DIVISIONS {
        AND_MORE.of(lang)
    } else {
        ""
    };
    let numbers = [
        DIFFERENCES.with(&[
            ("added", &felt.added.to_string()),
            ("removed", &felt.removed.to_string()),
        ]),
        SCORES.with(&[("before", &percent(&felt.before)), ("after", after)]),
        SOLVED.with(&[("count", &felt.solved.to_string())]),
    ];
    let between = words("、", ", ").of(lang);
    let _ = writeln!(text, "{}\n", since.of(lang));
    let _ = write!(text, "- {}", FELT.with(&places).of(lang));
    if !named.is_empty() {
        let _ = write!(
            text,
            "{}{}{rest}",
            words("：", ": ").of(lang),
            named.join(between)
        );
    }
    text.push('\n');
    for line in numbers {
        let _ = writeln!(text, "- {}", line.of(lang));
    }
    text.push('\n');
}

/// Each rule that found something, with how often.
fn rules(results: &Results<'_>, text: &mut String) {
    let lang = results.look.lang;
    if results.findings.is_empty() {
        return;
    }
    let _ = writeln!(text, "{}", RULES.of(lang));
    for info in &results.rules {
        let found = results
            .findings
            .iter()
            .filter(|finding| finding.rule == info.code);
        let worst = found.clone().map(|finding| finding.severity).max();
        let severity = severity_name(worst.unwrap_or(info.severity)).of(lang);
        let title = inline(results.title(info.code));
        let _ = writeln!(
            text,
            "| {} {title} | {severity} | {} |",
            info.code,
            found.count()
        );
    }
    text.push('\n');
}

/// The gravest findings, as long as there is room; how many.
fn findings(results: &Results<'_>, text: &mut String) -> usize {
    let lang = results.look.lang;
    if results.findings.is_empty() {
        return 0;
    }
    let _ = writeln!(text, "{}", FINDINGS.of(lang));
    let places = Places::default();
    let mut listed = 0;
    let of = |severity: Severity| {
        let findings = results.findings.iter();
        findings.filter(move |finding| finding.severity == severity)
    };
    let sorted = of(Severity::Error)
        .chain(of(Severity::Warning))
        .chain(of(Severity::Note));
    for finding in sorted.take(MOST_FINDINGS) {
        let row = row(results, finding, &places);
        if text.len() + row.len() > MOST_BYTES {
            break;
        }
        *text += &row;
        listed += 1;
    }
    listed
}

fn row(results: &Results<'_>, finding: &Finding, places: &Places) -> String {
    let (start, _) = places.of(&finding.file, finding.span);
    let severity = severity_name(finding.severity).of(results.look.lang);
    let path = inline(&results.path(&finding.file));
    let message = inline(results.message(finding));
    format!(
        "| {severity} | {} | {path}:{} | {message} |\n",
        finding.rule, start.line
    )
}
