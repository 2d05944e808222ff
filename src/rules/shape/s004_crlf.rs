//! S004: 行尾是 CR LF。

use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S004",
        slug: "crlf",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s004_crlf.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if problem.kind != ProblemKind::CrLf {
        return;
    }
    let is_editable = report.file().document().is_editable();
    let said = report.at(problem.span, "crlf", &[]);
    if is_editable {
        said.fix(Safety::Safe, Op::EndLines, "end", &[]);
    }
}
