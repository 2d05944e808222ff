//! What has become of a law by a day.

use jiff::civil::Date;

use crate::catalog::standard::day;
use crate::catalog::{Law, LawStatus, LawVersion, Registers};

/// 效力: what has become of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing<'l> {
    /// In force, as far as the register says.
    InForce,
    /// In force only from a day to come.
    NotYet(&'l str),
    /// Replaced by a law of another title, from a day if that is known.
    Replaced(&'l str, Option<&'l str>),
    /// No longer in force, from a day if that is known.
    Repealed(Option<&'l str>),
}

/// The version in force on a day: the newest that has taken effect by then.
pub(super) fn in_force(law: &Law, today: Date) -> Option<LawVersion<'_>> {
    let mut versions = law.versions();
    let first = versions.next()?;
    std::iter::once(first)
        .chain(versions)
        .find(|version| has_begun(version, today))
        .or(Some(first))
}

/// What has become of a law by a day.
pub(super) fn standing<'l>(law: &'l Law, registers: &'l Registers, today: Date) -> Standing<'l> {
    if let Some(first_day) = begins_later(law, today) {
        return Standing::NotYet(first_day);
    }
    let successor = law.successor();
    if let Some(day) = law.repealed_on().and_then(day) {
        return match (day <= today, successor) {
            (false, _) => Standing::InForce,
            (true, None) => Standing::Repealed(law.repealed_on()),
            (true, Some(successor)) => Standing::Replaced(successor, law.repealed_on()),
        };
    }
    let is_repealed =
        in_force(law, today).is_some_and(|version| version.status == LawStatus::Repealed);
    match successor {
        None if is_repealed => Standing::Repealed(None),
        None => Standing::InForce,
        Some(title) => replaced(title, is_repealed, registers, today),
    }
}

/// Without a day of its own, a law gives way when the one that replaces it takes effect.
fn replaced<'l>(
    title: &'l str,
    is_repealed: bool,
    registers: &'l Registers,
    today: Date,
) -> Standing<'l> {
    let newer = registers.law(title);
    let since = newer.and_then(|law| {
        let first = law.versions().last()?;
        first.effective_on.zip(first.effective)
    });
    match since {
        Some((since, day)) if day <= today => Standing::Replaced(title, Some(since)),
        None if is_repealed => Standing::Replaced(title, None),
        _ => Standing::InForce,
    }
}

/// The first day of a law none of whose versions has begun.
fn begins_later(law: &Law, today: Date) -> Option<&str> {
    let mut first = None;
    for version in law.versions() {
        let date = version.effective_on?;
        if version.effective? <= today {
            return None;
        }
        first = Some(date);
    }
    first
}

fn has_begun(version: &LawVersion<'_>, today: Date) -> bool {
    let has_come = || version.effective.is_some_and(|day| day <= today);
    version.effective_on.is_none() || has_come()
}
