//! R004: 所引的区划不在区划表中。

use crate::catalog::{Field, File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::terms::DivisionCode;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R004",
        slug: "unknown-division",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r004_unknown_division.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let place = match file.kind {
        FileKind::Manifest => Place::Key("home"),
        FileKind::Divisions => Place::Each("divisions", "parent"),
        FileKind::Bodies => Place::Each("bodies", "division"),
        FileKind::Local => Place::Field(Field::Division),
        _ => return,
    };
    for code in values(file, place) {
        judge(code, report);
    }
}

/// A malformed code is said by another rule.
fn judge(value: Value<'_>, report: &mut Report<'_>) {
    let code = value
        .text()
        .filter(|code| DivisionCode::parse(code).is_some());
    if let Some(code) = code.filter(|code| report.registers().division(code).is_none()) {
        report.at(value.span(), "unknown", &[("code", code)]);
    }
}
