//! What is known of a catalog from last time, and what is otherwise now.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::{File, FileKind, Reader};
use crate::session::kept::index::{Ground, Index, Other, Seen, Shelves};
use crate::session::kept::rows::{Moved, Row};
use crate::session::shelf::reader;
use crate::session::since::Change;
use crate::session::{SessionError, document};
use crate::store::{BlobId, Content, Root, Stamp};
use crate::yaml;

/// If more files changed, all is checked anew.
const MOST: usize = 5_000;
/// A file that is not as it was, read.
pub(super) struct Fresh {
    pub(super) row: Option<u32>,
    pub(super) seen: Seen,
}

/// What is known from last time, and what is otherwise now.
pub(super) struct Then<'i> {
    pub(super) index: &'i Index,
    pub(super) rows: &'i [Row<'i>],
    pub(super) ground: &'i Ground,
    /// How files lie now that lay otherwise and are the same.
    pub(super) moved: HashMap<u32, Stamp>,
    pub(super) reader: Reader,
    /// The matters that are changed or new, by path.
    pub(super) fresh: Vec<Fresh>,
    /// The rows of those that are no longer there.
    pub(super) gone: Vec<u32>,
    /// Everything that is no matter, as it is now.
    pub(super) others: Vec<Other>,
}

/// A file that may have changed, looked at.
struct Looked<'m> {
    row: Option<u32>,
    path: &'m str,
    stamp: Stamp,
    id: BlobId,
    /// What is in it; `None` if that is what was in it.
    content: Option<Content>,
}

impl<'m> Looked<'m> {
    fn at(
        root: &Root,
        rows: &[Row<'_>],
        (row, path): &'m (Option<u32>, String),
    ) -> Result<Option<Looked<'m>>, SessionError> {
        let Some(raw) = root.read_raw(path, yaml::MAX_BYTES as u64)? else {
            return Ok(None);
        };
        let id = BlobId::of(&raw.content);
        let known = row.and_then(|row| rows.get(row as usize));
        let is_same = known.is_some_and(|known| known.id == id);
        Ok(Some(Looked {
            row: *row,
            path,
            stamp: raw.stamp,
            id,
            content: (!is_same).then_some(raw.content),
        }))
    }

    fn fresh(self) -> Option<Fresh> {
        let file = Arc::new(File::new(self.path, document(self.content?)));
        Some(Fresh {
            row: self.row,
            seen: Seen {
                file,
                stamp: self.stamp,
                id: self.id,
            },
        })
    }
}

impl<'i> Then<'i> {
    /// Reads what may have changed; `None` if that is too much.
    pub(super) fn read(
        root: &Root,
        (index, rows, ground): (&'i Index, &'i [Row<'i>], &'i Ground),
        moved: &Moved,
        others: &[(String, Stamp)],
    ) -> Result<Option<Then<'i>>, SessionError> {
        let doubtful = moved.doubtful.par_iter();
        let looked = doubtful.map(|doubtful| Looked::at(root, rows, doubtful));
        let looked: Vec<Option<Looked<'_>>> = looked.collect::<Result<_, _>>()?;
        // What went meanwhile is gone as well.
        let went = moved.doubtful.iter().zip(&looked);
        let went = went.filter_map(|((row, ..), looked)| row.filter(|_| looked.is_none()));
        let gone = moved.gone.iter().copied().chain(went).collect();
        let looked: Vec<Looked<'_>> = looked.into_iter().flatten().collect();
        let (same, changed): (Vec<_>, Vec<_>) = looked
            .into_iter()
            .partition(|looked| looked.content.is_none());
        if changed.len() > MOST {
            return Ok(None);
        }
        let same = same.iter();
        let same = same.filter_map(|looked| Some((looked.row?, looked.stamp)));
        let fresh = changed.into_par_iter().filter_map(Looked::fresh);
        let others = self::others(root, ground, others)?;
        Ok(Some(Then {
            fresh: fresh.collect(),
            gone,
            moved: same.collect(),
            reader: reader(root),
            index,
            rows,
            ground,
            others,
        }))
    }

    /// Whether nothing is otherwise than last time.
    pub(super) fn is_same(&self) -> bool {
        let is_known = |other: &Other| self.known(other).is_some_and(|known| known.id == other.id);
        self.fresh.is_empty()
            && self.gone.is_empty()
            && self.others.len() == self.ground.others.len()
            && self.others.iter().all(is_known)
    }

