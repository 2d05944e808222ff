//! A large catalog opened without reading its matters: what they are about is kept from last time, and a
//! matter is read when more is asked of it.
//!
//! The index is one file in the user's cache folder. It is believed at once, so that one can begin to look
//! around, and set right by [`Shelf::stale`], which asks the file system about every file. An index that is
//! damaged, cut short, of another version or of another catalog is as good as none.

use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::{Facts, File, FileKind, Reader};
use crate::session::on_disk;
use crate::store::{Cache, Root, Stamp, StoreError};

/// Catalogs of fewer matters are read whole, which takes no time.
pub(super) const LARGE: usize = if cfg!(test) { 1 } else { 5_000 };

const NAME: &str = "index";
/// The version of the index; another one is not understood.
const MAGIC: &[u8; 16] = b"mulu index 1\n\0\0\0";
/// So many files are read from the index in one go.
const LOT: usize = 4_096;

/// 馆藏: how each file lay on disk when it was read, by path.
#[derive(Debug)]
pub(super) struct Shelf {
    pub(super) stamps: Vec<(Box<str>, Stamp)>,
}

/// What has become of the files since.
#[derive(Debug, Default)]
pub(super) struct Stale {
    /// Changed or new.
    pub(super) changed: Vec<Box<str>>,
    /// No longer there.
    pub(super) gone: Vec<Box<str>>,
}

impl Shelf {
    /// The matters of a catalog as its index has them; `None` without an index.
    pub(super) fn open(root: &Root) -> Option<(Shelf, Vec<Arc<File>>)> {
        let (bytes, written) = Cache::of(root, NAME)?.read()?;
        let bytes = Arc::new(bytes);
        let lots = lots(&bytes)?;
        let reader = reader(root);
        let read = |lot: &(usize, usize)| entries(&bytes, *lot, &reader, written);
        let read: Option<Vec<_>> = lots.par_iter().map(read).collect();
        let (files, stamps) = read?.into_iter().flatten().unzip();
        Some((Shelf { stamps }, files))
    }

    /// Which matters are not as they were.
    pub(super) fn stale(&self, root: &Root) -> Result<(Stale, Shelf), StoreError> {
        let now: Vec<(Box<str>, Stamp)> = root
            .stamps()?
            .into_iter()
            .filter(|(path, _)| is_matter(path))
            .map(|(path, stamp)| (path.into(), stamp))
            .collect();
        let mut stale = Stale::default();
        let mut then = self.stamps.iter().peekable();
        for (path, stamp) in &now {
            while let Some((gone, _)) = then.next_if(|(then, _)| then < path) {
                stale.gone.push(gone.clone());
            }
            let known = then.next_if(|(then, _)| then == path);
            if known.is_none_or(|(_, known)| known != stamp) {
                stale.changed.push(path.clone());
            }
        }
        stale.gone.extend(then.map(|(gone, _)| gone.clone()));
        Ok((stale, Shelf { stamps: now }))
    }

    /// Keeps an index of the matters for the next time, from files in the order of their paths; what is not of
    /// this shelf is left out.
    pub(super) fn keep(&self, root: &Root, files: &[Arc<File>]) -> Result<(), StoreError> {
        let Some(cache) = Cache::of(root, NAME).filter(|_| self.stamps.len() >= LARGE) else {
            return Ok(());
        };
        let mut files = files.iter().filter(|file| is_matter(&file.path)).peekable();
        let mut kept = Vec::new();
        for (path, stamp) in &self.stamps {
            while files.next_if(|file| file.path < *path).is_some() {}
            if let Some(file) = files.next_if(|file| file.path == *path) {
                kept.push((file, *stamp));
            }
        }
        cache.write(&packed(&kept))
    }
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

/// The index: what it is, a sum of the rest, where each lot begins, and the lots.
fn packed(files: &[(&Arc<File>, Stamp)]) -> Vec<u8> {
    let lots: Vec<Vec<u8>> = files.par_chunks(LOT).map(lot).collect();
    let mut rest = (lots.len() as u64).to_le_bytes().to_vec();
    for lot in &lots {
        rest.extend((lot.len() as u64).to_le_bytes());
    }
    rest.extend_from_slice(&lots.concat());
    let sum = sum(&rest).to_le_bytes();
    [&MAGIC[..], &sum, &rest].concat()
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

/// Where each lot begins, if the index is whole.
fn lots(bytes: &[u8]) -> Option<Vec<(usize, usize)>> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (known, rest) = number(rest)?;
    if known != sum(rest) {
        return None;
    }
    let (count, mut rest) = number(rest)?;
    let mut lengths = Vec::new();
    for _ in 0..count {
        let (length, after) = number(rest)?;
        lengths.push(usize::try_from(length).ok()?);
        rest = after;
    }
    let mut start = bytes.len() - rest.len();
    let lot = |length: usize| {
        let lot = (start, start + length);
        start += length;
        lot
    };
    Some(lengths.into_iter().map(lot).collect())
}

type Entry = (Arc<File>, (Box<str>, Stamp));

fn entries(
    bytes: &Arc<Vec<u8>>,
    (start, end): (usize, usize),
    reader: &Reader,
    written: Stamp,
) -> Option<Vec<Entry>> {
    let mut entries = Vec::with_capacity(LOT);
    let mut at = start;
    while at < end {
        let (head, rest) = head(bytes.get(at..end)?)?;
        let [size, modified, number, path, facts] = head;
        let (path, facts) = (usize::try_from(path).ok()?, usize::try_from(facts).ok()?);
        let text = std::str::from_utf8(rest.get(..path)?).ok()?;
        let begin = end - rest.len() + path;
        at = begin.checked_add(facts).filter(|at| *at <= end)?;
        let stamp = Stamp {
            size,
            modified: modified.cast_signed(),
            number,
        };
        // A file changed once more within the grain of the clock would look the same.
        let is_sure = stamp.modified < written.modified - Stamp::GRAIN;
        let stamp = if is_sure { stamp } else { Stamp::default() };
        let facts = Facts::read(bytes, begin..at)?;
        let file = File::packed(text, facts, reader.clone());
        entries.push((Arc::new(file), (text.into(), stamp)));
    }
    Some(entries)
}

fn head(bytes: &[u8]) -> Option<([u64; 5], &[u8])> {
    let mut head = [0; 5];
    let mut rest = bytes;
    for place in &mut head {
        (*place, rest) = number(rest)?;
    }
    Some((head, rest))
}

fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u64::from_le_bytes(*number), rest))
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
