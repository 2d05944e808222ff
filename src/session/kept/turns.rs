//! The days on which something else may come out of a check though nothing changed.

use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::Date;

use crate::catalog::Catalog;

/// The days from which on a law is in force, or no longer, or a time it gave is over. Decisions and exceptions
/// end too, but tell on their own matter only.
pub(super) fn of(catalog: &Catalog) -> Vec<Date> {
    let ranks = &catalog.standard.tables.legal_basis;
    let months: BTreeSet<u32> = ranks.months().collect();
    let mut turns = BTreeSet::new();
    for law in &catalog.registers.laws {
        let repealed = law.repealed_on().and_then(crate::catalog::standard::day);
        turns.extend(repealed);
        for since in law.versions().filter_map(|version| version.effective) {
            turns.insert(since);
            for months in &months {
                let over = Span::new().try_months(*months).and_then(|time| {
                    // It is over on the day after.
                    since.checked_add(time)?.tomorrow()
                });
                turns.extend(over.ok());
            }
        }
    }
    turns.into_iter().collect()
}

/// Whether none of some days lies between two others.
pub(super) fn are_none_between(turns: &[Date], one: Date, other: Date) -> bool {
    let (first, last) = (one.min(other), one.max(other));
    !turns.iter().any(|turn| first < *turn && *turn <= last)
}
