//! N014: 同一事项有两个基本编码。

use crate::catalog::Catalog;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::namesakes::say_each;
use crate::rules::name::relation::Likeness;
use crate::rules::{Check, Report, Rule, TieKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N014",
        slug: "one-matter-two-codes",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n014_one_matter_two_codes.md"),
    },
    check: Check::Catalog(TieKind::Bases, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    say_each(catalog, Likeness::Same, ("same", "other"), report);
}
