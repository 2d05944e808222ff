//! N015: 同名而不同的事项。

use crate::catalog::Catalog;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::namesakes::say_each;
use crate::rules::name::relation::Likeness;
use crate::rules::{Check, Report, Rule, TieKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N015",
        slug: "homonym",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n015_homonym.md"),
    },
    check: Check::Catalog(TieKind::Bases, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    say_each(catalog, Likeness::Homonym, ("homonym", "other"), report);
}
