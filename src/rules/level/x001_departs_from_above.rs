//! X001: 锁定的要素与上级不同。

use crate::catalog::standard::PolicyKind;
use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::{Class, Difference};
use crate::rules::law::is_sound;
use crate::rules::level::shown::{elements, title, value};
use crate::rules::level::{above, is_sure, own_differences};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "X001",
        slug: "departs-from-above",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("x001_departs_from_above.md"),
    },
    check: Check::Pair(check),
};

fn check(lower: MatterId, upper: MatterId, report: &mut Report<'_>) {
    for difference in own_differences(report.catalog, lower, upper) {
        let standard = report.standard();
        let is_locked = standard.policy(difference.field).kind == PolicyKind::Locked;
        let is_wording = difference.class == Class::Wording;
        if is_locked
            && !is_wording
            && is_sure(standard, difference.field) == Some(true)
            && can_be_trusted(lower, difference.field, report)
        {
            say(&difference, upper, report);
        }
    }
}

/// A citation that is itself wrong is said by the rules of law; comparing it would say it twice.
fn can_be_trusted(lower: MatterId, field: Field, report: &Report<'_>) -> bool {
    let matter = report.catalog.matter(lower);
    let has_register = !report.registers().laws.is_empty();
    field != Field::LegalBasis
        || !has_register
        || matter.bases().all(|basis| is_sound(&basis, matter, report))
}

fn say(difference: &Difference<'_>, upper: MatterId, report: &mut Report<'_>) {
    let (field, standard) = (difference.field, report.standard());
    let title = title(field, standard);
    let missing = elements(field, &difference.missing, standard);
    let extra = elements(field, &difference.extra, standard);
    let own = value(field, difference.lower, standard);
    let other = value(field, difference.upper, standard);
    let has_values = own.is_some() && other.is_some();
    let (own, other) = (own.unwrap_or_default(), other.unwrap_or_default());
    let say = match (difference.missing.is_empty(), difference.extra.is_empty()) {
        (true, true) if has_values => "values",
        (true, true) => "differs",
        (false, true) => "missing",
        (true, false) => "extra",
        (false, false) => "both",
    };
    let values = [
        ("title", &*title.zh),
        ("title_en", &*title.en),
        ("missing", &*missing.zh),
        ("missing_en", &*missing.en),
        ("extra", &*extra.zh),
        ("extra_en", &*extra.en),
        ("seen", &*own.zh),
        ("seen_en", &*own.en),
        ("above", &*other.zh),
        ("above_en", &*other.en),
    ];
    let place = above(upper, field, report);
    let said = report.at(difference.lower.span(), say, &values);
    if let Some((file, span)) = place {
        said.beside(file, span, "above", &[]);
    }
}
