//! P004: 网上办理地址只到网站首页。

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::link::is_front_page;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P004",
        slug: "front-page-only",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p004_front_page_only.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let front_pages = &report.catalog.standard.tables.guide.links.front_pages;
    let address = matter
        .text(Field::OnlineUrl)
        .filter(|_| !matter.is_cancelled());
    if let Some(address) = address.filter(|address| is_front_page(address.value, front_pages)) {
        report.at(address.span, "front", &[("address", address.value)]);
    }
}
