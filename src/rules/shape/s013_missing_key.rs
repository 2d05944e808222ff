//! S013: 缺少必有的键。

use crate::findings::{RuleInfo, Severity, Status};
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
    if let Wrong::MissingKey(key) = fault.wrong {
        report.at(fault.span, "missing", &fault.with(&[("key", key)]));
    }
}
