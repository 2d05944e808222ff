//! Family D: limits and fees.

pub(in crate::rules) mod basis;

pub(super) mod d001_promise_beyond_the_law;
pub(super) mod d002_beyond_the_general_limit;
pub(super) mod d003_license_in_calendar_days;
pub(super) mod d004_immediate_yet_later;
pub(super) mod d005_steps_beyond_the_promise;
pub(super) mod d006_fee_on_lower_rank;
pub(super) mod d007_incomplete_fees;
pub(super) mod d008_free_yet_charging;
pub(super) mod d009_late_delivery;

use crate::catalog::standard::GeneralLimit;
use crate::catalog::{Catalog, Effective, Field, MatterId, effective_value, limit};
use crate::rules::record::Record;
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

/// The limit the law sets for matters of this type, unless a note says why it is another.
fn general_limit<'c>(record: Record<'c>, catalog: &'c Catalog) -> Option<&'c GeneralLimit> {
    let kind = record.kind()?;
    let limits = &catalog.standard.tables.guide.limits;
    let general = limits.iter().find(|general| general.kind == kind.code)?;
    let is_open = record.value(Field::StatutoryLimitNote).is_none();
    is_open.then_some(general)
}
