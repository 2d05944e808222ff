//! R011: 两个业务办理项同名。

use std::collections::HashMap;

use crate::catalog::{Field, Matter};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "R011",
        slug: "items-of-one-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("r011_items_of_one_name.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let Some(items) = matter
        .value(Field::HandlingItems)
        .filter(|items| items.items().len() > 1)
    else {
        return;
    };
    let mut first: HashMap<(&str, Vec<&str>), Value<'_>> = HashMap::new();
    for item in items.items() {
        let Some(name) = item.get("name") else {
            continue;
        };
        let Some(text) = name.text().filter(|text| !text.trim().is_empty()) else {
            continue;
        };
        // One name for persons and again for enterprises is no slip.
        let served = item.get("served").into_iter().flat_map(|list| list.items());
        let served = served.filter_map(|who| who.text()).collect();
        let other = *first.entry((text, served)).or_insert(name);
        if other.id() != name.id() {
            let values = [("name", text)];
            let file = report.file();
            report
                .at(name.span(), "same", &values)
                .beside(file, other.span(), "other", &values);
        }
    }
}
