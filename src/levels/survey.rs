//! Every difference in a catalog, each once, where it was made, with what was decided about it.

use std::cmp::Reverse;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::{Catalog, Field, MatterId, effective_value};
use crate::levels::{Class, Difference, Standing, difference, differences, standing};

/// 差异: one difference of a catalog, as a reviewer meets it.
#[derive(Clone, Debug)]
pub struct Departure<'c> {
    /// The matter that departs.
    pub lower: MatterId,
    /// The matter it should follow.
    pub upper: MatterId,
    /// What differs.
    pub difference: Difference<'c>,
    /// What was decided.
    pub standing: Standing<'c>,
    /// How many matters have the departing value: this one and those below that inherit it.
    pub reach: usize,
}

/// Every difference in a catalog, by path and field.
pub fn survey(catalog: &Catalog, today: Date) -> Vec<Departure<'_>> {
    let ids: Vec<MatterId> = catalog.matters().map(|(id, _)| id).collect();
    survey_of(catalog, &ids, today)
}

/// The same for some matters only, in their order.
pub fn survey_of<'c>(catalog: &'c Catalog, ids: &[MatterId], today: Date) -> Vec<Departure<'c>> {
    ids.par_iter()
        .flat_map_iter(|id| departures(catalog, *id, today))
        .collect()
}

/// Puts differences in the order in which they are best worked off: the gravest class first, then those that
/// reach furthest, then the weightiest field.
pub fn by_urgency(catalog: &Catalog, departures: &mut [Departure<'_>]) {
    departures.sort_by_key(|departure| urgency(catalog, departure));
}

/// By what one difference comes before another.
pub fn urgency(catalog: &Catalog, departure: &Departure<'_>) -> impl Ord + use<> {
    let field = departure.difference.field;
    (
        departure.difference.class.rank(),
        Reverse(departure.reach),
        Reverse(catalog.standard.policy(field).weight),
        departure.lower,
        field,
    )
}

fn departures(catalog: &Catalog, lower: MatterId, today: Date) -> Vec<Departure<'_>> {
    let Some(upper) = catalog.upper(lower) else {
        return Vec::new();
    };
    let matter = catalog.matter(lower);
    own_differences(catalog, lower, upper)
        .map(|difference| Departure {
            lower,
            upper,
            standing: standing(&catalog.standard, matter, &difference, today),
            reach: reach(catalog, lower, difference.field),
            difference,
        })
        .collect()
}

/// The differences of a matter from another that are its own: where it has what the base catalog has, it is
/// the level between that departs.
pub fn own_differences(
    catalog: &Catalog,
    lower: MatterId,
    upper: MatterId,
) -> impl Iterator<Item = Difference<'_>> {
    differences(catalog, lower, upper)
        .into_iter()
        .filter(move |difference| !agrees_with_base(catalog, lower, difference.field))
}

/// Whether a matter has, in a field, what the base catalog has.
pub fn agrees_with_base(catalog: &Catalog, id: MatterId, field: Field) -> bool {
    let matter = catalog.matter(id);
    let base = matter.base_code().and_then(|code| catalog.base(code.value));
    let above = base.and_then(|base| effective_value(catalog, base, field));
    matter.value(field).zip(above).is_some_and(|(own, above)| {
        difference(&catalog.standard, field, own, above.value).is_none()
    })
}

/// A matter and those below it that inherit a field from it: all of them take up the same base matter.
fn reach(catalog: &Catalog, id: MatterId, field: Field) -> usize {
    let base = catalog.matter(id).base_code().map_or("", |code| code.value);
    let followers = catalog.locals_of(base).iter();
    let inherits = |other: &&MatterId| {
        catalog.upper(**other) == Some(id) && catalog.matter(**other).value(field).is_none()
    };
    1 + followers
        .filter(inherits)
        .map(|other| reach(catalog, *other, field))
        .sum::<usize>()
}

impl Class {
    /// Place in the order of gravity, 0 the gravest.
    pub fn rank(self) -> u8 {
        match self {
            Class::Conflict => 0,
            Class::Looser => 1,
            Class::Extra => 2,
            Class::Missing => 3,
            Class::Wording => 4,
            Class::Tighter => 5,
        }
    }

    /// Whether the standard allows such a difference without anyone's decision.
    pub fn is_allowed(self, is_directional: bool) -> bool {
        match self {
            Class::Tighter => true,
            // Fewer materials than above are welcome.
            Class::Missing => is_directional,
            _ => false,
        }
    }

    /// Every class, the gravest first.
    pub fn all() -> [Class; 6] {
        [
            Class::Conflict,
            Class::Looser,
            Class::Extra,
            Class::Missing,
            Class::Wording,
            Class::Tighter,
        ]
    }

    /// The word on the command line and in reports for machines.
    pub fn word(self) -> &'static str {
        match self {
            Class::Conflict => "conflict",
            Class::Looser => "looser",
            Class::Extra => "extra",
            Class::Missing => "missing",
            Class::Wording => "wording",
            Class::Tighter => "tighter",
        }
    }

    /// The class with this word.
    pub fn from_word(word: &str) -> Option<Class> {
        Class::all().into_iter().find(|class| class.word() == word)
    }
}
