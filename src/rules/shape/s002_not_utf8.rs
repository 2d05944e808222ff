//! S002: 文件不是 UTF-8 编码。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S002",
        slug: "not-utf8",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s002_not_utf8.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    match problem.kind {
        ProblemKind::Gb18030 => {
            report.at(problem.span, "gb18030", &[]);
        }
        ProblemKind::NotUtf8 => {
            report.at(problem.span, "unknown", &[]);
        }
        _ => {}
    }
}
