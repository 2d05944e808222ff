//! R007: 行使层级高于所在区划的层级。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::reference::ground::{is_doubted, lower_division};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R007",
        slug: "level-above-division",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r007_level_above_division.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let is_open = matter.is_cancelled() || is_doubted(matter, Field::Level);
    let Some(division) = lower_division(matter, catalog).filter(|_| !is_open) else {
        return;
    };
    let standard = report.standard();
    let Some(level) = matter.text(Field::Level) else {
        return;
    };
    let (own, there) = (standard.level(level.value), standard.level(&division.level));
    let Some((own, there)) = own.zip(there) else {
        return;
    };
    let values = [
        ("level", &*own.zh),
        ("level_en", &*own.en),
        ("division", &*division.name),
        ("there", &*there.zh),
        ("there_en", &*there.en),
    ];
    let register = catalog.file("divisions.yaml");
    let said = report.at(level.span, "above", &values);
    if let Some(register) = register {
        said.beside(register, division.span, "entry", &values);
    }
}
