//! S020: 数字超出范围。

use crate::catalog::standard::Form;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S020",
        slug: "number-out-of-range",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s020_number_out_of_range.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    let (Wrong::Range, Form::Integer { min, max }) = (fault.wrong, &fault.schema.form) else {
        return;
    };
    let is_small = fault.seen().starts_with('-') || *max == i64::MAX;
    let (say, bound) = match (min == max, is_small) {
        (true, _) => ("only", min),
        (false, true) => ("small", min),
        (false, false) => ("great", max),
    };
    let bound = bound.to_string();
    report.at(fault.span, say, &fault.with(&[("bound", &bound)]));
}
