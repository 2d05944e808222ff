//! S001: 文件太大，或嵌套太深，没有读完。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{MAX_BYTES, Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S001",
        slug: "beyond-limits",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s001_beyond_limits.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    match problem.kind {
        ProblemKind::TooLarge => {
            let most = MAX_BYTES.to_string();
            let values = [("size", &*problem.detail), ("most", &*most)];
            report.at(problem.span, "large", &values);
        }
        ProblemKind::TooDeep => {
            report.at(problem.span, "deep", &[]);
        }
        _ => {}
    }
}
