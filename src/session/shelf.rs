//! A large catalog opened without reading its matters: what they are about is kept from last time, and a
//! matter is read when more is asked of it.
//!
//! The index is one file in the user's cache folder. It is believed at once, so that one can begin to look
//! around, and set right by [`Shelf::stale`], which asks the file system about every file. An index that is
//! damaged, cut short, of another version or of another catalog is as good as none.

use std::ops::Range;
use std::sync::Arc;

use foldhash::HashSet;
use rayon::prelude::*;

use crate::catalog::{Catalog, Facts, File, FileKind, Reader};
use crate::session::on_disk;
use crate::store::{Cache, Pieces, Root, Stamp, StoreError};

/// Catalogs of fewer matters are read whole, which takes no time.
pub(super) const LARGE: usize = if cfg!(test) { 1 } else { 5_000 };

const NAME: &str = "index";
/// The version of the index; another one is not understood.
const MAGIC: &[u8; 16] = b"mulu index 2\n\0\0\0";
/// Bytes of a number.
const NUMBER: usize = size_of::<u64>();
/// Bytes before the table of parts: the version, a sum of the table, and how many parts there are.
const HEAD: usize = MAGIC.len() + 2 * NUMBER;
/// So many files make a part of the index.
const LOT: usize = 4_096;

/// 馆藏: what the index says of each matter, by path.
#[derive(Debug)]
pub(super) struct Shelf {
    lots: Vec<Arc<Vec<u8>>>,
    /// When the index was written, by the clock of the file system.
    written: i64,
}

/// A catalog as its index has it.
pub(super) struct Shelved {
    pub(super) shelf: Shelf,
    pub(super) matters: Vec<Arc<File>>,
    /// As [`Catalog::with_ties`] takes them.
    pub(super) ties: Vec<u8>,
}

/// What has become of the files since.
#[derive(Debug, Default)]
pub(super) struct Stale {
    /// Changed or new, and how they lie on disk now; by path.
    pub(super) changed: Vec<(Box<str>, Stamp)>,
    /// No longer there, by path.
    pub(super) gone: Vec<Box<str>>,
}

impl Shelf {
    /// The matters of a catalog as its index has them; `None` without an index.
    pub(super) fn open(root: &Root) -> Option<Shelved> {
        let pieces = Cache::of(root, NAME)?.pieces()?;
        let written = pieces.stamp().modified;
        let parts = parts(&pieces)?;
        let (ties, lots) = parts.split_first()?;
        let reader = reader(root);
        let lot = |part: &Part| {
            let lot = Arc::new(part.read(&pieces)?);
            let matters: Vec<Arc<File>> = entries(&lot)
                .filter_map(|entry| entry.file(&lot, &reader))
                .collect();
            Some((lot, matters))
        };
        let (ties, lots) = rayon::join(
            || ties.read(&pieces),
            || lots.par_iter().map(lot).collect::<Option<Vec<_>>>(),
        );
        let (lots, matters): (Vec<_>, Vec<_>) = lots?.into_iter().unzip();
        Some(Shelved {
            shelf: Shelf { lots, written },
            matters: matters.concat(),
            ties: ties?,
        })
    }

    /// Which matters are not as they were.
    pub(super) fn stale(&self, root: &Root) -> Result<Stale, StoreError> {
        let mut stale = Stale::default();
        let mut then = self.entries().peekable();
        root.each_stamp(&mut |path, stamp| {
            if !is_matter(path) {
                return;
            }
            while let Some(gone) = then.next_if(|then| then.path < path) {
                stale.gone.push(gone.path.into());
            }
            let known = then.next_if(|then| then.path == path);
            if known.is_none_or(|known| !self.is_sure(known.stamp) || known.stamp != stamp) {
                stale.changed.push((path.into(), stamp));
            }
        })?;
        stale.gone.extend(then.map(|gone| gone.path.into()));
        Ok(stale)
    }

    /// How all matters lie on disk now, by path.
    pub(super) fn stamps<'s>(&'s self, stale: &'s Stale) -> Vec<(&'s str, Stamp)> {
        let changed = stale.changed.iter().map(|(path, stamp)| (&**path, *stamp));
        let gone = stale.gone.iter().map(|path| &**path);
        let others: HashSet<&str> = changed.clone().map(|(path, _)| path).chain(gone).collect();
        let as_then = self.entries().map(|then| (then.path, then.stamp));
        let as_then = as_then.filter(|(path, _)| !others.contains(path));
        let mut stamps: Vec<(&str, Stamp)> = as_then.chain(changed).collect();
        stamps.sort_unstable_by_key(|(path, _)| *path);
        stamps
    }

    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.lots.iter().flat_map(|lot| entries(lot))
    }

    /// A file changed once more within the grain of the clock would look the same.
    fn is_sure(&self, stamp: Stamp) -> bool {
        stamp.modified < self.written - Stamp::GRAIN
    }
}

