//! S003: 文件以字节序标记开头。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

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
    if problem.kind == ProblemKind::ByteOrderMark {
        report.at(problem.span, "mark", &[]);
    }
}
