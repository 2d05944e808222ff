//! C015: 同一地区两个事项用同一个地方实施编码。

use std::collections::HashMap;

use crate::catalog::{Catalog, Field, Matter, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule, TieKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "C015",
        slug: "local-code-used-twice",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("c015_local_code_used_twice.md"),
    },
    check: Check::Catalog(TieKind::LocalCode, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    let mut first: HashMap<(&str, &str), MatterId> = HashMap::new();
    for (id, matter) in catalog.matters() {
        let local = matter.text(Field::LocalCode);
        let there = local.zip(matter.division()).filter(|(local, _)| {
            let is_said = !local.value.trim().is_empty();
            is_said && !matter.is_cancelled() && matter.file.is_whole()
        });
        let Some((local, division)) = there else {
            continue;
        };
        let other = catalog.matter(*first.entry((division, local.value)).or_insert(id));
        // Two bodies may offer one matter under one local code; a copied file is said by another rule.
        if is_of_one(other, matter) {
            continue;
        }
        let values = [("code", local.value), ("path", &*other.file.path)];
        report
            .at_file(&matter.file, local.span, "twice", &values)
            .beside(&other.file, other.span(Field::LocalCode), "other", &values);
    }
}

fn is_of_one(matter: &Matter, other: &Matter) -> bool {
    let base = |matter| Matter::base_code(matter).map(|code| code.value);
    let code = |matter| Matter::code(matter).map(|code| code.value);
    base(matter) == base(other) || code(matter) == code(other)
}
