//! L019: 授权没有法律、法规依据。

use crate::catalog::{Field, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::footing;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L019",
        slug: "authorised-by-rule",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l019_authorised_by_rule.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let nature = effective_value(catalog, id, Field::BodyNature);
    let Some(nature) = nature.filter(|nature| nature.value.text() == Some("2")) else {
        return;
    };
    let standard = &*catalog.standard;
    let table = &standard.tables.legal_basis.authorisation;
    let clause = |kind: &str| table.iter().find(|clause| clause.kind == kind);
    let made_of = [Field::BodyNature, Field::Type, Field::LegalBasis];
    let is_known = |kind: &str| clause(kind).is_some();
    let Some(footing) = footing(id, &made_of, is_known, report) else {
        return;
    };
    let clause = clause(footing.kind).filter(|clause| !footing.ranks.has_any(&clause.ranks));
    let Some(clause) = clause.filter(|_| footing.is_settable(standard)) else {
        return;
    };
    let ranks = footing.ranks.names(report);
    let kind = standard.kind(footing.kind);
    let values = [
        ("kind", kind.map_or("", |kind| &*kind.zh)),
        ("kind_en", kind.map_or("", |kind| &*kind.en)),
        ("ranks", &*ranks.zh),
        ("ranks_en", &*ranks.en),
        ("statute", &*clause.statute),
        ("article", &*clause.article.to_string()),
    ];
    report.at(nature.value.span(), "authorised", &values);
}
