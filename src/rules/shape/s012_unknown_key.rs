//! S012: 不认识的键。

use crate::catalog::standard::{Form, Schema};
use crate::findings::{RuleInfo, Safety, Severity, Status};
use crate::rules::nearest::nearest;
use crate::rules::{Check, Fault, Report, Rule, Wrong};
use crate::yaml::Op;

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
    let Some(near) = nearest(key, keys(fault.schema)) else {
        report.at(fault.span, "unknown", &[("key", key)]);
        return;
    };
    let values = [("key", key), ("near", near)];
    let said = report.at(fault.span, "near", &values);
    if fault.value.entry(near).is_none() {
        let op = Op::Rename {
            path: fault.way.path().then_key(key),
            key: near.to_owned(),
        };
        said.fix(Safety::Unsafe, op, "rename", &values);
    }
}

fn keys(record: &Schema) -> impl Iterator<Item = &str> {
    let properties = match &record.form {
        Form::Record { properties, .. } => properties.as_slice(),
        _ => &[],
    };
    properties.iter().map(|(key, _)| &**key)
}
