//! N005: 名称与上级不同。

use crate::catalog::{Field, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::name::flaw::mended;
use crate::rules::{Check, Pair, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N005",
        slug: "other-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n005_other_name.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, pair: Pair, report: &mut Report<'_>) {
    if difference.field != Field::Name || difference.class != Class::Conflict {
        return;
    }
    let Some((seen, above)) = difference.lower.text().zip(difference.upper.text()) else {
        return;
    };
    let catalog = report.catalog;
    // Where the upper name is the faulty one, it is said there; where the lower one is, as another writing.
    let naming = &report.standard().tables.naming;
    let is_same = |name, other| mended(name, naming).as_deref() == Some(other);
    if is_same(above, seen) || is_same(seen, above) {
        return;
    }
    let values = [("seen", seen), ("above", above)];
    let said = report.at(difference.lower.span(), "other", &values);
    if let Some(effective) = effective_value(catalog, pair.upper, Field::Name) {
        let file = &catalog.matter(effective.source).file;
        said.beside(file, effective.value.span(), "above", &[("above", above)]);
    }
}
