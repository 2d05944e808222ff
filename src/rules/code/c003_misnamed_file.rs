//! C003: 文件名或文件夹与编码、部门、区划不一致。

use crate::catalog::{Field, File, FileKind, Floor, Matter, Registers};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::mismatch::{is_named_by_code, sound_code};
use crate::rules::shape::is_well_shaped;
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C003",
        slug: "misnamed-file",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c003_misnamed_file.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    // What is wrong with another ending is said by another rule.
    if file.path.ends_with(".yml") {
        return;
    }
    if file.kind == FileKind::Bundle {
        bundle(file, report);
        return;
    }
    let Some(matter) = Matter::read(report.file()) else {
        return;
    };
    let Some((span, say, values)) = misplaced(&matter, report.registers()) else {
        return;
    };
    if is_sound(&matter, report) {
        report.at(span, say, &values);
    }
}

fn bundle(file: &File, report: &mut Report<'_>) {
    let id = file.document().root().and_then(|root| root.get("id"));
    let schema = report
        .standard()
        .schema(file.kind)
        .and_then(|schema| schema.property("id"));
    let Some((id, schema)) = id.zip(schema) else {
        return;
    };
    let text = id
        .text()
        .filter(|text| *text != file.stem() && is_well_shaped(id, schema));
    if let Some(text) = text {
        report.at(id.span(), "name", &[("stem", file.stem()), ("code", text)]);
    }
}

/// What is to be said of a file: where, which template, with which values.
type Said<'m> = (Span, &'static str, [(&'static str, &'m str); 2]);

/// How a file lies elsewhere than the matter in it says.
fn misplaced<'m>(matter: &'m Matter, registers: &Registers) -> Option<Said<'m>> {
    let (code, folder) = (matter.code()?, matter.file.folder());
    if !is_named_by_code(matter) {
        let values = [("stem", matter.file.stem()), ("code", code.value)];
        return Some((code.span, "name", values));
    }
    if matter.floor == Floor::Base {
        let department = code.value.get(4..6).unwrap_or("");
        let values = [("folder", folder), ("department", department)];
        return (department != folder).then_some((code.span, "department", values));
    }
    let division = matter.text(Field::Division)?;
    let values = [("folder", folder), ("division", division.value)];
    let is_elsewhere = division.value.get(..6).unwrap_or("") != folder;
    // One that the register does not have is said by another rule.
    let is_known = || registers.division(division.value).is_some();
    (is_elsewhere && is_known()).then_some((division.span, "division", values))
}

/// A code that is itself wrong, or stands in two files, is said by another rule.
fn is_sound(matter: &Matter, report: &Report<'_>) -> bool {
    let is_right = |code: &str| match matter.floor {
        Floor::Base => BaseCode::parse(code).is_ok(),
        Floor::Local => sound_code(matter, report.registers()).is_some(),
    };
    let code = matter.code().map(|code| code.value);
    code.is_some_and(|code| is_right(code) && report.catalog.by_code(code).len() == 1)
}
