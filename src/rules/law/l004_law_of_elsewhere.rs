//! L004: 引了外省的地方性法规或规章。

use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::{Citation, home};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L004",
        slug: "law-of-elsewhere",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l004_law_of_elsewhere.md"),
    },
    check: Check::Citation(check),
};

fn check(citation: &Citation<'_>, report: &mut Report<'_>) {
    let law = citation.law.filter(|_| citation.is_of_elsewhere);
    let Some((law, title)) = law.zip(citation.basis.law) else {
        return;
    };
    let (there, here) = apart(
        law.region().unwrap_or(""),
        home(citation.matter, report.registers()).unwrap_or(""),
    );
    let ((there, there_en), (here, here_en)) = (named(there, report), named(here, report));
    let values = [
        ("law", title.value),
        ("there", there),
        ("there_en", there_en),
        ("here", here),
        ("here_en", here_en),
    ];
    report
        .at(title.span, "elsewhere", &values)
        .beside(&law.file, law.span(), "law", &values);
}

/// Two places as far as they must be told to be told apart: the provinces, or else the cities.
fn apart<'p>(region: &'p str, home: &'p str) -> (&'p str, &'p str) {
    let cut = |place: &'p str, length| place.get(..length).unwrap_or(place);
    if cut(region, 2) == cut(home, 2) {
        (cut(region, 4), cut(home, 4))
    } else {
        (cut(region, 2), cut(home, 2))
    }
}

/// Name of a province or city in both languages; its digits if it is unknown.
fn named<'c>(place: &'c str, report: &Report<'c>) -> (&'c str, &'c str) {
    let catalog = report.catalog;
    let regions = &catalog.standard.tables.coding.regions;
    let known = regions.iter().find(|known| known.code == place);
    if let Some(region) = known {
        return (&region.zh, &region.en);
    }
    let city = catalog.registers.division(&format!("{place}00"));
    city.map_or((place, place), |city| (&city.name, &city.name))
}
