//! G007: 电话打不通：不像任何一种号码。

use crate::catalog::Matter;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::phone::{Fault, fault, telephones};
use crate::rules::wording::span_of;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G007",
        slug: "no-such-telephone",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g007_no_such_telephone.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let phones = &report.catalog.standard.tables.guide.phones;
    for (phone, text) in telephones(matter) {
        let Some(Fault::Unknown(place)) = fault(text, phones) else {
            continue;
        };
        let seen = text.get(place.clone()).unwrap_or(text);
        let span = span_of(phone, place.start, seen);
        report.at(span, "unknown", &[("seen", seen)]);
    }
}
