//! What the divisions beside each other say: the value most of them have, and who stands apart.

use std::collections::HashMap;

use crate::catalog::{Catalog, Effective, Field, MatterId, effective_value};
use crate::levels::decision::said;
use crate::levels::level_of;
use crate::text::Digest;

/// 同级比较: who has which value of a field, the most frequent value first.
#[derive(Clone, Debug)]
pub struct Consensus<'c> {
    /// The values, each with those who have it.
    pub camps: Vec<Camp<'c>>,
    /// How many have any value.
    pub total: usize,
}

/// 一方: those who have the same value.
#[derive(Clone, Debug)]
pub struct Camp<'c> {
    /// The value, as the first of them states or inherits it.
    pub value: Effective<'c>,
    /// Who has it, by path.
    pub matters: Vec<MatterId>,
}

impl<'c> Consensus<'c> {
    /// The value that more than half have.
    pub fn majority(&self) -> Option<&Camp<'c>> {
        let first = self.camps.first()?;
        (first.matters.len() * 2 > self.total).then_some(first)
    }

    /// How many of a hundred have the same value as this matter.
    pub fn share(&self, id: MatterId) -> u8 {
        let camp = self.camps.iter().find(|camp| camp.matters.contains(&id));
        let count = camp.map_or(0, |camp| camp.matters.len());
        u8::try_from(count * 100 / self.total.max(1)).unwrap_or(100)
    }
}

/// Compares what some matters have in effect in a field.
pub fn consensus<'c>(catalog: &'c Catalog, matters: &[MatterId], field: Field) -> Consensus<'c> {
    let schema = catalog.standard.field(field).map(|schema| &**schema);
    let mut camps: Vec<Camp<'c>> = Vec::new();
    let mut places: HashMap<Digest, usize> = HashMap::new();
    for id in matters {
        let Some(value) = effective_value(catalog, *id, field) else {
            continue;
        };
        let place = *places.entry(said(value.value, schema)).or_insert_with(|| {
            camps.push(Camp {
                value,
                matters: Vec::new(),
            });
            camps.len() - 1
        });
        if let Some(camp) = camps.get_mut(place) {
            camp.matters.push(*id);
        }
    }
    camps.sort_by_key(|camp| std::cmp::Reverse(camp.matters.len()));
    Consensus {
        total: camps.iter().map(|camp| camp.matters.len()).sum(),
        camps,
    }
}

/// The matters that claim the same base matter at divisions of the same level, this one included.
pub fn siblings(catalog: &Catalog, id: MatterId) -> Vec<MatterId> {
    let matter = catalog.matter(id);
    let base = matter.base_code().map_or("", |code| code.value);
    let same = |other: &&MatterId| level_of(catalog, **other) == level_of(catalog, id);
    catalog
        .locals_of(base)
        .iter()
        .filter(same)
        .copied()
        .collect()
}
