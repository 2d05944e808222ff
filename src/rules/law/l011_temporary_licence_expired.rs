//! L011: 省级政府规章临时设定的许可已满一年。

use jiff::Span as Time;
use jiff::civil::Date;

use crate::catalog::standard::SettingRank;
use crate::catalog::{Field, Law, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::{Footing, closed, footing};
use crate::rules::law::standing::{Standing, in_force, standing};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L011",
        slug: "temporary-licence-expired",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l011_temporary_licence_expired.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let standard = &*report.catalog.standard;
    let made_of = [Field::Type, Field::LegalBasis];
    let is_closed = |kind: &str| closed(kind, standard).is_some();
    let Some(footing) = footing(id, &made_of, is_closed, report) else {
        return;
    };
    let expired = expired(&footing, report);
    let Some((span, (since, law, allowed))) = footing.made_at(id).zip(expired) else {
        return;
    };
    let values = [
        ("law", law.title()),
        ("since", &*since.to_string()),
        ("months", &*allowed.months.unwrap_or_default().to_string()),
        ("statute", allowed.statute.as_deref().unwrap_or("")),
        ("article", &*allowed.article.unwrap_or_default().to_string()),
    ];
    report
        .at(span, "expired", &values)
        .beside(&law.file, law.span(), "law", &values);
}

/// The law that set a matter for a time which is over; `None` if anything cited may set it for good, or if
/// the time of any that may set it is not over. That a law is no longer in force is said by itself.
fn expired<'c>(
    footing: &Footing<'c>,
    report: &Report<'c>,
) -> Option<(Date, &'c Law, &'c SettingRank)> {
    let catalog = report.catalog;
    let (setting, _) = closed(footing.kind, &catalog.standard)?;
    let mut last = None;
    for basis in footing.citing.bases() {
        let law = catalog.registers.law(basis.law?.value)?;
        let rank = law.rank();
        let mut sufficient = footing.sufficient(setting);
        let Some((_, allowed)) = sufficient.find(|(allowed, _)| Some(*allowed) == rank) else {
            continue;
        };
        let time = Time::new().try_months(allowed.months?).ok()?;
        let since = in_force(law, report.today).and_then(|version| version.effective)?;
        let is_over = report.today > since.checked_add(time).ok()?;
        let standing = standing(law, &catalog.registers, report.today);
        if !is_over || standing != Standing::InForce {
            return None;
        }
        last = Some((since, law, allowed));
    }
    last
}
