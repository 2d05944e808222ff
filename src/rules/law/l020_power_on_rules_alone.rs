//! L020: 只有规章作依据。

use crate::catalog::{Field, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::{footing, listed};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L020",
        slug: "power-on-rules-alone",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l020_power_on_rules_alone.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let standard = &*report.catalog.standard;
    let Some(table) = &standard.tables.legal_basis.rules_alone else {
        return;
    };
    let is_listed = |kind: &str| table.types.iter().any(|listed| listed == kind);
    let made_of = [Field::Type, Field::LegalBasis];
    let footing = footing(id, &made_of, is_listed, report);
    let Some(footing) = footing.filter(|footing| footing.ranks.are_only(&table.ranks)) else {
        return;
    };
    let Some(span) = footing.made_at(id) else {
        return;
    };
    let kind = standard.kind(footing.kind);
    let ranks = footing.ranks.names(report);
    let (articles, articles_en) = listed(&table.articles);
    let values = [
        ("kind", kind.map_or("", |kind| &*kind.zh)),
        ("kind_en", kind.map_or("", |kind| &*kind.en)),
        ("ranks", &*ranks.zh),
        ("ranks_en", &*ranks.en),
        ("statute", &*table.statute),
        ("articles", &*articles),
        ("articles_en", &*articles_en),
    ];
    report.at(span, "alone", &values);
}
