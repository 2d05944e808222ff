//! S018: 值的写法不合规定的格式。

use crate::catalog::standard::{Form, Schema};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::shape::has_own_rule;
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S018",
        slug: "wrong-form",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s018_wrong_form.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if matches!(fault.wrong, Wrong::Form) && !has_own_rule(report.file().kind, fault) {
        let pattern = pattern(fault.schema);
        report.at(fault.span, "form", &fault.with(&[("pattern", pattern)]));
    }
}

fn pattern(schema: &Schema) -> &str {
    match &schema.form {
        Form::Text(form) => form.pattern.as_ref().map_or("", |pattern| pattern.as_str()),
        _ => "",
    }
}
