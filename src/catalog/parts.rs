//! Work on all matters of a catalog that is too large to be read whole: some at a time, each with those it
//! follows, and what was read for them is let go of again.

use rayon::prelude::*;

use crate::catalog::{Catalog, Floor, MatterId};

/// About so many matters are read at a time: what is read of them, several KB each, is held as long as the part.
/// Of a small part the next one gets the memory while it is still at hand; a large one would let it go to the
/// system and ask for it anew.
const PART: usize = 256;

impl Catalog {
    /// Does some work on all matters, part by part, and gives what came of each. A part is handed over with the
    /// catalog to look at it in, which has what the matters of the part follow at hand; matters have the same
    /// numbers there. A catalog that is held whole is one part.
    pub fn by_parts<T: Send>(&self, work: impl Fn(&Catalog, &[MatterId]) -> T + Sync) -> Vec<T> {
        if self.matters().any(|(_, matter)| matter.file.is_packed()) {
            let one = |part: &Vec<MatterId>| work(&self.afresh(part), part);
            // No more parts are begun than there are threads: one that waits would take up another meanwhile.
            let at_once = rayon::current_num_threads();
            let parts = self.parts();
            let some = parts.chunks(at_once);
            return some
                .flat_map(|some| some.par_iter().map(one).collect::<Vec<_>>())
                .collect();
        }
        let all: Vec<MatterId> = self.matters().map(|(id, _)| id).collect();
        vec![work(self, &all)]
    }

    /// All matters, those of one base code in one part.
    fn parts(&self) -> Vec<Vec<MatterId>> {
        let mut parts = vec![Vec::with_capacity(PART)];
        let mut is_placed = vec![false; self.matters().len()];
        let families = self.families();
        let alone = self.matters().map(|(id, _)| vec![id]);
        for family in families.into_iter().chain(alone) {
            let is_full = parts.last().is_some_and(|part| part.len() >= PART);
            if is_full {
                parts.push(Vec::with_capacity(PART));
            }
            let Some(part) = parts.last_mut() else { break };
            for id in family {
                if let Some(is_placed) = is_placed
                    .get_mut(id.number())
                    .filter(|is_placed| !**is_placed)
                {
                    *is_placed = true;
                    part.push(id);
                }
            }
        }
        parts
    }

    /// The matters of each base code that is taken up: the base matter, then the local ones.
    fn families(&self) -> Vec<Vec<MatterId>> {
        let family = |locals: &[MatterId]| {
            let code = locals
                .first()
                .and_then(|local| self.matter(*local).base_code());
            let bases = code.map_or(&[][..], |code| self.by_code(code.value));
            let is_base = |id: &&MatterId| self.matter(**id).floor == Floor::Base;
            bases
                .iter()
                .filter(is_base)
                .chain(locals)
                .copied()
                .collect()
        };
        self.claimed_together().into_iter().map(family).collect()
    }
}
