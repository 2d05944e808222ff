//! R010: 业务办理项所列的材料不在本事项的材料里。

use crate::catalog::{Field, MatterId, effective_value};
use crate::findings::Safety;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::nearest::nearest;
use crate::rules::{Check, Report, Rule};
use crate::yaml::{Data, Op, Path, Value};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R010",
        slug: "unknown-material-of-item",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r010_unknown_material_of_item.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let Some(items) = catalog.matter(id).value(Field::HandlingItems) else {
        return;
    };
    // Where no material is in effect at all there is nothing to compare.
    let Some(materials) = effective_value(catalog, id, Field::Materials) else {
        return;
    };
    let names = || {
        let names = materials.value.items();
        names.filter_map(|material| material.get("name")?.text())
    };
    if names().next().is_none() {
        return;
    }
    for (at, item) in items.items().enumerate() {
        let Some(list) = item.get("materials") else {
            continue;
        };
        for (place, used) in list.items().enumerate() {
            let unknown = used.text().filter(|used| names().all(|name| name != *used));
            if let Some(unknown) = unknown {
                let likely = nearest(unknown, names());
                tell(list, (used, unknown, likely), (at, place), report);
            }
        }
    }
}

fn tell(
    list: Value<'_>,
    (used, unknown, likely): (Value<'_>, &str, Option<&str>),
    (at, place): (usize, usize),
    report: &mut Report<'_>,
) {
    let Some(likely) = likely else {
        report.at(used.span(), "unknown", &[("seen", unknown)]);
        return;
    };
    let values = [("seen", unknown), ("likely", likely)];
    let is_there = list.items().any(|other| other.text() == Some(likely));
    let said = report.at(used.span(), "near", &values);
    if !is_there {
        let path = Path::key(Field::HandlingItems.key()).then_index(at);
        let op = Op::Set {
            path: path.then_key("materials").then_index(place),
            value: Data::Text(likely.to_owned()),
        };
        said.fix(Safety::Unsafe, op, "replace", &values);
    }
}
