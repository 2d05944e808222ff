//! S022: 不是网址。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S022",
        slug: "bad-address",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s022_bad_address.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if matches!(fault.wrong, Wrong::Address) {
        report.at(fault.span, "address", &fault.with(&[]));
    }
}
