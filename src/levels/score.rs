//! Uniformity: how much of what should be equal is equal, and of what may move one way only has not moved
//! the other.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::standard::{PolicyKind, Standard};
use crate::catalog::{Catalog, Field, Floor, MatterId, effective_value};
use crate::levels::{Departure, Difference, survey_of};

/// 统一度: counts of values compared with the level above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// How many values were compared.
    pub compared: usize,
    /// How many of them depart in a way the standard does not allow.
    pub departing: usize,
    /// How many of those may do so by a decision that holds.
    pub approved: usize,
}

/// 统一度表: the score of a catalog as a whole and of its parts.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// All of it.
    pub whole: Score,
    /// By code of the division.
    pub divisions: BTreeMap<Box<str>, Score>,
    /// By code of the department.
    pub departments: BTreeMap<Box<str>, Score>,
    /// By code of the type.
    pub kinds: BTreeMap<Box<str>, Score>,
    /// By field.
    pub fields: BTreeMap<Field, Score>,
}

impl Score {
    /// Values that are as they should be, in tenths of a percent; a thousand if nothing was compared.
    pub fn per_mille(&self) -> usize {
        let uniform = self.compared.saturating_sub(self.departing);
        (uniform * 1000).checked_div(self.compared).unwrap_or(1000)
    }

    fn add(&mut self, other: Score) {
        self.compared += other.compared;
        self.departing += other.departing;
        self.approved += other.approved;
    }
}

/// The scores of a catalog on a day.
pub fn scores(catalog: &Catalog, today: Date) -> Scores {
    let parts = catalog.by_parts(|view, ids| scores_of(view, ids, today));
    let mut scores = Scores::default();
    for part in parts {
        scores.merge(part);
    }
    scores
}

/// The same of some matters only.
pub fn scores_of(catalog: &Catalog, ids: &[MatterId], today: Date) -> Scores {
    let mut scores = Scores::default();
    for (id, field) in compared(catalog, ids) {
        let one = Score {
            compared: 1,
            ..Score::default()
        };
        scores.add(catalog, id, field, one);
    }
    for departure in survey_of(catalog, ids, today)
        .iter()
        .filter(|one| counts(catalog, one))
    {
        let one = Score {
            compared: 0,
            departing: 1,
            approved: usize::from(departure.standing.is_approved()),
        };
        scores.add(catalog, departure.lower, departure.difference.field, one);
    }
    scores
}

/// Whether a difference is one that the standard does not allow by itself.
pub fn counts(catalog: &Catalog, departure: &Departure<'_>) -> bool {
    is_forbidden(&catalog.standard, &departure.difference)
}

/// Whether the standard does not allow a difference by itself.
pub fn is_forbidden(standard: &Standard, difference: &Difference<'_>) -> bool {
    let policy = standard.policy(difference.field);
    let is_directional = policy.kind == PolicyKind::Directional;
    // What nobody knows for sure is never held against anyone.
    policy.confidence != "X" && !difference.class.is_allowed(is_directional)
}

/// Every local matter of some with every field that it is held to: one that is locked or directional and
/// that the level above has.
fn compared(catalog: &Catalog, ids: &[MatterId]) -> Vec<(MatterId, Field)> {
    let standard = &catalog.standard;
    let held: Vec<Field> = Field::all()
        .filter(|field| {
            let policy = standard.policy(*field);
            policy.kind != PolicyKind::Free && policy.confidence != "X"
        })
        .collect();
    ids.par_iter()
        .filter(|id| catalog.matter(**id).floor == Floor::Local)
        .filter_map(|id| Some((*id, catalog.upper(*id)?)))
        .flat_map_iter(|(id, upper)| {
            let there = held
                .iter()
                .filter(move |field| effective_value(catalog, upper, **field).is_some());
            there.map(move |field| (id, *field)).collect::<Vec<_>>()
        })
        .collect()
}

impl Scores {
    fn merge(&mut self, other: Scores) {
        self.whole.add(other.whole);
        for (field, score) in other.fields {
            self.fields.entry(field).or_default().add(score);
        }
        let maps = [
            (&mut self.divisions, other.divisions),
            (&mut self.departments, other.departments),
            (&mut self.kinds, other.kinds),
        ];
        for (map, others) in maps {
            for (key, score) in others {
                map.entry(key).or_default().add(score);
            }
        }
    }

    fn add(&mut self, catalog: &Catalog, id: MatterId, field: Field, score: Score) {
        let matter = catalog.matter(id);
        let base = matter.base_code().map_or("", |code| code.value);
        let digits = |range: std::ops::Range<usize>| base.get(range).unwrap_or("");
        self.whole.add(score);
        let division = matter.division().unwrap_or_default();
        entry(&mut self.divisions, division).add(score);
        entry(&mut self.departments, digits(4..6)).add(score);
        entry(&mut self.kinds, digits(2..4)).add(score);
        self.fields.entry(field).or_default().add(score);
    }
}

fn entry<'s>(scores: &'s mut BTreeMap<Box<str>, Score>, key: &str) -> &'s mut Score {
    if !scores.contains_key(key) {
        scores.insert(key.into(), Score::default());
    }
    scores.entry(key.into()).or_default()
}
