//! S015: 键后面没有值。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S015",
        slug: "empty-value",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s015_empty_value.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if matches!(fault.wrong, Wrong::Empty) {
        report.at(fault.span, "empty", &fault.with(&[]));
    }
}
