//! The odd ones out: where most divisions of a level say one thing and a few another, whatever the level
//! above says.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::standard::PolicyKind;
use crate::catalog::{Catalog, Field, MatterId};
use crate::levels::{Consensus, consensus, level_of};

/// 少数: a field of a base matter that a level does not agree on though most of it does.
#[derive(Clone, Debug)]
pub struct Odd<'c> {
    /// The base matter.
    pub base: MatterId,
    /// Digit of the level.
    pub level: &'c str,
    /// The field.
    pub field: Field,
    /// Who says what; the first camp is the majority.
    pub consensus: Consensus<'c>,
}

impl Odd<'_> {
    /// How many of a hundred say what most say.
    pub fn share(&self) -> usize {
        let most = self
            .consensus
            .majority()
            .map_or(0, |camp| camp.matters.len());
        most * 100 / self.consensus.total.max(1)
    }

    /// The matters that say something else.
    pub fn matters(&self) -> impl Iterator<Item = MatterId> {
        let others = self.consensus.camps.iter().skip(1);
        others.flat_map(|camp| camp.matters.iter().copied())
    }
}

/// Every field of every base matter in which a few stand apart, the loneliest first. Free fields are free.
pub fn odd_ones(catalog: &Catalog) -> Vec<Odd<'_>> {
    let bases: Vec<MatterId> = catalog
        .matters()
        .filter(|(id, _)| catalog.matter(*id).division().is_none())
        .map(|(id, _)| id)
        .collect();
    let mut odd: Vec<Odd<'_>> = bases
        .par_iter()
        .flat_map_iter(|base| of_base(catalog, *base))
        .collect();
    odd.sort_by_key(|odd| {
        let weight = catalog.standard.policy(odd.field).weight;
        (
            Reverse(odd.share()),
            Reverse(odd.consensus.total),
            Reverse(weight),
            odd.base,
            odd.level,
            odd.field,
        )
    });
    odd
}

fn of_base(catalog: &Catalog, base: MatterId) -> Vec<Odd<'_>> {
    let code = catalog
        .matter(base)
        .base_code()
        .map_or("", |code| code.value);
    let mut by_level: BTreeMap<&str, Vec<MatterId>> = BTreeMap::new();
    for id in catalog.locals_of(code) {
        if let Some(level) = level_of(catalog, *id) {
            by_level.entry(level).or_default().push(*id);
        }
    }
    let held = |field: &Field| {
        let policy = catalog.standard.policy(*field);
        policy.kind != PolicyKind::Free && policy.confidence != "X"
    };
    let mut odd = Vec::new();
    for (level, matters) in by_level {
        for field in Field::all().filter(held) {
            let consensus = consensus(catalog, &matters, field);
            if consensus.camps.len() > 1 && consensus.majority().is_some() {
                odd.push(Odd {
                    base,
                    level,
                    field,
                    consensus,
                });
            }
        }
    }
    odd
}
