//! A003: 检查例外没有用处。

use crate::catalog::Exception;
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Report, Rule, Usage};
use crate::yaml::{Op, Path};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A003",
        slug: "unused-exception",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a003_unused_exception.md"),
    },
    check: Check::Exception(check),
};

fn check(exception: &Exception<'_>, usage: Usage, report: &mut Report<'_>) {
    let has_expired = exception.until.value < report.today;
    let say = match usage {
        Usage::Never => "never",
        // Of one that has expired A001 speaks.
        Usage::Unused if !has_expired => "unused",
        _ => return,
    };
    let list = Path::key("exceptions");
    let path = if exception.of == 1 {
        list
    } else {
        list.then_index(exception.index)
    };
    let rule = exception.rule;
    report.at(rule.span, say, &[("rule", rule.value)]).fix(
        Safety::Unsafe,
        Op::Remove { path },
        "remove",
        &[],
    );
}
