//! L026: 法律法规的所属地区缺失、多余或有误。

use crate::catalog::standard::{Rank, RegionNeed};
use crate::catalog::{File, Law};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::register::laws;
use crate::rules::{Check, Report, Rule};
use crate::terms::LawRank;

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
        let own = law.rank();
        let mut ranks = tables.legal_basis.ranks.iter();
        let rank = ranks.find(|rank| own.is_some() && LawRank::from_word(&rank.word) == own);
        let Some(rank) = rank else { continue };
        let is_region = |place: &str| {
            let mut regions = tables.coding.regions.iter();
            regions.any(|region| region.code != "00" && Some(&*region.code) == place.get(..2))
        };
        match (rank.region, law.region()) {
            (Some(RegionNeed::Required), None) => tell("missing", "title", law, rank, report),
            (Some(RegionNeed::Nationwide), Some(_)) => {
                tell("surplus", "region", law, rank, report);
            }
            (_, Some(place)) if !is_region(place) => {
                tell("unknown", "region", law, rank, report);
            }
            _ => {}
        }
    }
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
