//! P007: 不同的基本事项用同一个俗称。

use std::collections::HashMap;

use crate::catalog::{Catalog, Field, Floor, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule, TieKind};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "P007",
        slug: "plain-name-of-two",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("p007_plain_name_of_two.md"),
    },
    check: Check::Catalog(TieKind::Bases, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    let mut first: HashMap<&str, (&Matter, Value<'_>)> = HashMap::new();
    for (_, matter) in catalog.matters() {
        if matter.floor != Floor::Base || matter.is_cancelled() {
            continue;
        }
        let names = matter.value(Field::PlainNames).into_iter();
        for value in names.flat_map(|names| names.items()) {
            let Some(name) = value.text().filter(|name| !name.is_empty()) else {
                continue;
            };
            let (other, place) = *first.entry(name).or_insert((matter, value));
            if main_item(other) != main_item(matter) {
                let values = [
                    ("name", name),
                    ("other", official(other)),
                    ("path", &*other.file.path),
                ];
                report
                    .at_file(&matter.file, value.span(), "twice", &values)
                    .beside(&other.file, place.span(), "first", &values);
            }
        }
    }
}

/// The code without the sub-item: sub-items of one main item may go by one plain name.
fn main_item(matter: &Matter) -> Option<&str> {
    matter.code().and_then(|code| code.value.get(..9))
}

fn official(matter: &Matter) -> &str {
    matter.name().map_or("", |name| name.value)
}
