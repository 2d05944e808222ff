//! X006: 准予不同没有写全。

use crate::catalog::Matter;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Action, all_decisions};
use crate::rules::{Check, Report, Rule};
use crate::text::{Words, words};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X006",
        slug: "incomplete-approval",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x006_incomplete_approval.md"),
    },
    check: Check::Matter(check),
};

/// What an approval must say besides who and when, which every decision must.
const NEEDED: [(&str, Words); 4] = [
    ("reason", words("理由", "reason")),
    ("legal_reason", words("法律依据", "legal reason")),
    ("until", words("有效期至", "until")),
    ("fingerprint", words("差异指纹", "fingerprint")),
];

fn check(matter: &Matter, report: &mut Report<'_>) {
    let approvals = all_decisions(matter).filter(|decision| decision.action == Action::Approve);
    for decision in approvals {
        let is_missing = |key: &str| decision.text(key).is_none_or(|text| text.trim().is_empty());
        let missing = NEEDED.iter().filter(|(key, _)| is_missing(key));
        let (zh, en): (Vec<&str>, Vec<&str>) =
            missing.map(|(_, words)| (words.zh, words.en)).unzip();
        if !zh.is_empty() {
            let values = [("parts", &*zh.join("、")), ("parts_en", &*en.join(", "))];
            let action = decision.value.get("action");
            let span = action.unwrap_or(decision.value).span();
            report.at(span, "missing", &values);
        }
    }
}
