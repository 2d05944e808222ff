//! D009: 行政许可的送达环节超过法定的送达期限。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::record::Record;
use crate::rules::wording::has_any;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D009",
        slug: "late-delivery",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d009_late_delivery.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some((steps, kind)) = record.own(Field::Steps).zip(record.kind()) else {
        return;
    };
    let rows = &report.catalog.standard.tables.guide.deliveries;
    let Some(delivery) = rows.iter().find(|row| row.kind == kind.code) else {
        return;
    };
    for step in steps.items() {
        let name = step.get("name").and_then(|name| name.text());
        let days = step.get("days").and_then(|days| Some((days, days.text()?)));
        let Some((name, (place, days))) = name.zip(days) else {
            continue;
        };
        let is_late = days.parse::<u32>().is_ok_and(|days| days > delivery.days);
        if is_late && has_any(name, &delivery.words) {
            let (most, article) = (delivery.days.to_string(), delivery.article.to_string());
            let values = [
                ("name", name),
                ("days", days),
                ("most", &*most),
                ("statute", &*delivery.statute),
                ("article", &*article),
            ];
            report.at(place.span(), "late", &values);
        }
    }
}
