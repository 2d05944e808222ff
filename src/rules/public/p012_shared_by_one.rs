//! P012: 共用材料只有一个成员要。

use crate::catalog::{Field, File, FileKind, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::public::bundle::{is_complete, members};
use crate::rules::values::{Place, values};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P012",
        slug: "shared-by-one",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p012_shared_by_one.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let is_bundle = file.kind == FileKind::Bundle && is_complete(file, catalog);
    let is_known = |matter: &Matter| matter.value(Field::Materials).is_some();
    if !is_bundle
        || members(file, catalog).count() < 2
        || !members(file, catalog).all(|member| is_known(member.base))
    {
        return;
    }
    for list in values(file, Place::Key("shared_materials")) {
        for shared in list.items() {
            let Some(name) = shared.text().filter(|name| !name.is_empty()) else {
                continue;
            };
            let asking = members(file, catalog).filter(|member| asks_for(member.base, name));
            if asking.take(2).count() == 1 {
                report.at(shared.span(), "one", &[("name", name)]);
            }
        }
    }
}

/// Whether a matter asks for a material, perhaps in more words.
fn asks_for(matter: &Matter, name: &str) -> bool {
    let materials = matter.value(Field::Materials).into_iter();
    materials.flat_map(|list| list.items()).any(|material| {
        let asked = material.get("name").and_then(|asked| asked.text());
        asked.is_some_and(|asked| asked.contains(name))
    })
}
