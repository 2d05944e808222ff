//! S021: 没有这一天。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S021",
        slug: "no-such-day",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s021_no_such_day.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if matches!(fault.wrong, Wrong::Day) {
        report.at(fault.span, "day", &fault.with(&[]));
    }
}
