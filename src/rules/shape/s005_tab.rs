//! S005: 该用空格的地方用了制表符。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S005",
        slug: "tab",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s005_tab.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if problem.kind == ProblemKind::Tab {
        report.at(problem.span, "tab", &[]);
    }
}
