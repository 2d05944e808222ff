//! D005: 各环节天数之和超过承诺办结时限。

use crate::catalog::{Catalog, Effective, Field, MatterId, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::written;
use crate::rules::record::Record;
use crate::rules::wording::has_any;
use crate::rules::{Check, Report, Rule};
use crate::terms::Limit;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D005",
        slug: "steps-beyond-the-promise",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d005_steps_beyond_the_promise.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let Some(record) = Record::of(catalog, id) else {
        return;
    };
    let Some(own) = record.first_own(&[Field::PromisedLimit, Field::Steps]) else {
        return;
    };
    let Some((promised, steps, sum)) = beyond(record, catalog) else {
        return;
    };
    // Steps that take too long above already are said there.
    let is_said_above = || {
        let above = catalog
            .upper(id)
            .and_then(|upper| Record::of(catalog, upper));
        above.is_some_and(|above| beyond(above, catalog).is_some())
    };
    if record.own(Field::Steps).is_none() && is_said_above() {
        return;
    }
    let (sum, promise) = (sum.to_string(), written(promised));
    let values = [
        ("sum", &*sum),
        ("promise", &*promise.zh),
        ("promise_en", &*promise.en),
    ];
    let file = &catalog.matter(steps.source).file;
    report
        .at(own.span(), "beyond", &values)
        .beside(file, steps.value.span(), "steps", &values);
}

/// The promised limit, the steps and their days, if these are more.
fn beyond<'c>(record: Record<'c>, catalog: &Catalog) -> Option<(Limit, Effective<'c>, u64)> {
    let promised = record.value(Field::PromisedLimit).and_then(limit)?.value;
    let steps = record.effective(Field::Steps)?;
    let uncounted = &catalog.standard.tables.guide.uncounted_steps.words;
    let is_beyond = |sum: &u64| *sum > u64::from(promised.days);
    // Mostly not even all steps together are.
    is_beyond(&days(steps.value, |_| true)).then_some(())?;
    let sum = days(steps.value, |step| counts(step, uncounted));
    is_beyond(&sum).then_some((promised, steps, sum))
}

/// Whether a step counts towards the limit.
fn counts(step: &Value<'_>, uncounted: &[String]) -> bool {
    let name = step.get("name").and_then(|name| name.text());
    name.is_some_and(|name| !has_any(name, uncounted))
}

/// The days of some steps together.
fn days(steps: Value<'_>, counts: impl Fn(&Value<'_>) -> bool) -> u64 {
    let days = |step: Value<'_>| step.get("days")?.text()?.parse::<u32>().ok();
    steps
        .items()
        .filter(counts)
        .filter_map(days)
        .map(u64::from)
        .sum()
}
