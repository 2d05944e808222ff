//! What a catalog's findings, or a change of it, mean for those who live with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::catalog::{Catalog, Field, Floor, MatterId};
use crate::levels::{Class, Score, counts, scores_of, survey_of};

/// 影响: how uniform the catalog is, or what a change does to it.
#[derive(Clone, Debug)]
pub struct Impact {
    /// The score: of the catalog, or, of a change, of the matters that feel it.
    pub score: Score,
    /// What the change does; `None` where no change is looked at.
    pub change: Option<Felt>,
}

/// 波及: who feels a change, and how.
#[derive(Clone, Debug)]
pub struct Felt {
    /// With which revision it was compared.
    pub since: String,
    /// The divisions that feel it, each with how many of its matters do; the base catalog has no name.
    pub divisions: Vec<(Option<String>, usize)>,
    /// The score of those matters before.
    pub before: Score,
    /// How many differences between levels it brings.
    pub added: usize,
    /// How many it takes away.
    pub removed: usize,
    /// How many findings it takes away.
    pub solved: usize,
}

impl Felt {
    /// How many matters feel it.
    pub fn matters(&self) -> usize {
        self.divisions.iter().map(|(_, count)| count).sum()
    }
}

impl Impact {
    /// What a change means for the files that feel it, by path.
    pub fn of_change(
        (before, after): (&Catalog, &Catalog),
        felt: &[Box<str>],
        (since, solved): (&str, usize),
        today: Date,
    ) -> Impact {
        let ids = |catalog: &Catalog| -> Vec<MatterId> {
            let ids = felt.iter().filter_map(|path| catalog.matter_at(path));
            ids.collect()
        };
        let (then, now) = (ids(before), ids(after));
        let (gone, new) = (
            differences(before, &then, today),
            differences(after, &now, today),
        );
        Impact {
            score: scores_of(after, &now, today).whole,
            change: Some(Felt {
                since: since.to_owned(),
                divisions: divisions((before, after), felt),
                before: scores_of(before, &then, today).whole,
                added: new.difference(&gone).count(),
                removed: gone.difference(&new).count(),
                solved,
            }),
        }
    }
}

/// The differences of some matters that count, each by where it is and in what way it differs.
fn differences<'c>(
    catalog: &'c Catalog,
    ids: &[MatterId],
    today: Date,
) -> BTreeSet<(&'c str, Field, Class)> {
    let found = survey_of(catalog, ids, today);
    let found = found.iter().filter(|departure| counts(catalog, departure));
    let found = found.map(|departure| {
        let path = &*catalog.matter(departure.lower).file.path;
        (path, departure.difference.field, departure.difference.class)
    });
    found.collect()
}

/// The divisions of some matters, those with the most first.
fn divisions(
    (before, after): (&Catalog, &Catalog),
    felt: &[Box<str>],
) -> Vec<(Option<String>, usize)> {
    let mut felt_in: BTreeMap<Option<String>, usize> = BTreeMap::new();
    for path in felt {
        let there = [after, before].into_iter().find_map(|catalog| {
            let matter = catalog.matter(catalog.matter_at(path)?);
            let code = matter.division().filter(|_| matter.floor == Floor::Local);
            let named = code.and_then(|code| catalog.registers.division(code));
            let name = named.map_or(code, |named| Some(&*named.name));
            Some(name.map(str::to_owned))
        });
        if let Some(name) = there {
            *felt_in.entry(name).or_default() += 1;
        }
    }
    let mut divisions: Vec<_> = felt_in.into_iter().collect();
    divisions.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    divisions
}
