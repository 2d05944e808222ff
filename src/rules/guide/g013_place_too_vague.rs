//! G013: 办理地点没有写到窗口、房间或楼层。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::at_window;
use crate::rules::record::Record;
use crate::rules::wording::{has_any, has_numbered};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G013",
        slug: "place-too-vague",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g013_place_too_vague.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let place = Record::of(report.catalog, id).and_then(|record| at_window(record, Field::Place));
    if let Some((place, text)) = place.filter(|(_, text)| is_vague(text, report)) {
        report.at(place.span(), "place", &[("seen", text)]);
    }
}

fn is_vague(text: &str, report: &Report<'_>) -> bool {
    let words = &report.catalog.standard.tables.guide.place;
    !has_any(text, &words.words) && !has_numbered(text, &words.numbered)
}
