//! X003: 网上办理的程度低于上级。

use crate::catalog::MatterId;
use crate::catalog::standard::PolicyKind;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::Class;
use crate::rules::level::shown::tell;
use crate::rules::level::{is_sure, own_differences};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X003",
        slug: "less-online-than-above",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x003_less_online_than_above.md"),
    },
    check: Check::Pair(check),
};

fn check(lower: MatterId, upper: MatterId, report: &mut Report<'_>) {
    for difference in own_differences(report.catalog, lower, upper) {
        let (field, standard) = (difference.field, report.standard());
        let is_directional = standard.policy(field).kind == PolicyKind::Directional;
        let is_less = is_directional && difference.class == Class::Looser;
        if is_less && is_sure(standard, field) == Some(false) {
            tell(&difference, upper, ("less", "above"), report);
        }
    }
}
