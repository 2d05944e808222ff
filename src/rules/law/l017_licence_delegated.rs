//! L017: 行政许可委托给了不是行政机关的主体。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::delegated::delegated;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L017",
        slug: "licence-delegated",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l017_licence_delegated.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    if let Some(delegated) = delegated("01", id, report) {
        delegated.tell("delegated", report);
    }
}
