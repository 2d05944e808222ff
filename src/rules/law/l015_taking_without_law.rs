//! L015: 征收征用财产没有法律、行政法规依据。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::reserved::overreach;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L015",
        slug: "taking-without-law",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l015_taking_without_law.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    if let Some(overreach) = overreach("04", false, id, report) {
        overreach.tell("rank", report);
    }
}
