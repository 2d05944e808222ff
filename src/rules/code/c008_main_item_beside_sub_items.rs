//! C008: 同一主项既有不分子项的编码，又有子项。

use std::collections::HashMap;

use crate::catalog::{Catalog, Floor, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::code::letters::part;
use crate::rules::{Check, Report, Rule, TieKind};
use crate::terms::BaseCode;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C008",
        slug: "main-item-beside-sub-items",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c008_main_item_beside_sub_items.md"),
    },
    check: Check::Catalog(TieKind::Bases, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    let matters = catalog.matters();
    // A main item that was divided into sub-items is cancelled, not wrong.
    let bases = matters.filter(|(_, matter)| {
        matter.floor == Floor::Base && !matter.is_cancelled() && matter.file.is_whole()
    });
    let mut alone: Vec<MatterId> = Vec::new();
    let mut parts: HashMap<&str, MatterId> = HashMap::new();
    for (id, matter) in bases {
        let Some(code) = matter.code().map(|code| code.value) else {
            continue;
        };
        match BaseCode::parse(code) {
            Ok(base) if base.sub_item() == "000" => alone.push(id),
            Ok(_) => drop(parts.entry(main_item(code)).or_insert(id)),
            Err(_) => {}
        }
    }
    for id in alone {
        let code = catalog.matter(id).code().map_or("", |code| code.value);
        if let Some(sub) = parts.get(main_item(code)) {
            tell(catalog, (id, *sub), report);
        }
    }
}

/// Everything up to the main item.
fn main_item(code: &str) -> &str {
    code.get(..9).unwrap_or("")
}

fn tell(catalog: &Catalog, (id, sub): (MatterId, MatterId), report: &mut Report<'_>) {
    let (matter, sub) = (catalog.matter(id), catalog.matter(sub));
    let Some((code, other)) = matter.code().zip(sub.code()) else {
        return;
    };
    let values = [("code", code.value), ("sub", other.value)];
    let span = part(&matter.file, code, 9..12);
    report
        .at_file(&matter.file, span, "beside", &values)
        .beside(&sub.file, other.span, "sub_item", &values);
}
