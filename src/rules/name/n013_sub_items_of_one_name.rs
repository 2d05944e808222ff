//! N013: 同一主项的子项同名。

use crate::catalog::Catalog;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::namesakes::say_each;
use crate::rules::name::relation::Likeness;
use crate::rules::{Check, Report, Rule, TieKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N013",
        slug: "sub-items-of-one-name",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n013_sub_items_of_one_name.md"),
    },
    check: Check::Catalog(TieKind::Bases, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    say_each(catalog, Likeness::Siblings, ("siblings", "other"), report);
}
