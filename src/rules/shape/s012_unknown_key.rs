//! S012: 不认识的键。

use crate::catalog::standard::{Form, Schema};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::nearest::nearest;
use crate::rules::{Check, Fault, Report, Rule, Wrong};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "S012",
        slug: "unknown-key",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("s012_unknown_key.md"),
    },
    check: Check::Fault(check),
};

fn check(fault: &Fault<'_>, report: &mut Report<'_>) {
    let Wrong::UnknownKey(key) = fault.wrong else {
        return;
    };
    match nearest(key, keys(fault.schema)) {
        Some(near) => report.at(fault.span, "near", &[("key", key), ("near", near)]),
        None => report.at(fault.span, "unknown", &[("key", key)]),
    };
}

fn keys(record: &Schema) -> impl Iterator<Item = &str> {
    let properties = match &record.form {
        Form::Record { properties, .. } => properties.as_slice(),
        _ => &[],
    };
    properties.iter().map(|(key, _)| &**key)
}
