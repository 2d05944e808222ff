//! Family D: limits and fees.

pub(super) mod d001_promise_beyond_the_law;

use crate::catalog::{Catalog, Effective, Field, MatterId, effective_value, limit};
use crate::terms::{DayUnit, Limit};
use crate::text::Message;

/// The promised and the statutory limit in effect, if the promise is the longer one.
pub(super) fn beyond_the_law(catalog: &Catalog, id: MatterId) -> Option<[Effective<'_>; 2]> {
    let effective = |field| effective_value(catalog, id, field);
    let promised = effective(Field::PromisedLimit)?;
    let statutory = effective(Field::StatutoryLimit)?;
    let is_longer = limit(promised.value)?.value > limit(statutory.value)?.value;
    is_longer.then_some([promised, statutory])
}

/// A limit in both languages.
pub(super) fn written(limit: Limit) -> Message {
    let days = limit.days;
    let (unit, unit_en) = match limit.unit {
        DayUnit::Working => ("工作日", "working days"),
        DayUnit::Calendar => ("自然日", "calendar days"),
    };
    Message {
        zh: format!("{days} 个{unit}"),
        en: format!("{days} {unit_en}"),
    }
}
