//! P005: 许多事项用同一个网上办理地址。

use std::collections::HashSet;

use foldhash::HashMap;

use crate::catalog::{Catalog, Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::link::{bare, is_front_page};
use crate::rules::{Check, Report, Rule, TieKind};
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P005",
        slug: "one-address-for-many",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p005_one_address_for_many.md"),
    },
    check: Check::Catalog(TieKind::Address, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    let links = &report.catalog.standard.tables.guide.links;
    let matters = catalog.matters();
    let stated = matters.filter_map(|(_, matter)| Some((matter, address(matter)?)));
    let addresses: Vec<(&Matter, Spanned<&str>)> = stated.collect();
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for (_, address) in &addresses {
        *counts.entry(bare(address.value)).or_default() += 1;
    }
    counts.retain(|_, count| *count >= links.same_for);
    let mut uses: HashMap<&str, Vec<(&Matter, Spanned<&str>)>> = HashMap::default();
    for (matter, address) in addresses {
        let is_shared = counts.contains_key(bare(address.value));
        if is_shared && !is_front_page(address.value, &links.front_pages) {
            uses.entry(bare(address.value))
                .or_default()
                .push((matter, address));
        }
    }
    for matters in uses.values() {
        let count = base_matters(matters);
        if let Some((matter, address)) = matters.first().filter(|_| count >= links.same_for) {
            let count = count.to_string();
            let values = [("address", address.value), ("count", &*count)];
            report.at_file(&matter.file, address.span, "many", &values);
        }
    }
}

/// How many different base matters there are among some matters.
fn base_matters(matters: &[(&Matter, Spanned<&str>)]) -> usize {
    let codes = matters.iter().filter_map(|(matter, _)| matter.base_code());
    let codes: HashSet<&str> = codes.map(|code| code.value).collect();
    codes.len()
}

fn address(matter: &Matter) -> Option<Spanned<&str>> {
    let address = matter
        .text(Field::OnlineUrl)
        .filter(|_| !matter.is_cancelled())?;
    (!address.value.is_empty()).then_some(address)
}
