//! L021: 设区的市的法规规章管不到这个领域。

use crate::catalog::standard::Standard;
use crate::catalog::{Field, Law, MatterId, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::{footing, listed};
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
    let law = |title: &str| catalog.registers.law(title);
    let mut cited = footing.citing.bases().map(|basis| law(basis.law?.value));
    let is_settable = footing.is_settable(standard);
    if !is_settable || !cited.all(|law| law.is_some_and(is_of_a_city)) {
        return;
    }
    let department = effective_value(catalog, id, Field::Department);
    let code = department.and_then(|department| department.value.text());
    let Some(code) = code.filter(|code| table.outside.iter().any(|outside| outside == code)) else {
        return;
    };
    let made_here = department.filter(|department| department.source == id);
    let place = footing.made_at(id);
    let place = place.or_else(|| made_here.map(|department| department.value.span()));
    let Some(span) = place else {
        return;
    };
    let (articles, articles_en) = listed(&table.articles);
    let (name, name_en) = department_name(code, standard);
    let values = [
        ("department", name),
        ("department_en", name_en),
        ("statute", &*table.statute),
        ("articles", &*articles),
        ("articles_en", &*articles_en),
    ];
    report.at(span, "beyond", &values);
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

/// Name of a department in both languages.
fn department_name<'c>(code: &str, standard: &'c Standard) -> (&'c str, &'c str) {
    let known = standard.department(code);
    known.map_or(("", ""), |known| (&*known.zh, &*known.en))
}
