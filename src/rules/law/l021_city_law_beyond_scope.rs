//! L021: 设区的市的法规规章管不到这个领域。

use crate::catalog::{Field, Law, MatterId, Registers, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::{Footing, footing, listed};
use crate::rules::{Check, Report, Rule};
use crate::terms::LawRank;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L021",
        slug: "city-law-beyond-scope",
        severity: Severity::Note,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l021_city_law_beyond_scope.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let standard = &*catalog.standard;
    let Some(table) = &standard.tables.legal_basis.city_law else {
        return;
    };
    let made_of = [Field::Department, Field::LegalBasis];
    let Some(footing) = footing(id, &made_of, |_| true, report) else {
        return;
    };
    if !footing.is_settable(standard) || !stands_on_a_city(&footing, &catalog.registers) {
        return;
    }
    let Some(department) = effective_value(catalog, id, Field::Department) else {
        return;
    };
    let code = department.value.text().unwrap_or("");
    let is_outside = table.outside.iter().any(|outside| outside == code);
    let own = (department.source == id).then(|| department.value.span());
    let Some(span) = footing.made_at(id).or(own).filter(|_| is_outside) else {
        return;
    };
    let (articles, articles_en) = listed(&table.articles);
    let named = standard.department(code);
    let values = [
        ("department", named.map_or("", |named| &*named.zh)),
        ("department_en", named.map_or("", |named| &*named.en)),
        ("statute", &*table.statute),
        ("articles", &*articles),
        ("articles_en", &*articles_en),
    ];
    report.at(span, "beyond", &values);
}

/// Whether every law cited is that of a city.
fn stands_on_a_city(footing: &Footing<'_>, registers: &Registers) -> bool {
    let mut titles = footing.citing.bases().map(|basis| basis.law);
    titles.all(|title| {
        let law = title.and_then(|title| registers.law(title.value));
        law.is_some_and(is_of_a_city)
    })
}

/// Whether a law is that of a city with districts: a rule of its government, or a regulation whose place is
/// told by four digits.
fn is_of_a_city(law: &Law) -> bool {
    match law.rank() {
        Some(LawRank::CityRule) => true,
        Some(LawRank::LocalRegulation) => law.region().is_some_and(|region| region.len() == 4),
        _ => false,
    }
}
