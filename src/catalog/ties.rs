//! Who follows whom, as bytes: finding it out takes longer than reading a large catalog's index.

use std::sync::Arc;

use crate::catalog::codes::Codes;
use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, MatterId};
use crate::text::Digest;

/// What stands for no upper matter.
const NONE: u32 = u32::MAX;

impl Catalog {
    /// The ties between its matters, as [`Catalog::with_ties`] takes them.
    pub fn pack_ties(&self) -> Vec<u8> {
        let mut bytes = self.ground().to_vec();
        for upper in self.uppers.iter() {
            bytes.extend(upper.map_or(NONE, |id| id.0).to_le_bytes());
        }
        self.codes.pack(&mut bytes);
        self.claims.pack(&mut bytes);
        bytes
    }

    /// The catalog of the same matters over the same divisions, with the ties found before. Of other ones, or
    /// with ties that are not to be understood, they are found anew.
    pub fn with_ties(standard: Arc<Standard>, files: Vec<Arc<File>>, ties: &[u8]) -> Catalog {
        let mut catalog = Catalog::untied(standard, files);
        match catalog.tied(ties) {
            Some((uppers, codes, claims)) => {
                (catalog.uppers, catalog.codes, catalog.claims) = (Arc::new(uppers), codes, claims);
                catalog
            }
            None => Catalog::new(catalog.standard, Arc::unwrap_or_clone(catalog.files)),
        }
    }

    fn tied(&self, ties: &[u8]) -> Option<(Vec<Option<MatterId>>, Codes, Codes)> {
        let mut rest = ties.strip_prefix(&self.ground())?;
        let many = self.matters.len();
        let (uppers, _) = rest.split_off(..many.checked_mul(4)?)?.as_chunks();
        let uppers = uppers.iter().map(|bytes| u32::from_le_bytes(*bytes));
        let upper = |number| (number != NONE).then_some(MatterId(number));
        let uppers: Vec<Option<MatterId>> = uppers.map(upper).collect();
        let (codes, claims) = (Codes::read(&mut rest)?, Codes::read(&mut rest)?);
        let are_there = uppers.iter().flatten().all(|id| id.number() < many);
        let are_there = are_there && codes.are_below(many) && claims.are_below(many);
        are_there.then_some((uppers, codes, claims))
    }

    /// What ties hang on besides what the matters say: how many there are, and which division lies in which.
    fn ground(&self) -> [u8; 16] {
        let divisions = self.registers.divisions.iter();
        let digest = divisions.fold(Digest::new(), |digest, division| {
            let parent = division.parent.as_deref();
            let digest = digest.with(division.code.as_bytes());
            digest.with(parent.map_or(&[], str::as_bytes))
        });
        let mut ground = [0; 16];
        let (many, divisions) = ground.split_at_mut(8);
        many.copy_from_slice(&(self.matters.len() as u64).to_le_bytes());
        divisions.copy_from_slice(&digest.number().to_le_bytes());
        ground
    }
}
