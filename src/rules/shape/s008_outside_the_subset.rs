//! S008: 用了目录文件不用的 YAML 写法。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Problem, ProblemKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S008",
        slug: "outside-the-subset",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s008_outside_the_subset.md"),
    },
    check: Check::Problem(check),
};

fn check(problem: &Problem, report: &mut Report<'_>) {
    let say = match problem.kind {
        ProblemKind::Anchor => "anchor",
        ProblemKind::Alias => "alias",
        ProblemKind::Tag => "tag",
        ProblemKind::ComplexKey => "key",
        ProblemKind::SecondDocument => "document",
        _ => return,
    };
    report.at(problem.span, say, &[("detail", &problem.detail)]);
}
