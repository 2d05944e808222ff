//! T002: 事项类型与上级或基本编码的类型段不一致。

use crate::catalog::{Effective, Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::kind::dispute::{Dispute, dispute};
use crate::rules::{Check, Report, Rule};
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
    let catalog = report.catalog;
    let Some(kind) = catalog.matter(id).text(Field::Type) else {
        return;
    };
    if report.standard().kind(kind.value).is_none() {
        return;
    }
    let own = name(kind.value, report);
    let seen = [
        ("seen", kind.value),
        ("seen_name", own.0),
        ("seen_name_en", own.1),
    ];
    match dispute(id, report) {
        Some(Dispute::Upper(above)) => tell_upper(kind, above, &seen, report),
        Some(Dispute::Digits(code)) => {
            let [seen, seen_name, seen_name_en] = seen;
            let values = [seen, seen_name, seen_name_en, ("digits", code.kind())];
            report.at(kind.span, "digits", &values);
        }
        None => {}
    }
}

fn tell_upper(
    kind: Spanned<&str>,
    above: Effective<'_>,
    seen: &[(&str, &str); 3],
    report: &mut Report<'_>,
) {
    let stated = above.value.text().unwrap_or("");
    let other = name(stated, report);
    let [seen, seen_name, seen_name_en] = *seen;
    let values = [
        seen,
        seen_name,
        seen_name_en,
        ("above", stated),
        ("above_name", other.0),
        ("above_name_en", other.1),
    ];
    let file = &report.catalog.matter(above.source).file;
    report
        .at(kind.span, "upper", &values)
        .beside(file, above.value.span(), "there", &values);
}

/// Name of a type in both languages.
fn name<'c>(code: &str, report: &Report<'c>) -> (&'c str, &'c str) {
    let kind = report.standard().kind(code);
    kind.map_or(("", ""), |kind| (&*kind.zh, &*kind.en))
}
