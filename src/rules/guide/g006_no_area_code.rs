//! G006: 电话没有区号。

use crate::catalog::Matter;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::phone::{Fault, fault, telephones};
use crate::rules::wording::span_of;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G006",
        slug: "no-area-code",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g006_no_area_code.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let phones = &report.catalog.standard.tables.guide.phones;
    for (phone, text) in telephones(matter) {
        let Some(Fault::NoArea(place)) = fault(text, phones) else {
            continue;
        };
        let seen = text.get(place.clone()).unwrap_or(text);
        let span = span_of(phone, place.start, seen);
        report.at(span, "no_area", &[("seen", seen)]);
    }
}
