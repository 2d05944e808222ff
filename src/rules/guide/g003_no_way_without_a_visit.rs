//! G003: 不用到现场，却既不能网上办理，又不能快递申请。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G003",
        slug: "no-way-without-a-visit",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g003_no_way_without_a_visit.md"),
    },
    check: Check::Effective(check),
};

/// 办理形式: online, by courier.
const REMOTE: [&str; 2] = ["2", "3"];

fn check(id: MatterId, report: &mut Report<'_>) {
    let fields = [Field::Visits, Field::Channels, Field::Online];
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(own) = record
        .first_own(&fields)
        .filter(|_| record.count(Field::Visits) == Some(0))
    else {
        return;
    };
    let online = record.flag(Field::Online);
    let remote = REMOTE.map(|code| record.lists(Field::Channels, code));
    let is_told = online.is_some() || remote.iter().any(Option::is_some);
    let is_open = online == Some(true) || remote.contains(&Some(true));
    if is_told && !is_open {
        report.at(own.span(), "closed", &[]);
    }
}
