//! R001: 所引的基本编码不在基本目录中。

use crate::catalog::{Field, File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R001",
        slug: "unknown-base-code",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r001_unknown_base_code.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let place = match file.kind {
        FileKind::Local => Place::Field(Field::BaseCode),
        FileKind::Bundle => Place::Each("members", "base_code"),
        FileKind::Manifest => Place::Each("retired_codes", "successor"),
        _ => return,
    };
    for code in values(file, place) {
        judge(code, report);
    }
}

/// A malformed code is said by another rule, and so is a retired one.
fn judge(value: Value<'_>, report: &mut Report<'_>) {
    let codes = &report.registers().codes;
    let code = value
        .text()
        .filter(|code| BaseCode::parse(code).is_ok() && codes.retired(code).is_none());
    // A base matter whose file has this name and whose code is another is said there.
    let is_misnamed = |code: &str| {
        let folder = code.get(4..6).unwrap_or("");
        let path = format!("base/{folder}/{code}.yaml");
        report.catalog.file(&path).is_some()
    };
    let missing = code.filter(|code| report.catalog.base(code).is_none() && !is_misnamed(code));
    if let Some(code) = missing {
        report.at(value.span(), "unknown", &[("code", code)]);
    }
}
