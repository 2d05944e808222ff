//! X002: 时限、材料、收费、次数比上级的要求更多。

use crate::catalog::MatterId;
use crate::catalog::standard::PolicyKind;
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::level::{above, is_sure, own_differences, title};
use crate::rules::{Check, Report, Rule};
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X002",
        slug: "worse-than-above",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x002_worse_than_above.md"),
    },
    check: Check::Pair(check),
};

fn check(lower: MatterId, upper: MatterId, report: &mut Report<'_>) {
    for difference in own_differences(report.catalog, lower, upper) {
        let standard = report.standard();
        let is_directional = standard.policy(difference.field).kind == PolicyKind::Directional;
        let is_worse = matches!(difference.class, Class::Looser | Class::Extra);
        if is_directional && is_worse && is_sure(standard, difference.field) == Some(true) {
            say(&difference, upper, report);
        }
    }
}

fn say(difference: &Difference<'_>, upper: MatterId, report: &mut Report<'_>) {
    let (title, title_en) = title(difference.field, report);
    let extra = difference.extra.join("、");
    let written = |value: Value<'_>| match value.text() {
        Some(text) => text.to_owned(),
        None => value.span().of(value.document().text()).to_owned(),
    };
    let (seen, upper_value) = (written(difference.lower), written(difference.upper));
    let values = [
        ("title", title),
        ("title_en", title_en),
        ("extra", &*extra),
        ("seen", &*seen),
        ("above", &*upper_value),
    ];
    let say = if extra.is_empty() { "worse" } else { "extra" };
    let place = above(upper, difference.field, report);
    let said = report.at(difference.lower.span(), say, &values);
    if let Some((file, span)) = place {
        said.beside(file, span, "there", &[]);
    }
}
