//! X003: 网上办理的程度低于上级。

use crate::catalog::MatterId;
use crate::catalog::standard::PolicyKind;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::Class;
use crate::rules::level::{above, is_sure, own_differences, title};
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
        let standard = report.standard();
        let is_directional = standard.policy(difference.field).kind == PolicyKind::Directional;
        let is_less = is_directional && difference.class == Class::Looser;
        if !is_less || is_sure(standard, difference.field) != Some(false) {
            continue;
        }
        let (title, title_en) = title(difference.field, report);
        let values = [
            ("title", title),
            ("title_en", title_en),
            ("seen", difference.lower.text().unwrap_or("")),
            ("above", difference.upper.text().unwrap_or("")),
        ];
        let place = above(upper, difference.field, report);
        let said = report.at(difference.lower.span(), "less", &values);
        if let Some((file, span)) = place {
            said.beside(file, span, "there", &[]);
        }
    }
}
