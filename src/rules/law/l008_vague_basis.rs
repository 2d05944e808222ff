//! L008: 依据没有写明法律和条款。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::{Citation, vague};
use crate::rules::{Check, Report, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L008",
        slug: "vague-basis",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l008_vague_basis.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    let unknown = citation.basis.law.filter(|_| citation.law.is_none());
    if let Some(title) = unknown
        && let Some(word) = vague(title.value, report)
    {
        let seen = (title.value, title.span);
        tell(seen, ("law_says", &word.why, &word.why_en), report);
    }
    let excerpt = citation.item.get("excerpt");
    let excerpt = excerpt.and_then(|value| Some((value.text()?, value.span())));
    let Some((text, span)) = excerpt else {
        return;
    };
    // The text of a real article may well hold these words among others.
    let bare = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    if let Some(word) = vague(bare, report).filter(|word| word.word == bare) {
        let seen = (text.trim(), span);
        tell(seen, ("excerpt_says", &word.why, &word.why_en), report);
    }
}

fn tell(
    (seen, span): (&str, Span),
    (say, why, why_en): (&str, &str, &str),
    report: &mut Report<'_>,
) {
    let values = [("seen", seen), ("why", why), ("why_en", why_en)];
    report.at(span, say, &values);
}
