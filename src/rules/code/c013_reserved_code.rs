//! C013: 用了预留给别处的基本编码。

use crate::catalog::{Field, File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C013",
        slug: "reserved-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c013_reserved_code.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    match file.kind {
        FileKind::Manifest => backwards(file, report),
        FileKind::Base => used(file, report),
        _ => {}
    }
}

fn used(file: &File, report: &mut Report<'_>) {
    let Some(code) = values(file, Place::Field(Field::Code)).next() else {
        return;
    };
    let text = code.text().filter(|code| BaseCode::parse(code).is_ok());
    let range = text.and_then(|code| report.registers().codes.reserved(code));
    let Some((text, range)) = text.zip(range) else {
        return;
    };
    let values = [
        ("code", text),
        ("from", &*range.from),
        ("to", &*range.to),
        ("purpose", &*range.purpose),
    ];
    let manifest = report.catalog.file("mulu.yaml");
    let said = report.at(code.span(), "reserved", &values);
    if let Some(manifest) = manifest {
        said.beside(manifest, range.span, "range", &values);
    }
}

fn backwards(file: &File, report: &mut Report<'_>) {
    let list = file
        .document()
        .root()
        .and_then(|root| root.get("reserved_codes"));
    for entry in list.into_iter().flat_map(|list| list.items()) {
        let code = |key| {
            let value = entry.get(key)?;
            value.text().filter(|code| BaseCode::parse(code).is_ok())
        };
        let ends = code("from").zip(code("to"));
        if let Some((from, to)) = ends.filter(|(from, to)| from > to) {
            report.at(entry.span(), "backwards", &[("from", from), ("to", to)]);
        }
    }
}
