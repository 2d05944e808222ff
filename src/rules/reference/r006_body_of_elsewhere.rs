//! R006: 实施主体所在的区划与事项的区划不相干。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::reference::ground::{is_doubted, is_related};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R006",
        slug: "body-of-elsewhere",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r006_body_of_elsewhere.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let registers = report.registers();
    let Some(body) = matter.text(Field::Body) else {
        return;
    };
    let known = registers.body(body.value).zip(matter.division());
    let Some((entry, division)) = known else {
        return;
    };
    // An office of the nation may act anywhere.
    let places = registers
        .division(&entry.division)
        .zip(registers.division(division));
    let Some((there, here)) = places.filter(|(there, _)| &*there.level != "1") else {
        return;
    };
    // In the folder of another division, which of the two is wrong is open, and another rule says so.
    let is_misplaced = division.get(..6) != Some(matter.file.folder());
    let is_open = is_misplaced || matter.is_cancelled() || is_doubted(matter, Field::Body);
    if is_open || is_related(&there.code, &here.code, registers) {
        return;
    }
    let values = [
        ("body", &*entry.name),
        ("there", &*there.name),
        ("here", &*here.name),
    ];
    let register = report.catalog.file("bodies.yaml");
    let said = report.at(body.span, "elsewhere", &values);
    if let Some(register) = register {
        said.beside(register, entry.span, "entry", &values);
    }
}
