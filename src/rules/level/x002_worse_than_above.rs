//! X002: 时限、材料、收费、次数比上级的要求更多。

use crate::catalog::Field;
use crate::catalog::standard::PolicyKind;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::level::is_sure;
use crate::rules::level::shown::tell;
use crate::rules::limit::beyond_the_law;
use crate::rules::{Check, Pair, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X002",
        slug: "worse-than-above",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x002_worse_than_above.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, pair: Pair, report: &mut Report<'_>) {
    let (field, standard) = (difference.field, report.standard());
    let is_directional = standard.policy(field).kind == PolicyKind::Directional;
    let is_worse = matches!(difference.class, Class::Looser | Class::Extra);
    // A promise beyond the law itself is said by the rule of limits.
    let has_own_rule =
        field == Field::PromisedLimit && beyond_the_law(report.catalog, pair.lower).is_some();
    if is_directional && is_worse && !has_own_rule && is_sure(standard, field) == Some(true) {
        let say = if difference.extra.is_empty() {
            "worse"
        } else {
            "extra"
        };
        tell(difference, pair.upper, (say, "above"), report);
    }
}