/// Keeps an index of a catalog's matters for the next time. Left out are those that are not on disk, or are
/// there otherwise than they stand in the catalog.
pub(super) fn keep(
    root: &Root,
    catalog: &Catalog,
    stamps: &[(impl AsRef<str>, Stamp)],
    is_ours: &dyn Fn(&str) -> bool,
) -> Result<(), StoreError> {
    let Some(cache) = Cache::of(root, NAME).filter(|_| stamps.len() >= LARGE) else {
        return Ok(());
    };
    let matters = catalog.files().iter().filter(|file| is_matter(&file.path));
    let many = matters.clone().count();
    let mut matters = matters.peekable();
    let mut kept = Vec::with_capacity(stamps.len());
    for (path, stamp) in stamps.iter().map(|(path, stamp)| (path.as_ref(), stamp)) {
        while matters.next_if(|file| *file.path < *path).is_some() {}
        if let Some(file) = matters.next_if(|file| *file.path == *path && !is_ours(path)) {
            kept.push((file, *stamp));
        }
    }
    let ties = if kept.len() == many {
        catalog.pack_ties()
    } else {
        Vec::new()
    };
    cache.write(&packed(ties, &kept))
}

/// Whether a matter lies at a path.
pub(super) fn is_matter(path: &str) -> bool {
    matches!(FileKind::of(path), FileKind::Base | FileKind::Local)
}

/// How the matters of a catalog are read one by one.
pub(super) fn reader(root: &Root) -> Reader {
    let root = root.clone();
    // What is gone says nothing; that it is gone is noticed elsewhere.
    Reader::new(move |path| on_disk(&root, path).ok().flatten().unwrap_or_default())
}

/// A part of the index: where it lies, and the sum of it.
struct Part {
    range: Range<u64>,
    sum: u64,
}

impl Part {
    /// What it says; `None` if it is not whole.
    fn read(&self, pieces: &Pieces) -> Option<Vec<u8>> {
        let bytes = pieces.read(self.range.clone())?;
        (sum(&bytes) == self.sum).then_some(bytes)
    }
}

/// The parts of the index, if its table is whole.
fn parts(pieces: &Pieces) -> Option<Vec<Part>> {
    let head = pieces.read(0..HEAD as u64)?;
    let mut rest = head.strip_prefix(MAGIC)?;
    let (known, count) = (number(&mut rest)?, number(&mut rest)?);
    let mut start = count
        .checked_mul(2 * NUMBER as u64)?
        .checked_add(HEAD as u64)?;
    let table = pieces.read(HEAD as u64..start)?;
    if known != sum(&table) {
        return None;
    }
    let mut rest = table.as_slice();
    let part = |_| {
        let range = start..start.checked_add(number(&mut rest)?)?;
        start = range.end;
        let sum = number(&mut rest)?;
        Some(Part { range, sum })
    };
    (0..count).map(part).collect()
}

/// The index: what it is, a sum of its table, the table of the parts, and the parts: ties, then lots.
fn packed(ties: Vec<u8>, files: &[(&Arc<File>, Stamp)]) -> Vec<u8> {
    let mut parts: Vec<Vec<u8>> = files.par_chunks(LOT).map(lot).collect();
    parts.insert(0, ties);
    let line = |part: &Vec<u8>| [part.len() as u64, sum(part)].map(u64::to_le_bytes);
    let table = parts.iter().map(line).collect::<Vec<_>>().concat().concat();
    let head = [sum(&table), parts.len() as u64].map(u64::to_le_bytes);
    [&MAGIC[..], &head.concat(), &table, &parts.concat()].concat()
}

fn lot(files: &[(&Arc<File>, Stamp)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (file, stamp) in files {
        let facts = file.pack();
        for number in [
            stamp.size,
            stamp.modified.cast_unsigned(),
            stamp.number,
            file.path.len() as u64,
            facts.len() as u64,
        ] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(file.path.as_bytes());
        bytes.extend(facts);
    }
    bytes
}

/// What a lot says of one file.
struct Entry<'l> {
    path: &'l str,
    stamp: Stamp,
    /// Where its facts are in the lot.
    facts: Range<usize>,
}

impl Entry<'_> {
    fn file(&self, lot: &Arc<Vec<u8>>, reader: &Reader) -> Option<Arc<File>> {
        let facts = Facts::read(lot, self.facts.clone())?;
        Some(Arc::new(File::packed(self.path, facts, reader.clone())))
    }
}

fn entries(lot: &[u8]) -> impl Iterator<Item = Entry<'_>> {
    let mut rest = lot;
    std::iter::from_fn(move || {
        let mut next = || number(&mut rest);
        let (size, modified, number) = (next()?, next()?, next()?);
        let stamp = Stamp {
            size,
            modified: modified.cast_signed(),
            number,
        };
        let (path, facts) = (
            usize::try_from(next()?).ok()?,
            usize::try_from(next()?).ok()?,
        );
        let path = std::str::from_utf8(rest.split_off(..path)?).ok()?;
        let start = lot.len() - rest.len();
        rest.split_off(..facts)?;
        Some(Entry {
            path,
            stamp,
            facts: start..start + facts,
        })
    })
}

/// Takes a number off the start.
fn number(bytes: &mut &[u8]) -> Option<u64> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u64::from_le_bytes(*number))
}

/// A sum that tells a damaged index, eight bytes at a time.
fn sum(bytes: &[u8]) -> u64 {
    let mut words = bytes.chunks_exact(8);
    let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(0x517C_C1B7_2722_0A95);
    let word = |word: &[u8]| word.try_into().map_or(0, u64::from_le_bytes);
    let sum = words
        .by_ref()
        .fold(bytes.len() as u64, |sum, bytes| mix(sum, word(bytes)));
    let rest = words.remainder().iter();
    rest.fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}
