//! P005: 许多事项用同一个网上办理地址。

use std::collections::HashMap;

use crate::catalog::{Catalog, Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::link::{bare, is_front_page};
use crate::rules::record::is_current;
use crate::rules::{Check, Report, Rule};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P005",
        slug: "one-address-for-many",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p005_one_address_for_many.md"),
    },
    check: Check::Catalog(check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    let links = &report.catalog.standard.tables.guide.links;
    let mut uses: HashMap<&str, Vec<&Matter>> = HashMap::new();
    for (_, matter) in catalog.matters() {
        let address =
            address(matter).filter(|address| !is_front_page(address.value, &links.front_pages));
        if let Some(address) = address {
            uses.entry(bare(address.value)).or_default().push(matter);
        }
    }
    uses.retain(|_, matters| matters.len() >= links.same_for);
    for matters in uses.values() {
        let mut codes: Vec<&str> = matters
            .iter()
            .filter_map(|matter| Some(matter.base_code()?.value))
            .collect();
        codes.sort_unstable();
        codes.dedup();
        let first = matters
            .first()
            .and_then(|matter| Some((matter, address(matter)?)));
        if let Some((matter, address)) = first.filter(|_| codes.len() >= links.same_for) {
            let count = codes.len().to_string();
            let values = [("address", address.value), ("count", &*count)];
            report.at_file(&matter.file, address.span, "many", &values);
        }
    }
}

fn address(matter: &Matter) -> Option<Spanned<&str>> {
    let address = matter
        .text(Field::OnlineUrl)
        .filter(|_| is_current(matter))?;
    (!address.value.is_empty()).then_some(address)
}
