//! D003: 行政许可的法定办结时限按自然日计算，又没有说明。

use crate::catalog::{Field, MatterId, limit};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::general_limit;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::terms::DayUnit;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D003",
        slug: "license-in-calendar-days",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d003_license_in_calendar_days.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(value) = record.own(Field::StatutoryLimit) else {
        return;
    };
    let is_calendar = limit(value).is_some_and(|limit| limit.value.unit == DayUnit::Calendar);
    let general = general_limit(record, report.catalog)
        .filter(|general| DayUnit::from_word(&general.unit) == Some(DayUnit::Working));
    let Some((general, article)) =
        general.and_then(|general| Some((general, general.unit_article?)))
    else {
        return;
    };
    if is_calendar {
        let span = value.get("unit").map_or(value.span(), |unit| unit.span());
        let article = article.to_string();
        let values = [("statute", &*general.statute), ("article", &*article)];
        report.at(span, "calendar", &values);
    }
}
