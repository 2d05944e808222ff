//! N016: 名称只差一个易混的字。

use crate::catalog::Catalog;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::name::namesakes::say_each;
use crate::rules::name::relation::Likeness;
use crate::rules::{Check, Report, Rule, TieKind};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "N016",
        slug: "look-alike-name",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("n016_look_alike_name.md"),
    },
    check: Check::Catalog(TieKind::Bases, check),
};

fn check(catalog: &Catalog, report: &mut Report<'_>) {
    say_each(catalog, Likeness::LookAlike, ("alike", "other"), report);
}
