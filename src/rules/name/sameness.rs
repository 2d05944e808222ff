//! Whether two matters of one name may be one matter.

use crate::catalog::{Catalog, Field, MatterId, effective_text, effective_value};
use crate::yaml::Value;

/// Whether a matter is cancelled, or has a day on which it will be: another may have taken its place.
pub(super) fn is_leaving(catalog: &Catalog, id: MatterId) -> bool {
    let text = |field| effective_value(catalog, id, field).and_then(|found| found.value.text());
    text(Field::Status) == Some(CANCELLED) || text(Field::CancelledOn).is_some()
}

/// 取消 among the statuses of a matter.
const CANCELLED: &str = "3";

/// Whether both belong to one central department.
pub(super) fn shares_department(catalog: &Catalog, one: MatterId, other: MatterId) -> bool {
    let department = Field::Department;
    let text = |id| effective_text(catalog, id, department).map(|(text, _)| text);
    text(one).is_some_and(|one| text(other) == Some(one))
}

/// Whether a matter cites an article of a law.
pub(super) fn has_basis(catalog: &Catalog, id: MatterId) -> bool {
    cited(catalog, id).next().is_some()
}

/// Whether both cite the same article of the same law.
pub(super) fn shares_basis(catalog: &Catalog, one: MatterId, other: MatterId) -> bool {
    cited(catalog, one).any(|one| cited(catalog, other).any(|other| one == other))
}

fn cited(catalog: &Catalog, id: MatterId) -> impl Iterator<Item = (&str, &str)> {
    let list = effective_value(catalog, id, Field::LegalBasis).map(|found| found.value);
    list.into_iter()
        .flat_map(|list| list.items())
        .filter_map(article)
}

/// Title of the law and number of the article, as written.
fn article(citation: Value<'_>) -> Option<(&str, &str)> {
    let text = |key| citation.get(key).and_then(|value| value.text());
    text("law").zip(text("article"))
}
