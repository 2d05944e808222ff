//! P003: 看指南、办理、咨询用的是同一个网址。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::link::bare;
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P003",
        slug: "one-link-for-all",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p003_one_link_for_all.md"),
    },
    check: Check::Matter(check),
};

/// What an address is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Read,
    Apply,
    Ask,
}

fn check(matter: &Matter, report: &mut Report<'_>) {
    if matter.is_cancelled() {
        return;
    }
    let way = |field| matter.value(field).and_then(|way| way.get("url"));
    let links = [
        (Use::Read, matter.value(Field::Link)),
        (Use::Apply, matter.value(Field::OnlineUrl)),
        (Use::Apply, matter.value(Field::MobileUrl)),
        (Use::Ask, way(Field::Consultation)),
        (Use::Ask, way(Field::Complaint)),
    ];
    for (place, (what, link)) in links.iter().enumerate() {
        let Some((link, address)) = link.and_then(address) else {
            continue;
        };
        let mut earlier = links.iter().take(place).filter(|(other, _)| other != what);
        let twin = earlier.find_map(|(_, link)| {
            link.and_then(self::address)
                .filter(|(_, other)| bare(other) == bare(address))
        });
        if let Some((first, _)) = twin {
            report
                .at(link.span(), "same", &[("address", address)])
                .beside(&matter.file, first.span(), "first", &[]);
            return;
        }
    }
}

fn address(link: Value<'_>) -> Option<(Value<'_>, &str)> {
    let address = link.text().filter(|address| !address.is_empty())?;
    Some((link, address))
}
