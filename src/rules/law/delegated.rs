//! Matters that a body carries out for another, or because it was authorised.

use crate::catalog::standard::{Barred, Delegation};
use crate::catalog::{Field, MatterId, effective_value};
use crate::rules::Report;
use crate::terms::CreditCode;
use crate::text::Span;

/// 受托: a matter that may not be delegated, or not to this body.
pub(super) struct Delegated<'c> {
    /// Where the matter says that it is delegated.
    pub(super) span: Span,
    /// The clause that forbids it.
    pub(super) clause: &'c Delegation,
    /// What the body is, where that matters.
    pub(super) barred: Option<&'c Barred>,
}

/// How a matter of a type is delegated against the law, if it is.
pub(super) fn delegated<'c>(
    kind: &str,
    id: MatterId,
    report: &Report<'c>,
) -> Option<Delegated<'c>> {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    let says = |field, codes: &[&str]| {
        let said = matter.text(field)?;
        codes.contains(&said.value).then_some(said.span)
    };
    let span = says(Field::PowerSource, &["5", "6"]).or_else(|| says(Field::BodyNature, &["3"]))?;
    let effective = |field| effective_value(catalog, id, field)?.value.text();
    if matter.is_cancelled() || effective(Field::Type) != Some(kind) {
        return None;
    }
    let clauses = &catalog.standard.tables.legal_basis.delegation;
    let clause = clauses.iter().find(|clause| clause.kind == kind)?;
    let wanted = clause.coercion_kind.as_deref();
    if wanted.is_some() && effective(Field::CoercionKind) != wanted {
        return None;
    }
    let body = matter
        .text(Field::Body)
        .and_then(|body| CreditCode::parse(body.value).ok());
    let is_it = |barred: &&Barred| body.is_some_and(|body| body.class() == barred.class);
    let barred = clause.barred.iter().find(is_it);
    (clause.barred.is_empty() || barred.is_some()).then_some(Delegated {
        span,
        clause,
        barred,
    })
}

impl Delegated<'_> {
    /// Says so, with a template of the rule's page.
    pub(super) fn tell(&self, say: &str, report: &mut Report<'_>) {
        let (zh, en) = self
            .barred
            .map_or(("", ""), |barred| (&*barred.zh, &*barred.en));
        let values = [
            ("body", zh),
            ("body_en", en),
            ("statute", &*self.clause.statute),
            ("article", &*self.clause.article.to_string()),
        ];
        report.at(self.span, say, &values);
    }
}
