//! Opening a catalog for someone who looks around in it: a large one is held in what it is about, and is
//! there before its files have been looked at.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, Facts, File, Reader};
use crate::session::kept::{Other, Seen};
use crate::session::shelf::{LARGE, Shelf, Shelved, keep, reader};
use crate::session::{Session, SessionError, document, is_matter, parse};
use crate::store::{BlobId, RawFile, Root, StoreError, now};
use crate::yaml;

type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);

impl Session {
    /// Opens the catalog at a root as it was last seen; [`Session::catch_up`] sets it right. One that was
    /// never seen, or is small, is read.
    pub fn resume(root: Root, progress: Progress<'_>) -> Result<Session, SessionError> {
        let started = now();
        let (standard, opened) = rayon::join(
            || Ok::<_, SessionError>(Standard::with_files(&root.read_schemas()?)?),
            || match Shelf::open(&root) {
                Some(shelved) => with_registers(&root, shelved),
                None => read(&root, progress).map(Source::Disk),
            },
        );
        let standard = Arc::new(standard?);
        let (shelf, catalog) = match opened? {
            Source::Index(Shelved {
                shelf,
                matters,
                ties,
            }) => (Some(shelf), Catalog::with_ties(standard, matters, &ties)),
            Source::Disk(read) => {
                let matters = read.matters();
                let catalog = Catalog::new(standard, read.files);
                // Without an index the next start only takes longer.
                let _ = keep(&root, &catalog, &matters, started);
                (None, catalog)
            }
        };
        Ok(Session {
            shelf,
            ..Session::whole(root, catalog)
        })
    }

    /// Whether the catalog is shown as it was last seen, and must still be set right.
    pub fn is_unsure(&self) -> bool {
        self.shelf.is_some()
    }

    /// Sets a catalog right that was opened as it was last seen, and keeps what it is about for the next
    /// time; says which files are not as they were. What is unsaved stays as it is.
    pub fn catch_up(&mut self) -> Result<Vec<Box<str>>, SessionError> {
        let Some(then) = self.shelf.take() else {
            return Ok(Vec::new());
        };
        let looked = now();
        let stale = then.stale(&self.root)?;
        let saved = &self.saved;
        let is_ours = |path: &str| saved.contains_key(path);
        let reader = reader(&self.root);
        let fresh = |path: &str| read_again(&self.root, path, &reader).transpose();
        let changed = stale.changed.par_iter().filter(|path| !is_ours(path));
        let changed: Vec<Seen> = changed
            .filter_map(|path| fresh(path))
            .collect::<Result<_, _>>()?;
        let gone = stale.gone.iter().map(|path| &**path);
        let gone: Vec<&str> = gone.filter(|path| !is_ours(path)).collect();
        let paths = changed.iter().map(|seen| seen.file.path.clone());
        let paths: Vec<Box<str>> = paths
            .chain(gone.iter().map(|path| Box::from(*path)))
            .collect();
        if !paths.is_empty() {
            let files = changed.iter().map(|seen| Arc::clone(&seen.file));
            self.catalog = Arc::new(self.catalog.with_files(files.collect(), &gone));
            then.keep(&self.root, (&self.catalog, &changed), looked, &is_ours)?;
        }
        Ok(paths)
    }
}

/// Where a catalog comes from.
enum Source {
    /// Its index, with everything that is no matter beside the matters.
    Index(Shelved),
    /// Its files.
    Disk(Read),
}

/// Everything that is no matter, read, beside the matters.
fn with_registers(root: &Root, mut shelved: Shelved) -> Result<Source, SessionError> {
    let open = |raw: RawFile, _| Arc::new(parse(raw));
    let is_wanted = |path: &str| !matches!(path, "base" | "local");
    let registers = root.read_files_where(yaml::MAX_BYTES as u64, &is_wanted, &open)?;
    shelved.matters.extend(registers);
    Ok(Source::Index(shelved))
}

/// 通读: every file of a catalog, by path, and how each lay on disk.
pub(super) struct Read {
    pub(super) files: Vec<Arc<File>>,
    seen: Vec<Seen>,
}

impl Read {
    /// The files where matters should be.
    pub(super) fn matters(&self) -> Vec<Seen> {
        let matters = self.seen.iter();
        let matters = matters.filter(|seen| is_matter(&seen.file.path));
        matters.cloned().collect()
    }

    /// The others.
    pub(super) fn others(&self) -> Vec<Other> {
        let others = self.seen.iter();
        let others = others.filter(|seen| !is_matter(&seen.file.path));
        let other = |seen: &Seen| Other {
            path: seen.file.path.to_string(),
            stamp: seen.stamp,
            id: seen.id,
            is_whole: seen.file.is_whole(),
        };
        others.map(other).collect()
    }
}

/// Every file, read; the matters of a large catalog are let go of again, all but what they are about.
pub(super) fn read(root: &Root, progress: Progress<'_>) -> Result<Read, SessionError> {
    let done = AtomicUsize::new(0);
    let reader = reader(root);
    let open = |raw: RawFile, total: usize| {
        let seen = seen(raw, |path| total >= LARGE && is_matter(path), &reader);
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        seen
    };
    let mut seen: Vec<Seen> = root.read_files(yaml::MAX_BYTES as u64, &open)?;
    seen.sort_unstable_by(|left, right| left.file.path.cmp(&right.file.path));
    let files = seen.iter().map(|seen| Arc::clone(&seen.file)).collect();
    Ok(Read { files, seen })
}

fn seen(raw: RawFile, is_packed: impl Fn(&str) -> bool, reader: &Reader) -> Seen {
    let (stamp, id) = (raw.stamp, BlobId::of(&raw.content));
    let file = File::new(&raw.path, document(raw.content));
    let file = if is_packed(&raw.path) {
        pack(&file, reader)
    } else {
        file
    };
    Seen {
        file: Arc::new(file),
        stamp,
        id,
    }
}

fn pack(file: &File, reader: &Reader) -> File {
    let bytes = Arc::new(file.pack());
    let end = bytes.len();
    match Facts::read(&bytes, 0..end) {
        Some(facts) => File::packed(&file.path, facts, reader.clone()),
        None => file.clone(),
    }
}

/// A matter as it is on disk now; `None` if it is gone again.
fn read_again(root: &Root, path: &str, reader: &Reader) -> Result<Option<Seen>, StoreError> {
    let raw = root.read_raw(path, yaml::MAX_BYTES as u64)?;
    Ok(raw.map(|raw| seen(raw, |_| true, reader)))
}
