//! G002: 到现场次数与必须现场办理原因不合。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G002",
        slug: "visit-without-reason",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g002_visit_without_reason.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(visits) = record.count(Field::Visits) else {
        return;
    };
    let number = visits.to_string();
    let values = [("visits", &*number)];
    let unexplained = record
        .own(Field::Visits)
        .filter(|_| visits > 0 && record.value(Field::VisitReason).is_none());
    // A reason from above cannot be taken back.
    let needless = record.own(Field::VisitReason).filter(|_| visits == 0);
    if let Some(own) = unexplained {
        report.at(own.span(), "unexplained", &values);
    }
    if let Some(reason) = needless {
        report.at(reason.span(), "needless", &values);
    }
}
