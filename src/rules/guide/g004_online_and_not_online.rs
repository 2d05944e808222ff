//! G004: 是否网上办理与办理形式、网上办理地址不合。

use crate::catalog::{Catalog, Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "G004",
        slug: "online-and-not-online",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("g004_online_and_not_online.md"),
    },
    check: Check::Effective(check),
};

/// 办理形式: online.
const ONLINE: &str = "2";

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let Some(online) = record.flag(Field::Online) else {
        return;
    };
    let own = record.first_own(&[Field::Channels, Field::Online]);
    let address = [Field::OnlineUrl, Field::MobileUrl];
    match (own, record.lists(Field::Channels, ONLINE)) {
        (Some(own), Some(true)) if is_online_and_not(id, report.catalog) => {
            report.at(own.span(), "closed", &[]);
        }
        (Some(own), Some(false)) if online => {
            report.at(own.span(), "left_out", &[]);
        }
        (_, Some(true)) => {}
        _ => {
            if let Some(address) = record.first_own(&address).filter(|_| !online) {
                report.at(address.span(), "address", &[]);
            }
        }
    }
}

/// Whether a matter lists the online channel and says that it is not online.
pub(in crate::rules) fn is_online_and_not(id: MatterId, catalog: &Catalog) -> bool {
    Record::of(catalog, id).is_some_and(|record| {
        record.flag(Field::Online) == Some(false)
            && record.lists(Field::Channels, ONLINE) == Some(true)
    })
}
