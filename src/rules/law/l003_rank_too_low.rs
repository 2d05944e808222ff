//! L003: 所列依据的位阶都无权设定这一类事项。

use crate::catalog::standard::{Clause, Setting, SettingRank, Standard};
use crate::catalog::{Field, Matter, MatterId, Registers, effective_value};
use crate::findings::{RuleInfo, Severity, Status};
use crate::rules::{Check, Report, Rule};
use crate::terms::LawRank;
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    info: RuleInfo {
        code: "L003",
        slug: "rank-too-low",
        severity: Severity::Error,
        status: Status::Stable { since: "0.1.0" },
        page: include_str!("l003_rank_too_low.md"),
    },
    check: Check::Effective(check),
};

fn check(id: MatterId, report: &mut Report<'_>) {
    let catalog = report.catalog;
    let effective = |field| effective_value(catalog, id, field);
    let (Some(kind), Some(basis)) = (effective(Field::Type), effective(Field::LegalBasis)) else {
        return;
    };
    let Some((setting, clause)) = closed(kind.value.text().unwrap_or(""), report.standard()) else {
        return;
    };
    let Some(ranks) = ranks(catalog.matter(basis.source), report.registers()) else {
        return;
    };
    let coercion = effective(Field::CoercionKind).and_then(|value| value.value.text());
    if ranks.iter().any(|rank| may_set(setting, *rank, coercion)) {
        return;
    }
    // Said once, where the wrong combination is made.
    let made_here = [basis, kind].into_iter().find(|value| value.source == id);
    if let Some(value) = made_here {
        tell(value.value.span(), (setting, clause), &ranks, report);
    }
}

/// What a type may be set by, if a statute says that nothing else may.
fn closed<'c>(kind: &str, standard: &'c Standard) -> Option<(&'c Setting, &'c Clause)> {
    let settings = &standard.tables.legal_basis.setting;
    let setting = settings
        .iter()
        .find(|setting| setting.closed && setting.kind == kind)?;
    Some((setting, setting.closed_by.as_ref()?))
}

fn tell(
    span: Span,
    (setting, clause): (&Setting, &Clause),
    ranks: &[LawRank],
    report: &mut Report<'_>,
) {
    let kind = report.standard().kind(&setting.kind);
    let cited = ranks.iter().map(|rank| rank_name(*rank, report));
    let (zh, en): (Vec<_>, Vec<_>) = cited.unzip();
    let values = [
        ("kind", &*setting.zh),
        ("kind_en", kind.map_or("", |kind| &*kind.en)),
        ("ranks", &*zh.join("、")),
        ("ranks_en", &*en.join(", ")),
        ("statute", &*clause.statute),
        ("article", &*clause.article.to_string()),
    ];
    report.at(span, "rank", &values);
}

/// The ranks cited, each once; `None` if any law is unknown or nothing is cited.
fn ranks(matter: &Matter, registers: &Registers) -> Option<Vec<LawRank>> {
    let mut ranks = Vec::new();
    for basis in matter.bases() {
        let rank = registers.law(basis.law?.value)?.rank()?;
        if !ranks.contains(&rank) {
            ranks.push(rank);
        }
    }
    (!ranks.is_empty()).then_some(ranks)
}

fn may_set(setting: &Setting, rank: LawRank, coercion: Option<&str>) -> bool {
    let fits = |allowed: &SettingRank| {
        let limited = allowed.coercion_kind.as_deref();
        LawRank::from_word(&allowed.rank) == Some(rank)
            && limited
                .zip(coercion)
                .is_none_or(|(limited, coercion)| limited == coercion)
    };
    setting.ranks.iter().any(fits)
}

/// Name of a rank in both languages.
fn rank_name<'c>(rank: LawRank, report: &Report<'c>) -> (&'c str, &'c str) {
    let ranks = &report.standard().tables.legal_basis.ranks;
    let known = ranks
        .iter()
        .find(|known| LawRank::from_word(&known.word) == Some(rank));
    known.map_or(("", ""), |known| (&*known.zh, &*known.en))
}
