//! Base matters of the same name, or nearly the same: found by a number that such names share, so that
//! nobody is compared with everybody.

use crate::catalog::{Catalog, Field, Floor, Matter, MatterId};
use crate::levels::{likeness, telling_letters, without_level};
use crate::rules::Report;
use crate::rules::name::sameness::{is_leaving, shares_basis, shares_department};
use crate::terms::BaseCode;

/// What two matters of one name, or nearly one, are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Sub-items of one main item.
    Siblings,
    /// The same matter under two codes.
    Same,
    /// Perhaps the same matter, but for a character easily mistaken.
    LookAlike,
    /// Two matters of one name.
    Homonym,
}

/// Says a template at the name of each base matter that is so to an earlier one, which another template
/// names.
pub(super) fn say_each(
    catalog: &Catalog,
    likeness: Likeness,
    (say, other): (&str, &str),
    report: &mut Report<'_>,
) {
    let groups = groups(catalog.matters().filter_map(|(id, matter)| {
        let name = base_name(matter)?;
        let naming = &catalog.standard.tables.naming;
        Some((self::likeness(name, naming), id))
    }));
    for group in groups {
        for (matter, earlier) in pairs(catalog, group, likeness) {
            let (name, theirs) = (matter.name(), earlier.name());
            let Some(((name, theirs), code)) = name.zip(theirs).zip(earlier.code()) else {
                continue;
            };
            let values = [
                ("seen", name.value),
                ("theirs", theirs.value),
                ("code", code.value),
            ];
            report
                .at_file(&matter.file, name.span, say, &values)
                .beside(&earlier.file, theirs.span, other, &values);
        }
    }
}

/// The matters that share a number with others, group by group.
pub(super) fn groups(
    numbered: impl Iterator<Item = (u64, MatterId)>,
) -> impl Iterator<Item = Vec<MatterId>> {
    let mut numbered: Vec<(u64, MatterId)> = numbered.collect();
    numbered.sort_unstable();
    let mut rest = numbered.into_iter().peekable();
    std::iter::from_fn(move || {
        loop {
            let (number, first) = rest.next()?;
            let same = |next: &(u64, MatterId)| next.0 == number;
            let others = std::iter::from_fn(|| rest.next_if(same).map(|(_, id)| id));
            let others: Vec<MatterId> = others.collect();
            if !others.is_empty() {
                return Some(std::iter::once(first).chain(others).collect());
            }
        }
    })
}

/// The name of a base matter that is to be compared.
fn base_name(matter: &Matter) -> Option<&str> {
    let is_compared = matter.floor == Floor::Base
        && matter.file.document.is_whole()
        && !matter.value(Field::Name)?.text()?.is_empty();
    matter.name().filter(|_| is_compared).map(|name| name.value)
}

/// How many others of a group a matter is compared with at most: the first of the group and those just
/// before it. Groups beyond that size are not found in earnest.
const FIRST: usize = 4;
const BEFORE: usize = 12;

/// The matters of a group that are so, and nothing more, to one with an earlier code.
fn pairs(catalog: &Catalog, group: Vec<MatterId>, likeness: Likeness) -> Vec<(&Matter, &Matter)> {
    let mut sides: Vec<Side<'_>> = group
        .into_iter()
        .filter_map(|id| Side::of(catalog, id))
        .collect();
    sides.sort_by_key(|side| side.code);
    let found = (1..sides.len()).filter_map(|place| {
        let (side, before) = (sides.get(place)?, sides.get(..place)?);
        let near = before.iter().rev().take(BEFORE);
        let first = before.iter().take(FIRST).rev();
        let others = first.chain(near.rev());
        let relations = others.filter_map(|other| Some((side.relation(other, catalog)?, other)));
        let (relation, other) = relations.min_by_key(|(relation, _)| *relation)?;
        (relation == likeness).then_some((side.matter, other.matter))
    });
    found.collect()
}

/// A base matter of a group.
struct Side<'c> {
    id: MatterId,
    matter: &'c Matter,
    name: &'c str,
    code: BaseCode,
}

impl<'c> Side<'c> {
    fn of(catalog: &'c Catalog, id: MatterId) -> Option<Side<'c>> {
        let matter = catalog.matter(id);
        Some(Side {
            id,
            matter,
            name: matter.name()?.value,
            code: BaseCode::parse(matter.code()?.value).ok()?,
        })
        .filter(|_| !is_leaving(catalog, id))
    }

    fn relation(&self, other: &Side<'c>, catalog: &Catalog) -> Option<Likeness> {
        let is_far = self.code.region() != other.code.region()
            && self.code.region() != NATION
            && other.code.region() != NATION;
        let type_of = |side: &Side<'c>| side.matter.text(Field::Type).map(|kind| kind.value);
        let is_other_type =
            self.code.kind() != other.code.kind() || type_of(self) != type_of(other);
        if self.code == other.code
            || is_far
            || is_other_type
            || self.is_of_other_level(other, catalog)
        {
            return None;
        }
        let naming = &catalog.standard.tables.naming;
        let is_one_name =
            telling_letters(self.name, naming).eq(telling_letters(other.name, naming));
        if self.main_item() == other.main_item() {
            return (is_one_name && self.is_sibling(other)).then_some(Likeness::Siblings);
        }
        let is_same = shares_department(catalog, self.id, other.id)
            || shares_basis(catalog, self.id, other.id);
        match (is_one_name, is_same) {
            (true, true) => Some(Likeness::Same),
            (true, false) => Some(Likeness::Homonym),
            (false, true) => Some(Likeness::LookAlike),
            (false, false) => None,
        }
    }

    /// Region, type, department and main item.
    fn main_item(&self) -> Option<&str> {
        self.code.as_str().get(..9)
    }

    /// Whether two matters of one main item are sub-items that someone must tell apart: the main item itself
    /// may be called like one of them, and one may be for the city and one for the county.
    fn is_sibling(&self, other: &Side<'c>) -> bool {
        let is_sub = |side: &Side<'c>| !side.code.as_str().ends_with("000");
        is_sub(self) && is_sub(other) && !has_no_level_in_common(self.matter, other.matter)
    }

    /// Whether two names say different levels at their end.
    fn is_of_other_level(&self, other: &Side<'c>, catalog: &Catalog) -> bool {
        let level = |name: &'c str| {
            without_level(name, &catalog.standard.tables.naming).map(|(_, level)| level)
        };
        let levels = level(self.name).zip(level(other.name));
        levels.is_some_and(|(left, right)| left.get(..3) != right.get(..3))
    }
}

/// Region of the codes that are the same everywhere.
const NATION: &str = "00";

fn has_no_level_in_common(left: &Matter, right: &Matter) -> bool {
    let (left, right) = (levels(left), levels(right));
    !left.is_empty() && !right.is_empty() && !left.iter().any(|level| right.contains(level))
}

fn levels(matter: &Matter) -> Vec<&str> {
    let list = matter.value(Field::Levels).into_iter();
    list.flat_map(|list| list.items())
        .filter_map(|level| level.text())
        .collect()
}
