//! L008: 依据没有写明法律和条款。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::vague;
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
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let list = matter.value(Field::LegalBasis).into_iter();
    for item in list.flat_map(|list| list.items()) {
        let said = |key| {
            item.get(key)
                .and_then(|value| Some((value.text()?, value.span())))
        };
        if let Some((title, span)) = said("law") {
            let is_known = report.registers().law(title).is_some();
            if let Some(word) = vague(title, report).filter(|_| !is_known) {
                tell((title, span), ("law_says", &word.why, &word.why_en), report);
            }
        }
        if let Some((text, span)) = said("excerpt") {
            // The text of a real article may well hold these words among others.
            let bare = text.trim_matches(|letter: char| !letter.is_alphanumeric());
            if let Some(word) = vague(bare, report).filter(|word| word.word == bare) {
                tell(
                    (text.trim(), span),
                    ("excerpt_says", &word.why, &word.why_en),
                    report,
                );
            }
        }
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
