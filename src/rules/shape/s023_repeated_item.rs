//! S023: 列表中有重复的项。

use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::{Data, Op, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S023",
        slug: "repeated-item",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s023_repeated_item.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    let Wrong::Repeated(first, twin) = fault.wrong else {
        return;
    };
    if cites_elsewhere(twin, fault.value) {
        return;
    }
    let first = (first + 1).to_string();
    let values = fault.with(&[("first", &first)]);
    let said = report.at(fault.span, "repeated", &values);
    // What says more than its twin must not be lost.
    if Data::of(twin) == Data::of(fault.value) {
        let path = fault.way.path();
        said.fix(Safety::Unsafe, Op::Remove { path }, "remove", &values);
    }
}

/// Two citations of one article may name different paragraphs or items of it.
fn cites_elsewhere(left: Value<'_>, right: Value<'_>) -> bool {
    text(left.get("paragraph")) != text(right.get("paragraph"))
        || text(left.get("item")) != text(right.get("item"))
}

fn text(value: Option<Value<'_>>) -> Option<&str> {
    value.and_then(|value| value.text())
}
