//! D001: 承诺办结时限超过法定办结时限。

use crate::catalog::{Field, MatterId, effective_value, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::terms::{DayUnit, Limit};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D001",
        slug: "promise-beyond-the-law",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d001_promise_beyond_the_law.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let effective = |field| effective_value(catalog, id, field);
    let promised = effective(Field::PromisedLimit);
    let statutory = effective(Field::StatutoryLimit);
    let Some((promised, statutory)) = promised.zip(statutory) else {
        return;
    };
    // Said once, by the matter that makes the combination.
    if promised.source != id && statutory.source != id {
        return;
    }
    let (Some(days), Some(lawful)) = (limit(promised.value), limit(statutory.value)) else {
        return;
    };
    if days.value > lawful.value {
        let (own, other) = if promised.source == id {
            (days, statutory)
        } else {
            (lawful, promised)
        };
        let texts = [written(days.value), written(lawful.value)];
        let values = [
            ("promised", &*texts[0].0),
            ("promised_en", &*texts[0].1),
            ("lawful", &*texts[1].0),
            ("lawful_en", &*texts[1].1),
        ];
        let file = &catalog.matter(other.source).file;
        report
            .at(own.span, "beyond", &values)
            .beside(file, other.value.span(), "other", &[]);
    }
}

/// A limit in both languages.
fn written(limit: Limit) -> (String, String) {
    let days = limit.days;
    match limit.unit {
        DayUnit::Working => (format!("{days} 个工作日"), format!("{days} working days")),
        DayUnit::Calendar => (format!("{days} 个自然日"), format!("{days} calendar days")),
    }
}
