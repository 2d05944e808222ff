//! R005: 部门代码不在部门表中。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R005",
        slug: "unknown-department",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r005_unknown_department.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let place = match file.kind {
        FileKind::Bodies => Place::Each("bodies", "department"),
        FileKind::Bundle => Place::Key("lead_department"),
        _ => return,
    };
    for code in values(file, place) {
        judge(code, report);
    }
}

/// A malformed code is said by another rule.
fn judge(value: Value<'_>, report: &mut Report<'_>) {
    let is_code = |code: &&str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_digit());
    let unknown = value.text().filter(is_code);
    if let Some(code) = unknown.filter(|code| report.standard().department(code).is_none()) {
        report.at(value.span(), "unknown", &[("code", code)]);
    }
}
