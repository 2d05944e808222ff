//! S006: 此处不是 YAML。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S006",
        slug: "not-yaml",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s006_not_yaml.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if problem.kind == ProblemKind::Syntax {
        report.at(problem.span, "syntax", &[("detail", &problem.detail)]);
    }
}
