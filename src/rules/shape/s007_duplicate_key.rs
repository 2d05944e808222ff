//! S007: 同一个键写了两次。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S007",
        slug: "duplicate-key",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s007_duplicate_key.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if problem.kind == ProblemKind::DuplicateKey {
        report.at(problem.span, "twice", &[("key", &problem.detail)]);
    }
}
