//! T002: 事项类型与上级或基本编码的类型段不一致。

use crate::catalog::{Field, Matter, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::levels::agrees_with_base;
use crate::rules::code::is_named_by_code;
use crate::rules::{Check, Report, Rule};
use crate::terms::BaseCode;
use crate::text::Spanned;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "T002",
        slug: "other-type",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("t002_other_type.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let matter = report.catalog.matter(id);
    let Some(kind) = matter.text(Field::Type) else {
        return;
    };
    if report.standard().kind(kind.value).is_none() {
        return;
    }
    match report.catalog.upper(id) {
        Some(upper) => beside_upper(id, upper, kind, report),
        None => beside_code(matter, kind, report),
    }
}

fn beside_upper(id: MatterId, upper: MatterId, kind: Spanned<&str>, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let Some(above) = effective_value(catalog, upper, Field::Type) else {
        return;
    };
    let differs = above.value.text().filter(|above| *above != kind.value);
    let Some(stated) = differs.filter(|_| !agrees_with_base(catalog, id, Field::Type)) else {
        return;
    };
    let (own, other) = (name(kind.value, report), name(stated, report));
    let values = [
        ("seen", kind.value),
        ("seen_name", own.0),
        ("seen_name_en", own.1),
        ("above", stated),
        ("above_name", other.0),
        ("above_name_en", other.1),
    ];
    let file = &catalog.matter(above.source).file;
    report
        .at(kind.span, "upper", &values)
        .beside(file, above.value.span(), "there", &values);
}

/// A file that is not named by its code may have the wrong code rather than the wrong type.
fn beside_code(matter: &Matter, kind: Spanned<&str>, report: &mut Report<'_>) {
    let code = matter.base_code().filter(|_| is_named_by_code(matter));
    let Some(code) = code.and_then(|code| BaseCode::parse(code.value).ok()) else {
        return;
    };
    if code.kind() != kind.value {
        let seen_name = name(kind.value, report);
        let values = [
            ("seen", kind.value),
            ("seen_name", seen_name.0),
            ("seen_name_en", seen_name.1),
            ("digits", code.kind()),
        ];
        report.at(kind.span, "digits", &values);
    }
}

/// Name of a type in both languages.
fn name<'c>(code: &str, report: &Report<'c>) -> (&'c str, &'c str) {
    let kind = report.standard().kind(code);
    kind.map_or(("", ""), |kind| (&*kind.zh, &*kind.en))
}
