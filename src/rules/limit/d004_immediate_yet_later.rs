//! D004: 办件类型与承诺办结时限不合：即办件当场办结。

use crate::catalog::{Catalog, Field, MatterId, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::written;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::terms::Limit;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D004",
        slug: "immediate-yet-later",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d004_immediate_yet_later.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let Some(record) = Record::of(catalog, id) else {
        return;
    };
    let Some(own) = record.first_own(&[Field::PromisedLimit, Field::HandlingType]) else {
        return;
    };
    let Some((say, promised)) = odd(record, catalog) else {
        return;
    };
    // A type that does not fit above either is said there.
    let is_said_above = || {
        let above = catalog
            .upper(id)
            .and_then(|upper| Record::of(catalog, upper));
        let said = above.and_then(|above| odd(above, catalog));
        said.is_some_and(|(above, _)| above == say)
    };
    if record.own(Field::HandlingType).is_none() && is_said_above() {
        return;
    }
    let days = written(promised);
    report.at(
        own.span(),
        say,
        &[("days", &days.zh), ("days_en", &days.en)],
    );
}

/// How the handling type and the promised limit do not fit, and the limit.
fn odd(record: Record<'_>, catalog: &Catalog) -> Option<(&'static str, Limit)> {
    let promised = record.value(Field::PromisedLimit).and_then(limit)?.value;
    let immediate = &catalog.standard.tables.guide.immediate;
    match record.text(Field::HandlingType)? == immediate.handling_type {
        true if promised.days > immediate.most_days => Some(("later", promised)),
        false if promised.days == 0 => Some(("at_once", promised)),
        _ => None,
    }
}
