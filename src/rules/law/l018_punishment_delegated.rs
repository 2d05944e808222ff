//! L018: 行政处罚委托给了企业。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::delegated::delegated;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L018",
        slug: "punishment-delegated",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l018_punishment_delegated.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    if let Some(delegated) = delegated("02", id, report) {
        delegated.tell("delegated", report);
    }
}
