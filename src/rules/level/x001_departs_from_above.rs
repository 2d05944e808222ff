//! X001: 锁定的要素与上级不同。

use crate::catalog::standard::PolicyKind;
use crate::catalog::{Field, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::law::are_sound;
use crate::rules::level::is_sure;
use crate::rules::level::shown::{can_be_said, tell};
use crate::rules::{Check, Pair, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X001",
        slug: "departs-from-above",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x001_departs_from_above.md"),
    },
    check: Check::Difference(check),
};

fn check(difference: &Difference<'_>, pair: Pair, report: &mut Report<'_>) {
    let (field, standard) = (difference.field, report.standard());
    let is_locked = standard.policy(field).kind == PolicyKind::Locked;
    let departs = is_locked && !has_own_rule(field) && difference.class != Class::Wording;
    if departs && is_sure(standard, field) == Some(true) && can_be_trusted(pair, field, report) {
        let say = match (difference.missing.is_empty(), difference.extra.is_empty()) {
            (true, true) if can_be_said(difference, standard) => "values",
            (true, true) => "differs",
            (false, true) => "missing",
            (true, false) => "extra",
            (false, false) => "both",
        };
        tell(difference, pair.upper, (say, "above"), report);
    }
}

/// Names, types and base codes have more exact rules.
fn has_own_rule(field: Field) -> bool {
    matches!(field, Field::Name | Field::Type | Field::BaseCode)
}

/// A citation that is itself wrong, here or above, is said by the rules of law; comparing would say it twice.
fn can_be_trusted(pair: Pair, field: Field, report: &Report<'_>) -> bool {
    if field != Field::LegalBasis || report.registers().laws.is_empty() {
        return true;
    }
    let catalog = report.catalog;
    let above = effective_value(catalog, pair.upper, field);
    let ids = above
        .map(|above| above.source)
        .into_iter()
        .chain([pair.lower]);
    ids.map(|id| catalog.matter(id))
        .all(|matter| are_sound(matter, report))
}
