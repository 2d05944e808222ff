//! S014: 值的种类不对。

use crate::catalog::standard::Form;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::Shape;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S014",
        slug: "wrong-kind",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s014_wrong_kind.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    if matches!(fault.wrong, Wrong::Kind) {
        let values = fault.with(&[("written", written(fault))]);
        report.at(fault.span, wanted(&fault.schema.form), &values);
    }
}

fn wanted(form: &Form) -> &'static str {
    match form {
        Form::Text(_) => "text",
        Form::Integer { .. } => "number",
        Form::Boolean => "bool",
        Form::List { .. } => "list",
        Form::Record { .. } => "record",
    }
}

/// A scalar as written, quotes included: they may be what is wrong.
fn written<'f>(fault: &'f Fault<'_>) -> &'f str {
    match fault.value.shape() {
        Shape::Sequence => "[…]",
        Shape::Mapping => "{…}",
        _ => fault.span.of(fault.value.document().text()),
    }
}
