//! L029: 标为设定依据的位阶无权设定。

use crate::catalog::standard::Setting;
use crate::catalog::{Field, MatterId, Registers};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::law::footing::{closed, footing};
use crate::rules::law::ranks::described;
use crate::rules::{Check, Report, Rule};
use crate::terms::LawRank;
use crate::yaml::Value;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L029",
        slug: "role-above-its-rank",
        severity: Severity::Warning,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l029_role_above_its_rank.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let standard = &*catalog.standard;
    let Some(list) = catalog.matter(id).value(Field::LegalBasis) else {
        return;
    };
    let is_closed = |kind: &str| closed(kind, standard).is_some();
    let footing = footing(id, &[Field::LegalBasis], is_closed, report);
    // Where no law at all may set it, that is said instead.
    let Some(footing) = footing.filter(|footing| footing.is_settable(standard)) else {
        return;
    };
    let Some((setting, clause)) = closed(footing.kind, standard) else {
        return;
    };
    for item in list.items() {
        let Some((role, rank)) = pretender(item, setting, &catalog.registers) else {
            continue;
        };
        let rank = described(Some(rank), standard);
        let kind = standard.kind(&setting.kind);
        let values = [
            ("rank", rank.map_or("", |rank| &*rank.zh)),
            ("rank_en", rank.map_or("", |rank| &*rank.en)),
            ("kind", &*setting.zh),
            ("kind_en", kind.map_or("", |kind| &*kind.en)),
            ("statute", &*clause.statute),
            ("article", &*clause.article.to_string()),
        ];
        report.at(role.span(), "pretends", &values);
    }
}

/// The role of a citation that is said to set a matter though its rank may not, and the rank.
fn pretender<'c>(
    item: Value<'c>,
    setting: &Setting,
    registers: &Registers,
) -> Option<(Value<'c>, LawRank)> {
    let role = item
        .get("role")
        .filter(|role| role.text() == Some("setting"))?;
    let rank = registers.law(item.get("law")?.text()?)?.rank()?;
    let may_set = setting
        .ranks
        .iter()
        .any(|allowed| LawRank::from_word(&allowed.rank) == Some(rank));
    // The constitution stands above what the statutes share out.
    (!may_set && rank != LawRank::Constitution).then_some((role, rank))
}