    /// Whether what changed may tell on any matter.
    pub(super) fn is_far(&self) -> bool {
        let is_register = |path: &str| {
            matches!(
                FileKind::of(path),
                FileKind::Manifest | FileKind::Divisions | FileKind::Bodies | FileKind::Laws
            )
        };
        let ids = |others: &[Other]| -> BTreeMap<String, BlobId> {
            let registers = others.iter().filter(|other| is_register(&other.path));
            registers
                .map(|other| (other.path.clone(), other.id))
                .collect()
        };
        ids(&self.others) != ids(&self.ground.others)
    }

    /// What was known of a file that is no matter.
    pub(super) fn known(&self, other: &Other) -> Option<&Other> {
        self.ground
            .others
            .iter()
            .find(|known| known.path == other.path)
    }

    /// The matters that changed, came or went, before and now. Of what was before only the facts are known.
    pub(super) fn changes(&self, shelves: &mut Shelves<'_>) -> Option<Vec<Change>> {
        let mut changes = Vec::new();
        for fresh in &self.fresh {
            let before = match fresh.row {
                Some(row) => Some(self.before(row, shelves)?),
                None => None,
            };
            let after = Some(Arc::clone(&fresh.seen.file));
            let path = fresh.seen.file.path.clone();
            changes.push(Change {
                path,
                before,
                after,
            });
        }
        for row in &self.gone {
            let before = self.before(*row, shelves)?;
            let path = before.path.clone();
            let before = Some(before);
            let after = None;
            changes.push(Change {
                path,
                before,
                after,
            });
        }
        Some(changes)
    }

    /// A matter as it was: what it said is known no more.
    fn before(&self, row: u32, shelves: &mut Shelves<'_>) -> Option<Arc<File>> {
        let facts = shelves.facts(row)?;
        let nothing = Reader::new(|_| yaml::Document::default());
        let path = self.rows.get(row as usize)?.path();
        Some(Arc::new(File::packed(&path, facts, nothing)))
    }

    /// The matter of a row that is as it was.
    pub(super) fn kept(&self, row: u32, shelves: &mut Shelves<'_>) -> Option<Arc<File>> {
        let facts = shelves.facts(row)?;
        let path = self.rows.get(row as usize)?.path();
        Some(Arc::new(File::packed(&path, facts, self.reader.clone())))
    }

    /// The rows that say nothing of the files there are now.
    pub(super) fn past(&self) -> HashSet<u32> {
        let fresh = self.fresh.iter().filter_map(|fresh| fresh.row);
        fresh.chain(self.gone.iter().copied()).collect()
    }

    /// The files where a matter should be and is none.
    pub(super) fn empty(&self) -> Vec<String> {
        let past = self.past();
        let is_there = |(number, _): &(u32, &Row<'_>)| !past.contains(number);
        let kept = (0..).zip(self.rows).filter(is_there);
        let kept = kept
            .filter(|(_, row)| !row.is_matter())
            .map(|(_, row)| row.path());
        let fresh = self.fresh.iter().map(|fresh| &fresh.seen.file);
        let fresh = fresh.filter(|file| !file.has_root());
        kept.chain(fresh.map(|file| file.path.to_string()))
            .collect()
    }

    /// Whether every file could be read to its end.
    pub(super) fn is_readable(&self) -> bool {
        let past = self.past();
        let is_whole = |(number, row): (u32, &Row<'_>)| past.contains(&number) || row.is_whole();
        (0..).zip(self.rows).all(is_whole)
            && self.fresh.iter().all(|fresh| fresh.seen.file.is_whole())
            && self.others.iter().all(|other| other.is_whole)
    }
}

/// Everything that is no matter, as it lies there now.
fn others(
    root: &Root,
    ground: &Ground,
    files: &[(String, Stamp)],
) -> Result<Vec<Other>, SessionError> {
    let mut others = Vec::new();
    for (path, stamp) in files {
        let known = ground.others.iter().find(|known| known.path == *path);
        let is_same = |known: &&Other| known.stamp == *stamp && stamp.is_older_than(ground.looked);
        match known.filter(is_same) {
            Some(known) => others.push(known.clone()),
            None => others.extend(other(root, path.clone())?),
        }
    }
    Ok(others)
}

fn other(root: &Root, path: String) -> Result<Option<Other>, SessionError> {
    let raw = root.read_raw(&path, yaml::MAX_BYTES as u64)?;
    Ok(raw.map(|raw| Other {
        path,
        stamp: raw.stamp,
        id: BlobId::of(&raw.content),
        is_whole: match raw.content {
            Content::Bytes(bytes) => yaml::read_bytes(&bytes).is_whole(),
            Content::TooLarge(_) => false,
        },
    }))
}
