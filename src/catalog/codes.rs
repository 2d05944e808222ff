//! Which matters have which code: two rows of numbers, so that a catalog of any size is looked up and copied
//! fast.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::catalog::{Matter, MatterId};

/// 编码索引: matters by a code, those of one code in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    /// What the numbers are made with.
    seed: u64,
    /// A number for the code of each matter that has one, in ascending order.
    hashes: Arc<Vec<u64>>,
    /// The matters in the same order.
    ids: Arc<Vec<MatterId>>,
}

/// How a matter's code is told.
type Code = fn(&Matter) -> Option<&str>;

impl Codes {
    /// Indexes matters, which stand in the order of their numbers.
    pub(super) fn of(matters: &[Matter], code: Code) -> Codes {
        let mut codes = Codes::with(0, matters, code);
        // Two codes of one number are as good as impossible, and one code must never stand for another.
        while !codes.are_told_apart(matters, code) {
            codes = Codes::with(codes.seed + 1, matters, code);
        }
        codes
    }

    fn with(seed: u64, matters: &[Matter], code: Code) -> Codes {
        let numbered = matters.iter().enumerate();
        let mut sorted: Vec<(u64, MatterId)> = numbered
            .filter_map(|(place, matter)| Some((hash(seed, code(matter)?), MatterId::at(place))))
            .collect();
        sorted.sort_unstable();
        let (hashes, ids) = sorted.into_iter().unzip();
        Codes {
            seed,
            hashes: Arc::new(hashes),
            ids: Arc::new(ids),
        }
    }

    fn are_told_apart(&self, matters: &[Matter], code: Code) -> bool {
        let text = |id: &MatterId| matters.get(id.number()).and_then(code);
        self.groups().iter().all(|group| {
            let first = group.first().and_then(text);
            group.iter().all(|id| text(id) == first)
        })
    }

    /// The matters of a code.
    pub(super) fn get(&self, code: &str) -> &[MatterId] {
        let range = self.range(hash(self.seed, code));
        self.ids.get(range).unwrap_or(&[])
    }

    /// The matters of each code.
    pub(super) fn groups(&self) -> Vec<&[MatterId]> {
        let mut rest = &**self.ids;
        let mut groups = Vec::new();
        for hashes in self.hashes.chunk_by(|left, right| left == right) {
            let (group, after) = rest.split_at(hashes.len());
            groups.push(group);
            rest = after;
        }
        groups
    }

    /// Gives a matter another code in place of the one it had.
    pub(super) fn replace(&mut self, id: MatterId, (old, new): (Option<&str>, Option<&str>)) {
        if old == new {
            return;
        }
        let (hashes, ids) = (
            Arc::make_mut(&mut self.hashes),
            Arc::make_mut(&mut self.ids),
        );
        if let Some(old) = old
            && let Ok(place) = place(hashes, ids, (hash(self.seed, old), id))
        {
            hashes.remove(place);
            ids.remove(place);
        }
        if let Some(new) = new {
            let hash = hash(self.seed, new);
            let (Ok(place) | Err(place)) = place(hashes, ids, (hash, id));
            hashes.insert(place, hash);
            ids.insert(place, id);
        }
    }

    /// As bytes, which [`Codes::read`] takes.
    pub(super) fn pack(&self, bytes: &mut Vec<u8>) {
        for number in [self.seed, probe(self.seed), self.hashes.len() as u64] {
            bytes.extend(number.to_le_bytes());
        }
        let hashes = self.hashes.iter();
        bytes.extend(hashes.flat_map(|hash| hash.to_le_bytes()));
        let ids = self.ids.iter();
        bytes.extend(ids.flat_map(|id| id.0.to_le_bytes()));
    }

    /// Takes codes off the start of bytes; `None` if these were packed where numbers are made otherwise.
    pub(super) fn read(bytes: &mut &[u8]) -> Option<Codes> {
        let mut number = || Some(u64::from_le_bytes(bytes.split_off(..8)?.try_into().ok()?));
        let (seed, known, count) = (number()?, number()?, usize::try_from(number()?).ok()?);
        if known != probe(seed) {
            return None;
        }
        let (hashes, _) = bytes.split_off(..count.checked_mul(8)?)?.as_chunks();
        let (ids, _) = bytes.split_off(..count.checked_mul(4)?)?.as_chunks();
        let hashes = hashes.iter().map(|bytes| u64::from_le_bytes(*bytes));
        let ids = ids.iter().map(|bytes| MatterId(u32::from_le_bytes(*bytes)));
        Some(Codes {
            seed,
            hashes: Arc::new(hashes.collect()),
            ids: Arc::new(ids.collect()),
        })
    }

    /// Whether every matter in it has a number below this one.
    pub(super) fn are_below(&self, many: usize) -> bool {
        self.ids.iter().all(|id| id.number() < many)
    }

    fn range(&self, hash: u64) -> Range<usize> {
        let start = self.hashes.partition_point(|known| *known < hash);
        let rest = self.hashes.get(start..).unwrap_or(&[]);
        start..start + rest.iter().take_while(|known| **known == hash).count()
    }
}

fn hash(seed: u64, code: &str) -> u64 {
    FixedState::with_seed(seed).hash_one(code)
}

/// Tells whether numbers are made here as they were elsewhere.
fn probe(seed: u64) -> u64 {
    hash(seed, "000131002000")
}

fn place(hashes: &[u64], ids: &[MatterId], wanted: (u64, MatterId)) -> Result<usize, usize> {
    let start = hashes.partition_point(|known| *known < wanted.0);
    let group = hashes.get(start..).unwrap_or(&[]);
    let count = group.iter().take_while(|known| **known == wanted.0).count();
    let group = ids.get(start..start + count).unwrap_or(&[]);
    let found = group.binary_search(&wanted.1);
    found
        .map(|place| start + place)
        .map_err(|place| start + place)
}
