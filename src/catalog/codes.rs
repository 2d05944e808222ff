//! Which matters have which code: two rows of numbers, so that a catalog of any size is looked up and copied
//! fast.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::catalog::{Matter, MatterId};

/// 编码索引: matters by a code, those of one code in the order of their numbers.
#[derive(Clone, Debug)]
pub(super) struct Codes {
    state: RandomState,
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
        loop {
            let codes = Codes::with(RandomState::default(), matters, code);
            // Two codes of one number are as good as impossible, and one code must never stand for another.
            if codes.are_told_apart(matters, code) {
                return codes;
            }
        }
    }

    fn with(state: RandomState, matters: &[Matter], code: Code) -> Codes {
        let numbered = matters.iter().enumerate();
        let mut sorted: Vec<(u64, MatterId)> = numbered
            .filter_map(|(place, matter)| Some((state.hash_one(code(matter)?), MatterId(place))))
            .collect();
        sorted.sort_unstable();
        let (hashes, ids) = sorted.into_iter().unzip();
        Codes {
            state,
            hashes: Arc::new(hashes),
            ids: Arc::new(ids),
        }
    }

    fn are_told_apart(&self, matters: &[Matter], code: Code) -> bool {
        let text = |id: &MatterId| matters.get(id.0).and_then(code);
        self.groups().iter().all(|group| {
            let first = group.first().and_then(text);
            group.iter().all(|id| text(id) == first)
        })
    }

    /// The matters of a code.
    pub(super) fn get(&self, code: &str) -> &[MatterId] {
        let range = self.range(self.state.hash_one(code));
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
            && let Ok(place) = place(hashes, ids, (self.state.hash_one(old), id))
        {
            hashes.remove(place);
            ids.remove(place);
        }
        if let Some(new) = new {
            let hash = self.state.hash_one(new);
            let (Ok(place) | Err(place)) = place(hashes, ids, (hash, id));
            hashes.insert(place, hash);
            ids.insert(place, id);
        }
    }

    fn range(&self, hash: u64) -> Range<usize> {
        let start = self.hashes.partition_point(|known| *known < hash);
        let rest = self.hashes.get(start..).unwrap_or(&[]);
        start..start + rest.iter().take_while(|known| **known == hash).count()
    }
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
