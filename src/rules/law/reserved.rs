//! Kinds within a type that only some ranks may set, known by the words a matter uses for them.

use crate::catalog::standard::Reserved;
use crate::catalog::{Effective, Field, MatterId, effective_value};
use crate::rules::Report;
use crate::rules::law::footing::{Footing, footing, listed};
use crate::text::Span;

/// Fields that say what a matter does.
const TEXTS: [Field; 3] = [Field::Name, Field::PunishmentMethod, Field::CollectionKind];
/// Fields of which one must be stated here for a matter to overreach by itself.
const MAKE: [Field; 5] = [
    Field::Type,
    Field::LegalBasis,
    Field::Name,
    Field::PunishmentMethod,
    Field::CollectionKind,
];

/// 超越权限: a matter that names a kind which nothing it cites may set.
pub(super) struct Overreach<'c> {
    reserved: &'c Reserved,
    word: &'c str,
    footing: Footing<'c>,
    span: Span,
}

/// How a matter of a type overreaches, if it does here and no higher. Where even the type is shut out, that
/// is said instead.
pub(super) fn overreach<'c>(
    kind: &str,
    is_exact: bool,
    id: MatterId,
    report: &Report<'c>,
) -> Option<Overreach<'c>> {
    let catalog = report.catalog;
    let standard = &*catalog.standard;
    let footing = footing(id, &MAKE, |code| code == kind, report)?;
    if !footing.is_settable(standard) {
        return None;
    }
    let table = standard.tables.legal_basis.reserved.iter();
    let mut candidates = table.filter(|reserved| {
        reserved.kind == kind
            && reserved.exact == is_exact
            && !footing.ranks.has_any(&reserved.ranks)
    });
    let (reserved, word, value) = candidates.find_map(|reserved| {
        let texts = TEXTS.into_iter();
        let values = texts.filter_map(|field| effective_value(catalog, id, field));
        let mut found = values.filter_map(|value| Some((word(reserved, &value)?, value)));
        let (word, value) = found.next()?;
        Some((reserved, word, value))
    })?;
    let said_here = (value.source == id).then(|| value.value.span());
    let span = said_here.or_else(|| footing.made_at(id))?;
    Some(Overreach {
        reserved,
        word,
        footing,
        span,
    })
}

/// The word by which a text names a kind.
fn word<'c>(reserved: &'c Reserved, value: &Effective<'c>) -> Option<&'c str> {
    let text = value.value.text()?;
    if reserved.unless.iter().any(|word| text.contains(&**word)) {
        return None;
    }
    let named = reserved.words.iter().find(|word| text.contains(&***word));
    let ends = || {
        let ends = value.field == Field::CollectionKind
            && reserved.ends.iter().any(|end| text.ends_with(&**end));
        ends.then_some(text)
    };
    named.map(String::as_str).or_else(ends)
}

impl Overreach<'_> {
    /// Says so, with a template of the rule's page.
    pub(super) fn tell(&self, say: &str, report: &mut Report<'_>) {
        let ranks = self.footing.ranks.names(report);
        let (articles, articles_en) = listed(&self.reserved.articles);
        let values = [
            ("word", self.word),
            ("kind", &*self.reserved.zh),
            ("kind_en", &*self.reserved.en),
            ("ranks", &*ranks.zh),
            ("ranks_en", &*ranks.en),
            ("statute", &*self.reserved.statute),
            ("articles", &*articles),
            ("articles_en", &*articles_en),
        ];
        report.at(self.span, say, &values);
    }
}
