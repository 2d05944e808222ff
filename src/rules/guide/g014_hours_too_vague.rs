//! G014: 办理时间没有写哪些天、几点。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::guide::at_window;
use crate::rules::record::Record;
use crate::rules::wording::{has_any, has_numbered};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G014",
        slug: "hours-too-vague",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g014_hours_too_vague.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let hours = Record::of(report.catalog, id).and_then(|record| at_window(record, Field::Hours));
    let Some((hours, text)) = hours else { return };
    let words = &report.catalog.standard.tables.guide.hours;
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit())
        || text.contains(|letter: char| letter.is_numeric());
    let has_clock = has_digit || has_any(text, &words.clock) || has_numbered(text, &words.numbered);
    let say = match has_any(text, &words.days) {
        false => "days",
        true if !has_clock => "clock",
        true => return,
    };
    report.at(hours.span(), say, &[("seen", text)]);
}
