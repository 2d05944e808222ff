//! Family X: where a level departs from the one above.

pub(super) mod x001_departs_from_above;
pub(super) mod x002_worse_than_above;
pub(super) mod x003_less_online_than_above;
pub(super) mod x004_lapsed_decision;
pub(super) mod x005_void_decision;
pub(super) mod x006_incomplete_approval;
pub(super) mod x007_idle_decision;

mod shown;

use jiff::civil::Date;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, Field, MatterId};
use crate::levels::{Difference, difference, own_differences, standing};
use crate::rules::shape::is_well_shaped;
use crate::rules::{Pair, Report};
use crate::yaml::Value;

/// The differences of a matter from the one above that are its own, and that nobody has let stand.
pub(super) fn open_differences(
    catalog: &Catalog,
    pair: Pair,
    today: Date,
) -> impl Iterator<Item = Difference<'_>> {
    let standard = &catalog.standard;
    let matter = catalog.matter(pair.lower);
    let is_open = move |difference: &Difference<'_>| {
        let schema = standard.field(difference.field);
        schema.is_some_and(|schema| is_well_shaped(difference.lower, schema))
            && !standing(standard, matter, difference, today).is_approved()
    };
    own_differences(catalog, pair.lower, pair.upper).filter(is_open)
}

/// Whether a matter may differ from an upper value in a field, by a decision that holds.
pub(super) fn is_approved(
    id: MatterId,
    above: Value<'_>,
    field: Field,
    report: &Report<'_>,
) -> bool {
    let matter = report.catalog.matter(id);
    let standard = report.standard();
    // Nearly no matter has a decision.
    if matter.value(Field::Decisions).is_none() {
        return false;
    }
    let found = matter
        .value(field)
        .and_then(|own| difference(standard, field, own, above));
    found.is_some_and(|found| standing(standard, matter, &found, report.today).is_approved())
}

/// How sure the standard is that a field follows its policy: `true` for what is read off official texts or
/// real data, `false` for what is only recalled. Nothing is said where the sources conflict.
fn is_sure(standard: &Standard, field: Field) -> Option<bool> {
    match &*standard.policy(field).confidence {
        "X" => None,
        "C" => Some(false),
        _ => Some(true),
    }
}
