//! R015: 区划的层级、上级与代码不一致。

use crate::catalog::{File, FileKind};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::reference::circle::is_in_circle;
use crate::rules::reference::ground::{level_of, stem};
use crate::rules::{Check, Report, Rule};
use crate::terms::DivisionCode;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R015",
        slug: "division-at-odds-with-its-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r015_division_at_odds_with_its_code.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    if file.kind != FileKind::Divisions {
        return;
    }
    let list = file
        .document()
        .root()
        .and_then(|root| root.get("divisions"));
    for entry in list.into_iter().flat_map(|list| list.items()) {
        let code = entry.get("code").and_then(|code| code.text());
        if let Some(code) = code.filter(|code| DivisionCode::parse(code).is_some()) {
            level(entry, code, report);
            parent(entry, code, report);
        }
    }
}

fn level(entry: Value<'_>, code: &str, report: &mut Report<'_>) {
    let standard = report.standard();
    let is_open = standard.tables.coding.is_between_levels(code);
    let stated = entry.get("level").filter(|_| !is_open);
    let Some((stated, due)) = stated.zip(level_of(code)) else {
        return;
    };
    let Some(seen) = stated.text().filter(|seen| *seen != due) else {
        return;
    };
    let Some((own, due)) = standard.level(seen).zip(standard.level(due)) else {
        return;
    };
    let values = [
        ("code", code),
        ("seen", &*own.zh),
        ("seen_en", &*own.en),
        ("due", &*due.zh),
        ("due_en", &*due.en),
    ];
    report.at(stated.span(), "level", &values);
}

fn parent(entry: Value<'_>, code: &str, report: &mut Report<'_>) {
    let registers = report.registers();
    let Some(stated) = entry.get("parent") else {
        cut_off(entry, code, report);
        return;
    };
    let parent = stated.text().and_then(|parent| registers.division(parent));
    let Some(parent) = parent.filter(|parent| level_of(&parent.code).is_some()) else {
        return;
    };
    let is_inside = stem(code).starts_with(stem(&parent.code)) && stem(code) != stem(&parent.code);
    if !is_inside && !is_in_circle(code, registers) {
        let values = [
            ("code", code),
            ("parent", &*parent.code),
            ("name", &*parent.name),
        ];
        report.at(stated.span(), "parent", &values);
    }
}

/// A division without a parent takes nothing over from above.
fn cut_off(entry: Value<'_>, code: &str, report: &mut Report<'_>) {
    let registers = report.registers();
    let digits = DivisionCode::parse(code);
    let mut above =
        std::iter::successors(digits.and_then(|code| code.parent()), DivisionCode::parent);
    let above = above.find_map(|above| registers.division(above.as_str()));
    let above = above.filter(|above| stem(&above.code) != stem(code));
    if let Some((above, place)) = above.zip(entry.get("code")) {
        let values = [
            ("code", code),
            ("parent", &*above.code),
            ("name", &*above.name),
        ];
        report.at(place.span(), "cut_off", &values);
    }
}
