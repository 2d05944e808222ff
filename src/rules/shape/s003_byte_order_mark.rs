//! S003: 文件以字节序标记开头。

use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Op, Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S003",
        slug: "byte-order-mark",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s003_byte_order_mark.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    if problem.kind != ProblemKind::ByteOrderMark {
        return;
    }
    let is_editable = report.file().document().is_editable();
    let said = report.at(problem.span, "mark", &[]);
    if is_editable {
        said.fix(Safety::Safe, Op::Unmark, "unmark", &[]);
    }
}
