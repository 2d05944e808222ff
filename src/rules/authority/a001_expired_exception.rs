//! A001: 检查例外已过期。

use crate::catalog::Exception;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule, Usage};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "A001",
        slug: "expired-exception",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("a001_expired_exception.md"),
    },
    check: Check::Exception(check),
};

fn check(exception: &Exception<'_>, usage: Usage, report: &mut Report<'_>) {
    let until = exception.until;
    if usage != Usage::Never && until.value < report.today {
        let values = [
            ("rule", exception.rule.value),
            ("until", &until.value.to_string()),
        ];
        report.at(until.span, "expired", &values);
    }
}
