//! L026: 法律法规的所属地区缺失、多余或有误。

use crate::catalog::standard::{Coding, Rank, RegionNeed};
use crate::catalog::{File, Law};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::ranks::described;
use crate::rules::law::register::laws;
use crate::rules::{Check, Report, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L026",
        slug: "wrong-law-region",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l026_wrong_law_region.md"),
    },
    check: Check::File(check),
};

fn check(file: &File, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let tables = &catalog.standard.tables;
    for law in laws(file, report) {
        let Some(rank) = described(law.rank(), &catalog.standard) else {
            continue;
        };
        match (rank.region, law.region()) {
            (Some(RegionNeed::Required), None) => tell("missing", "title", law, rank, report),
            (Some(RegionNeed::Nationwide), Some(_)) => {
                tell("surplus", "region", law, rank, report);
            }
            (_, Some(place)) if is_nowhere(place, &tables.coding) => {
                tell("unknown", "region", law, rank, report);
            }
            _ => {}
        }
    }
}

/// Whether no province has the first two digits; what is no code at all has a rule of its own.
fn is_nowhere(place: &str, coding: &Coding) -> bool {
    let is_code = matches!(place.len(), 2 | 4) && place.bytes().all(|byte| byte.is_ascii_digit());
    let mut regions = coding.regions.iter().filter(|region| region.code != "00");
    is_code && !regions.any(|region| place.starts_with(&*region.code))
}

fn tell(say: &str, key: &str, law: &Law, rank: &Rank, report: &mut Report<'_>) {
    let values = [
        ("law", law.title()),
        ("rank", &*rank.zh),
        ("rank_en", &*rank.en),
        ("seen", law.region().unwrap_or("")),
    ];
    report.at(law.key_span(key), say, &values);
}
