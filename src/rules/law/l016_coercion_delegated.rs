//! L016: 行政强制措施不得委托。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::delegated::delegated;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L016",
        slug: "coercion-delegated",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l016_coercion_delegated.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    if let Some(delegated) = delegated("03", id, report) {
        delegated.tell("delegated", report);
    }
}
