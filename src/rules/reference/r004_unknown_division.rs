//! R004: 所引的区划不在区划表中。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
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
    let Some(root) = file.document.root() else {
        return;
    };
    let mut each = |list: &str, key: &str| {
        let items = root.get(list).into_iter().flat_map(|list| list.items());
        items
            .filter_map(|item| item.get(key))
            .for_each(|code| judge(code, report));
    };
    match file.kind {
        FileKind::Divisions => each("divisions", "parent"),
        FileKind::Bodies => each("bodies", "division"),
        FileKind::Manifest => root
            .get("home")
            .into_iter()
            .for_each(|code| judge(code, report)),
        FileKind::Local => root
            .get("division")
            .into_iter()
            .for_each(|code| judge(code, report)),
        _ => {}
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
