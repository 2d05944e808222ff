//! C012: 用了已停用的基本编码。

use crate::catalog::{Field, File, FileKind, Matter, RetiredCode};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C012",
        slug: "retired-code",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c012_retired_code.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let place = match file.kind {
        FileKind::Base => Place::Field(Field::Code),
        FileKind::Local => Place::Field(Field::BaseCode),
        FileKind::Bundle => Place::Each("members", "base_code"),
        _ => return,
    };
    // A cancelled matter keeps the code it had.
    let status = values(file, Place::Field(Field::Status)).next();
    if status.and_then(|status| status.text()) == Some("3") {
        return;
    }
    for code in values(file, place) {
        let registers = report.registers();
        let retired = code.text().and_then(|code| registers.codes.retired(code));
        if let Some(retired) = retired {
            tell(file, code, retired, report);
        }
    }
}

fn tell(file: &File, code: Value<'_>, retired: &RetiredCode, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let successor = retired.successor.as_deref().unwrap_or("");
    let named = catalog.base(successor).map(|id| catalog.matter(id));
    let name = named.and_then(Matter::name).map(|name| name.value);
    let say = match (file.kind, successor, name) {
        (FileKind::Base, "", _) => "used",
        (FileKind::Base, _, None) => "used_succeeded",
        (FileKind::Base, _, Some(_)) => "used_succeeded_by",
        (_, "", _) => "claimed",
        (_, _, None) => "claimed_succeeded",
        (_, _, Some(_)) => "claimed_succeeded_by",
    };
    let values = [
        ("code", &*retired.code),
        ("next", successor),
        ("name", name.unwrap_or("")),
    ];
    let said = report.at(code.span(), say, &values);
    if let Some(manifest) = catalog.file("mulu.yaml") {
        said.beside(manifest, retired.span, "retired", &values);
    }
}
