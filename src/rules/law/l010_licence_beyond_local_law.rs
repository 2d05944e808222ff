//! L010: 地方设定了须由国家设定的行政许可。

use crate::catalog::MatterId;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::reserved::overreach;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L010",
        slug: "licence-beyond-local-law",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l010_licence_beyond_local_law.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    if let Some(overreach) = overreach("01", false, id, report) {
        overreach.tell("rank", report);
    }
}
