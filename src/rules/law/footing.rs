//! What a matter stands on: its type, and the ranks of all it cites.

use crate::catalog::standard::{Clause, Setting, SettingRank, Standard};
use crate::catalog::{Effective, Field, Matter, MatterId, effective_value};
use crate::rules::Report;
use crate::rules::law::ranks::Ranks;
use crate::terms::LawRank;
use crate::text::Span;

/// 立足: the type of a matter and the ranks that it cites, each with the matter that says so.
pub(super) struct Footing<'c> {
    /// Code of the type.
    pub(super) kind: &'c str,
    /// The ranks cited.
    pub(super) ranks: Ranks,
    /// The matter that cites.
    pub(super) citing: &'c Matter,
    /// The kind of coercion, if it is stated.
    coercion: Option<&'c str>,
    /// The basis, then the type.
    made_of: [Effective<'c>; 2],
}

/// What a matter stands on. `None` if its type or basis is not stated anywhere, if a law is unknown, or if
/// the matter is cancelled or of no wanted type. A matter that states none of these fields itself is judged at
/// the one above.
pub(super) fn footing<'c>(
    id: MatterId,
    fields: &[Field],
    is_wanted: impl Fn(&str) -> bool,
    report: &Report<'c>,
) -> Option<Footing<'c>> {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    let is_said_here = fields.iter().any(|field| matter.value(*field).is_some());
    if !is_said_here || matter.is_cancelled() {
        return None;
    }
    let effective = |field| effective_value(catalog, id, field);
    let kind = effective(Field::Type)?;
    let code = kind.value.text().filter(|code| is_wanted(code))?;
    let basis = effective(Field::LegalBasis)?;
    let citing = catalog.matter(basis.source);
    Some(Footing {
        kind: code,
        ranks: Ranks::cited(citing, &catalog.registers)?,
        citing,
        coercion: effective(Field::CoercionKind).and_then(|value| value.value.text()),
        made_of: [basis, kind],
    })
}

/// What a type may be set by, and the statute that shuts out all else; `None` if there is none.
pub(super) fn closed<'c>(kind: &str, standard: &'c Standard) -> Option<(&'c Setting, &'c Clause)> {
    let settings = &standard.tables.legal_basis.setting;
    let setting = settings
        .iter()
        .find(|setting| setting.closed && setting.kind == kind)?;
    Some((setting, setting.closed_by.as_ref()?))
}

impl<'c> Footing<'c> {
    /// The place in the matter's own file where the combination is made; `None` if it is made above.
    pub(super) fn made_at(&self, id: MatterId) -> Option<Span> {
        let made = self.made_of.iter().find(|value| value.source == id)?;
        Some(made.value.span())
    }

    /// The ranks cited that may set the type.
    pub(super) fn sufficient(
        &self,
        setting: &'c Setting,
    ) -> impl Iterator<Item = (LawRank, &'c SettingRank)> {
        let (ranks, coercion) = (self.ranks, self.coercion);
        let fits = move |allowed: &SettingRank| {
            let limited = allowed.coercion_kind.as_deref();
            limited
                .zip(coercion)
                .is_none_or(|(limited, coercion)| limited == coercion)
        };
        setting.ranks.iter().filter_map(move |allowed| {
            let rank = LawRank::from_word(&allowed.rank)?;
            (ranks.has(rank) && fits(allowed)).then_some((rank, allowed))
        })
    }

    /// Whether nothing shuts out the ranks cited altogether.
    pub(super) fn is_settable(&self, standard: &'c Standard) -> bool {
        let closed = closed(self.kind, standard);
        closed.is_none_or(|(setting, _)| self.sufficient(setting).next().is_some())
    }
}

/// Numbers of articles as a message says them, in both languages.
pub(super) fn listed(articles: &[u32]) -> (String, String) {
    let numbers: Vec<String> = articles.iter().map(u32::to_string).collect();
    (numbers.join("、"), numbers.join(", "))
}
