//! S014: 值的种类不对。

use crate::catalog::standard::Form;
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::{Data, Op, Shape};

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
    if !matches!(fault.wrong, Wrong::Kind) {
        return;
    }
    let values = fault.with(&[("written", written(fault))]);
    let said = report.at(fault.span, wanted(&fault.schema.form), &values);
    if let Some((safety, value)) = meant(fault) {
        let path = fault.way.path();
        said.fix(safety, Op::Set { path, value }, "write", &values);
    }
}

/// A number or a truth value in quotes, or yes and no in Chinese.
fn meant(fault: &Fault<'_>) -> Option<(Safety, Data)> {
    let text = fault.value.text()?;
    match (&fault.schema.form, text) {
        (Form::Integer { min, max }, _) => {
            let number = text.parse().ok()?;
            let is_within = (*min..=*max).contains(&number);
            is_within.then_some((Safety::Safe, Data::Int(number)))
        }
        (Form::Boolean, "是" | "否") => Some((Safety::Unsafe, Data::Bool(text == "是"))),
        (Form::Boolean, _) => Some((Safety::Safe, Data::Bool(text.parse().ok()?))),
        _ => None,
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
