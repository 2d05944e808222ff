//! S009: 文件里有控制字符。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S009",
        slug: "control-character",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s009_control_character.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if problem.kind == ProblemKind::Control {
        report.at(problem.span, "control", &[("letter", &problem.detail)]);
    }
}
