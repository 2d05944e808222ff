//! Who says that a matter is of another type than it states.

use crate::catalog::{Effective, Field, Matter, MatterId, effective_text, effective_value};
use crate::levels::agrees_with_base;
use crate::rules::Report;
use crate::rules::code::is_named_by_code;
use crate::rules::level::is_approved;
use crate::terms::BaseCode;
use crate::text::Spanned;

/// 异议: what denies the type that a matter states.
pub(super) enum Dispute<'c> {
    /// The upper matter has another.
    Upper(Effective<'c>),
    /// The base code has another.
    Digits(BaseCode),
}

/// What denies the type that a matter states itself.
pub(super) fn dispute<'c>(id: MatterId, report: &Report<'c>) -> Option<Dispute<'c>> {
    let catalog = report.catalog;
    let matter = catalog.matter(id);
    let kind = matter.text(Field::Type)?;
    match catalog.upper(id) {
        Some(upper) => beside_upper((id, upper), kind, report),
        None => beside_code(matter, kind),
    }
}

fn beside_upper<'c>(
    (id, upper): (MatterId, MatterId),
    kind: Spanned<&str>,
    report: &Report<'c>,
) -> Option<Dispute<'c>> {
    let catalog = report.catalog;
    let (stated, _) = effective_text(catalog, upper, Field::Type)?;
    if stated == kind.value {
        return None;
    }
    let above = effective_value(catalog, upper, Field::Type)?;
    let stands = agrees_with_base(catalog, id, Field::Type)
        || is_approved(id, above.value, Field::Type, report)
        || is_itself_doubted(&above, kind, report);
    (!stands).then_some(Dispute::Upper(above))
}

/// Whether the type above is no type, or is itself at odds with its code, which says what stands here.
fn is_itself_doubted(above: &Effective<'_>, kind: Spanned<&str>, report: &Report<'_>) -> bool {
    let is_known = |stated| report.standard().kind(stated).is_some();
    let source = report.catalog.matter(above.source);
    let digits = || match beside_code(source, source.text(Field::Type)?) {
        Some(Dispute::Digits(code)) => Some(code.kind() == kind.value),
        _ => None,
    };
    !above.value.text().is_some_and(is_known) || digits() == Some(true)
}

/// A file that is not named by its code may have the wrong code rather than the wrong type.
fn beside_code<'c>(matter: &Matter, kind: Spanned<&str>) -> Option<Dispute<'c>> {
    let code = matter.base_code().filter(|_| is_named_by_code(matter))?;
    let code = BaseCode::parse(code.value).ok()?;
    (code.kind() != kind.value).then_some(Dispute::Digits(code))
}
