//! Opening a catalog for someone who looks around in it: a large one is held in what it is about, and is
//! there before its files have been looked at.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, Facts, File, Reader};
use crate::change::History;
use crate::session::shelf::{LARGE, Shelf, Shelved, is_matter, keep, reader};
use crate::session::{Session, SessionError, on_disk, parse};
use crate::store::{RawFile, Root, Stamp, StoreError};
use crate::yaml;

type Progress<'p> = &'p (dyn Fn(usize, usize) + Sync);
type Stamped = (Arc<File>, (Box<str>, Stamp));

impl Session {
    /// Opens the catalog at a root as it was last seen; [`Session::catch_up`] sets it right. One that was
    /// never seen, or is small, is read.
    pub fn resume(root: Root, progress: Progress<'_>) -> Result<Session, SessionError> {
        let (standard, opened) = rayon::join(
            || Ok::<_, SessionError>(Standard::with_files(&root.read_schemas()?)?),
            || match Shelf::open(&root) {
                Some(shelved) => with_registers(&root, shelved),
                None => read(&root, progress),
            },
        );
        let standard = Arc::new(standard?);
        let (shelf, catalog) = match opened? {
            Source::Index(Shelved {
                shelf,
                matters,
                ties,
            }) => (Some(shelf), Catalog::with_ties(standard, matters, &ties)),
            Source::Disk(files, stamps) => {
                let catalog = Catalog::new(standard, files);
                // Without an index the next start only takes longer.
                let _ = keep(&root, &catalog, &stamps, &|_| false);
                (None, catalog)
            }
        };
        Ok(Session {
            root,
            catalog: Arc::new(catalog),
            history: History::default(),
            saved: std::collections::BTreeMap::new(),
            disputes: std::collections::BTreeMap::new(),
            shelf,
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
        let stale = then.stale(&self.root)?;
        let saved = &self.saved;
        let is_ours = |path: &str| saved.contains_key(path);
        let reader = reader(&self.root);
        let fresh = |path: &str| read_again(&self.root, path, &reader).transpose();
        let changed = stale.changed.par_iter().map(|(path, _)| path);
        let changed: Vec<Arc<File>> = changed
            .filter(|path| !is_ours(path))
            .filter_map(|path| fresh(path))
            .collect::<Result<_, _>>()?;
        let gone = stale.gone.iter().map(|path| &**path);
        let gone: Vec<&str> = gone.filter(|path| !is_ours(path)).collect();
        let paths = changed.iter().map(|file| file.path.clone());
        let paths: Vec<Box<str>> = paths
            .chain(gone.iter().map(|path| Box::from(*path)))
            .collect();
        if !paths.is_empty() {
            self.catalog = Arc::new(self.catalog.with_files(changed, &gone));
            keep(&self.root, &self.catalog, &then.stamps(&stale), &is_ours)?;
        }
        Ok(paths)
    }
}

/// Where a catalog comes from.
enum Source {
    /// Its index, with everything that is no matter beside the matters.
    Index(Shelved),
    /// Its files, and how they lay on disk, by path.
    Disk(Vec<Arc<File>>, Vec<(Box<str>, Stamp)>),
}

/// Everything that is no matter, read, beside the matters.
fn with_registers(root: &Root, mut shelved: Shelved) -> Result<Source, SessionError> {
    let open = |raw: RawFile, _| Arc::new(parse(raw));
    let is_wanted = |path: &str| !matches!(path, "base" | "local");
    let registers = root.read_files_where(yaml::MAX_BYTES as u64, &is_wanted, &open)?;
    shelved.matters.extend(registers);
    Ok(Source::Index(shelved))
}

/// Every file, read; the matters of a large catalog are let go of again, all but what they are about.
fn read(root: &Root, progress: Progress<'_>) -> Result<Source, SessionError> {
    let done = AtomicUsize::new(0);
    let reader = reader(root);
    let open = |raw: RawFile, total: usize| {
        let stamp = raw.stamp;
        let file = parse(raw);
        let is_packed = total >= LARGE && is_matter(&file.path);
        let file = Arc::new(if is_packed {
            pack(&file, &reader)
        } else {
            file
        });
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        (Arc::clone(&file), (file.path.clone(), stamp))
    };
    let mut stamped: Vec<Stamped> = root.read_files(yaml::MAX_BYTES as u64, &open)?;
    stamped.sort_unstable_by(|left, right| left.0.path.cmp(&right.0.path));
    let (files, stamps) = stamped.into_iter().unzip();
    Ok(Source::Disk(files, stamps))
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
fn read_again(root: &Root, path: &str, reader: &Reader) -> Result<Option<Arc<File>>, StoreError> {
    let document = on_disk(root, path)?;
    Ok(document.map(|document| Arc::new(pack(&File::new(path, document), reader))))
}
