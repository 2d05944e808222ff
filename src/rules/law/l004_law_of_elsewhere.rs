//! L004: 引了外省的地方性法规或规章。

use crate::catalog::Matter;
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::citation::{is_of_elsewhere, province};
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L004",
        slug: "law-of-elsewhere",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l004_law_of_elsewhere.md"),
    },
    check: Check::Matter(check),
};

fn check(matter: &Matter, report: &mut Report<'_>) {
    let registers = report.registers();
    let own = province(matter, registers).unwrap_or("");
    for title in matter.bases().filter_map(|basis| basis.law) {
        let law = registers.law(title.value);
        let Some(law) = law.filter(|law| is_of_elsewhere(law, matter, registers)) else {
            continue;
        };
        let region = law.region().unwrap_or("");
        let ((there, there_en), (here, here_en)) = (named(region, report), named(own, report));
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
}

/// Name of a region in both languages; its digits if it is unknown.
fn named<'c>(region: &'c str, report: &Report<'c>) -> (&'c str, &'c str) {
    let regions = &report.standard().tables.coding.regions;
    let known = regions.iter().find(|known| known.code == region);
    known.map_or((region, region), |known| (&*known.zh, &*known.en))
}
