//! L013: 所列依据无权设定这一种强制。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::reserved::overreach;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L013",
        slug: "coercion-beyond-rank",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l013_coercion_beyond_rank.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    if let Some(overreach) = overreach("03", false, id, report) {
        overreach.tell("rank", report);
    }
}
