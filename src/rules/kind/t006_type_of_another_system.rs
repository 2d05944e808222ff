//! T006: 事项类型像是别的系统的编号。

use crate::catalog::standard::{Named, Standard};
use crate::catalog::{Field, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::kind::numbering::system;
use crate::rules::kind::settled;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "T006",
        slug: "type-of-another-system",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("t006_type_of_another_system.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    if matter.value(Field::Type).is_none() && matter.value(Field::Name).is_none() {
        return;
    }
    let effective = |field| effective_value(catalog, id, field);
    let (Some(kind), Some(name)) = (effective(Field::Type), effective(Field::Name)) else {
        return;
    };
    let standard = &*catalog.standard;
    let Some((told, stated)) =
        told(name.value.text().unwrap_or(""), standard).zip(settled(id, report))
    else {
        return;
    };
    let Some(system) =
        system(&stated.code, &told.code, standard).filter(|_| told.code != stated.code)
    else {
        return;
    };
    let made = [kind, name].into_iter().find(|value| value.source == id);
    let values = [
        ("seen", &*stated.code),
        ("seen_name", &*stated.zh),
        ("seen_name_en", &*stated.en),
        ("system", &*system.zh),
        ("system_en", &*system.en),
        ("told", &*told.zh),
        ("told_en", &*told.en),
        ("code", &*told.code),
    ];
    if let Some(made) = made {
        report.at(made.value.span(), "imported", &values);
    }
}

/// The type that a name tells by its ending.
fn told<'c>(name: &str, standard: &'c Standard) -> Option<&'c Named> {
    let types = &standard.tables.types;
    types
        .iter()
        .find(|kind| kind.telling.iter().any(|end| name.ends_with(&**end)))
}
