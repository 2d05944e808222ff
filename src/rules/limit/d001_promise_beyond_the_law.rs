//! D001: 承诺办结时限超过法定办结时限。

use crate::catalog::{Effective, MatterId, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::{beyond_the_law, written};
use crate::rules::{Check, Report, Rule};
use crate::text::Message;

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
    let Some([promised, statutory]) = beyond_the_law(report.catalog, id) else {
        return;
    };
    // Said once, by the matter that makes the combination.
    let (own, other) = match (promised.source == id, statutory.source == id) {
        (true, _) => (promised, statutory),
        (false, true) => (statutory, promised),
        (false, false) => return,
    };
    let (days, lawful) = (days(promised), days(statutory));
    let values = [
        ("promised", &*days.zh),
        ("promised_en", &*days.en),
        ("lawful", &*lawful.zh),
        ("lawful_en", &*lawful.en),
    ];
    let file = &report.catalog.matter(other.source).file;
    report
        .at(own.value.span(), "beyond", &values)
        .beside(file, other.value.span(), "other", &[]);
}

fn days(effective: Effective<'_>) -> Message {
    limit(effective.value)
        .map(|limit| written(limit.value))
        .unwrap_or_default()
}
