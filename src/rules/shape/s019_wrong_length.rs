//! S019: 太长或太短。

use crate::catalog::standard::Form;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::shape::has_own_rule;
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S019",
        slug: "wrong-length",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s019_wrong_length.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    let Wrong::Length(count) = fault.wrong else {
        return;
    };
    if has_own_rule(report.file().kind, fault) {
        return;
    }
    let (say, bound) = match &fault.schema.form {
        Form::Text(form) if count > form.max => ("long", form.max),
        Form::Text(form) => ("short", form.min),
        Form::List { min_items, .. } => ("few", *min_items),
        _ => return,
    };
    let (count, bound) = (count.to_string(), bound.to_string());
    let more = [("count", &*count), ("bound", &*bound)];
    report.at(fault.span, say, &fault.with(&more));
}
