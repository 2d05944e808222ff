//! X003: 网上办理的程度低于上级。

use crate::catalog::Field;
use crate::catalog::standard::PolicyKind;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::guide::is_online_and_not;
use crate::rules::level::is_sure;
use crate::rules::level::shown::tell;
use crate::rules::{Check, Pair, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X003",
        slug: "less-online-than-above",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x003_less_online_than_above.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, pair: Pair, report: &mut Report<'_>) {
    let (field, standard) = (difference.field, report.standard());
    let is_directional = standard.policy(field).kind == PolicyKind::Directional;
    let is_less = is_directional && difference.class == Class::Looser;
    let is_said = field == Field::Online && is_online_and_not(pair.lower, report.catalog);
    if is_less && !is_said && is_sure(standard, field) == Some(false) {
        tell(difference, pair.upper, ("less", "above"), report);
    }
}
