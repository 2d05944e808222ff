//! P002: 群众办的事项，哪个主题下都找不到。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::themes;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P002",
        slug: "under-no-theme",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p002_under_no_theme.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let record = Record::of(report.catalog, id).filter(|record| record.is_for_visitors());
    let Some((record, served)) =
        record.and_then(|record| Some((record, record.own(Field::Served)?)))
    else {
        return;
    };
    let groups = &report.catalog.standard.tables.guide.groups;
    let is_someone = served.items().any(|code| {
        let is_in = |codes: &Vec<String>| {
            code.text()
                .is_some_and(|code| codes.iter().any(|known| known == code))
        };
        groups.iter().any(|group| is_in(&group.served))
    });
    if is_someone && !groups.iter().any(|group| themes(record, group).is_some()) {
        report.at(served.span(), "none", &[]);
    }
}
