//! What two base matters of one name, or nearly one, are to each other.

use crate::catalog::{Catalog, Field, Matter, MatterId};
use crate::levels::{telling_letters, without_level};
use crate::rules::name::sameness::{has_basis, is_leaving, shares_basis, shares_department};
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

/// A base matter of a group.
pub(super) struct Side<'c> {
    id: MatterId,
    pub(super) matter: &'c Matter,
    name: &'c str,
    pub(super) code: BaseCode,
}

impl<'c> Side<'c> {
    /// The side of a matter; `None` if it cannot be compared, or another may have taken its place.
    pub(super) fn of(catalog: &'c Catalog, id: MatterId) -> Option<Side<'c>> {
        let matter = catalog.matter(id);
        Some(Side {
            id,
            matter,
            name: matter.name()?.value,
            code: BaseCode::parse(matter.code()?.value).ok()?,
        })
        .filter(|_| !is_leaving(catalog, id))
    }

    /// What this matter is to another of the group; `None` if names or matters are too far apart.
    pub(super) fn relation(&self, other: &Side<'c>, catalog: &Catalog) -> Option<Likeness> {
        if !self.is_comparable(other) || self.is_of_other_level(other, catalog) {
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
            (false, true) => Some(Likeness::LookAlike),
            // Without a basis nobody knows whether it is another.
            (true, false) if self.has_basis(catalog) && other.has_basis(catalog) => {
                Some(Likeness::Homonym)
            }
            _ => None,
        }
    }

    /// Whether two codes are of one type and could both be used in one place: each province numbers by
    /// itself, and a type that is in doubt is said elsewhere.
    fn is_comparable(&self, other: &Side<'c>) -> bool {
        let (region, theirs) = (self.code.region(), other.code.region());
        let is_near = region == theirs || region == NATION || theirs == NATION;
        let type_of = |side: &Side<'c>| side.matter.text(Field::Type).map(|kind| kind.value);
        let is_one_type = self.code.kind() == other.code.kind() && type_of(self) == type_of(other);
        self.code != other.code && is_near && is_one_type
    }

    fn has_basis(&self, catalog: &Catalog) -> bool {
        has_basis(catalog, self.id)
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
