//! N005: 名称与上级不同。

use crate::catalog::{Field, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::Class;
use crate::rules::name::name_difference;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N005",
        slug: "other-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n005_other_name.md"),
    },
    check: Check::Pair(check),
};

fn check(lower: MatterId, upper: MatterId, report: &mut Report<'_>) {
    let Some(difference) = name_difference(lower, upper, report) else {
        return;
    };
    let (seen, above) = (difference.lower.text(), difference.upper.text());
    let Some((seen, above)) = seen
        .zip(above)
        .filter(|_| difference.class == Class::Conflict)
    else {
        return;
    };
    let catalog = report.catalog;
    let said = report.at(
        difference.lower.span(),
        "other",
        &[("seen", seen), ("above", above)],
    );
    if let Some(effective) = effective_value(catalog, upper, Field::Name) {
        let file = &catalog.matter(effective.source).file;
        said.beside(file, effective.value.span(), "above", &[("above", above)]);
    }
}
