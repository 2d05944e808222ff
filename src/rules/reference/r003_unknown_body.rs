//! R003: 实施主体不在登记簿中。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::terms::CreditCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R003",
        slug: "unknown-body",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r003_unknown_body.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(body) = matter.text(Field::Body) else {
        return;
    };
    let is_known = report.registers().body(body.value).is_some();
    // A malformed code is said by another rule.
    if !is_known && CreditCode::parse(body.value).is_ok() {
        report.at(body.span, "unknown", &[("body", body.value)]);
    }
}
