//! S013: 缺少必有的键。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::is_vague;
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S013",
        slug: "missing-key",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s013_missing_key.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if let Wrong::MissingKey(key) = fault.wrong
        && !(key == "article" && names_no_law(fault, report))
    {
        report.at(fault.span, "missing", &fault.with(&[("key", key)]));
    }
}

/// Whether a citation without an article names no law either: another rule speaks of that.
fn names_no_law(citation: &Fault<'_>, report: &Report<'_>) -> bool {
    let title = citation.value.get("law").and_then(|law| law.text());
    title.is_some_and(|title| is_vague(title, report))
}
