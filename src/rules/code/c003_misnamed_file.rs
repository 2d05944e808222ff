//! C003: 文件名或文件夹与编码、部门、区划不一致。

use crate::catalog::{Field, File, FileKind, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::mismatch::{is_named_by_code, sound_code};
use crate::rules::shape::is_well_shaped;
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;
use crate::text::Spanned;

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
    let catalog = report.catalog;
    let Some(matter) = catalog.matter_at(&file.path).map(|id| catalog.matter(id)) else {
        return;
    };
    let Some(code) = matter
        .code()
        .filter(|code| catalog.by_code(code.value).len() == 1)
    else {
        return;
    };
    if !is_sound(file, matter, report) {
        return;
    }
    if is_named_by_code(matter) {
        folder(file, matter, code, report);
    } else {
        report.at(
            code.span,
            "name",
            &[("stem", file.stem()), ("code", code.value)],
        );
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

/// A code that is itself wrong, or stands in two files, is said by another rule.
fn is_sound(file: &File, matter: &Matter, report: &Report<'_>) -> bool {
    match file.kind {
        FileKind::Base => matter
            .code()
            .is_some_and(|code| BaseCode::parse(code.value).is_ok()),
        _ => sound_code(matter, report.registers()).is_some(),
    }
}

fn folder(file: &File, matter: &Matter, code: Spanned<&str>, report: &mut Report<'_>) {
    let folder = file.folder();
    if file.kind == FileKind::Base {
        let department = code.value.get(4..6).unwrap_or("");
        if department != folder {
            let values = [("folder", folder), ("department", department)];
            report.at(code.span, "department", &values);
        }
        return;
    }
    let Some(division) = matter.text(Field::Division) else {
        return;
    };
    let county = division.value.get(..6).unwrap_or("");
    // One that the register does not have is said by another rule.
    let is_known = report.registers().division(division.value).is_some();
    if is_known && county != folder {
        let values = [("folder", folder), ("division", division.value)];
        report.at(division.span, "division", &values);
    }
}
