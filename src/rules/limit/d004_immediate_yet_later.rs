//! D004: 办件类型与承诺办结时限不合：即办件当场办结。

use crate::catalog::{Field, MatterId, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::written;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

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
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(own) = record.first_own(&[Field::PromisedLimit, Field::HandlingType]) else {
        return;
    };
    let promised = record.value(Field::PromisedLimit).and_then(limit);
    let Some((handling, promised)) = record.text(Field::HandlingType).zip(promised) else {
        return;
    };
    let immediate = &report.catalog.standard.tables.guide.immediate;
    let days = promised.value.days;
    let say = match handling == immediate.handling_type {
        true if days > immediate.most_days => "later",
        false if days == 0 => "at_once",
        _ => return,
    };
    let days = written(promised.value);
    report.at(
        own.span(),
        say,
        &[("days", &days.zh), ("days_en", &days.en)],
    );
}
