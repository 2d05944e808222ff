//! D006: 行政许可的收费依据位阶不够：不是法律、行政法规。

use crate::catalog::{Field, Law, MatterId};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::limit::basis::cited;
use crate::rules::record::Record;
use crate::rules::{Check, Report, Rule};
use crate::terms::LawRank;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "D006",
        slug: "fee-on-lower-rank",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("d006_fee_on_lower_rank.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let Some(record) = Record::of(report.catalog, id) else {
        return;
    };
    let is_charged = record.flag(Field::Charged) == Some(true);
    let Some((fees, kind)) = record
        .own(Field::Fees)
        .zip(record.kind())
        .filter(|_| is_charged)
    else {
        return;
    };
    let rows = &report.catalog.standard.tables.guide.fee_bases;
    let Some(needed) = rows.iter().find(|row| row.kind == kind.code) else {
        return;
    };
    let ranks: Vec<LawRank> = needed
        .ranks
        .iter()
        .filter_map(|word| LawRank::from_word(word))
        .collect();
    for basis in fees.items().filter_map(|fee| fee.get("basis")) {
        if let Some(law) = too_low(basis, &ranks, report) {
            let (zh, en) = rank_name(law, report);
            let article = needed.article.to_string();
            let values = [
                ("law", law.title()),
                ("rank", zh),
                ("rank_en", en),
                ("statute", &*needed.statute),
                ("article", &*article),
            ];
            report
                .at(basis.span(), "lower", &values)
                .beside(&law.file, law.span(), "law", &values);
        }
    }
}

/// The law a fee rests on, if all it cites are in the register and none has one of the ranks.
fn too_low<'c>(basis: Value<'c>, ranks: &[LawRank], report: &Report<'c>) -> Option<&'c Law> {
    let laws = cited(basis.text()?, &report.catalog.registers)?;
    let is_enough = |law: &&Law| law.rank().is_none_or(|rank| ranks.contains(&rank));
    laws.first()
        .filter(|_| !laws.iter().any(is_enough))
        .copied()
}

fn rank_name<'c>(law: &Law, report: &Report<'c>) -> (&'c str, &'c str) {
    let ranks = &report.catalog.standard.tables.legal_basis.ranks;
    let rank = ranks
        .iter()
        .find(|rank| LawRank::from_word(&rank.word) == law.rank());
    rank.map_or(("", ""), |rank| (&*rank.zh, &*rank.en))
}
