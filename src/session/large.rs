//! Opening a catalog for someone who looks around in it: a large one is held in what it is about, and is
//! there before its files have been looked at.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, Facts, File, Reader};
use crate::change::History;
use crate::session::shelf::{LARGE, Shelf, is_matter, reader};
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
                Some((shelf, matters)) => Ok((Some(shelf), with_registers(&root, matters)?)),
                None => read(&root, progress),
            },
        );
        let (shelf, files) = opened?;
        Ok(Session {
            root,
            catalog: Arc::new(Catalog::new(Arc::new(standard?), files)),
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
        let (stale, now) = then.stale(&self.root)?;
        let is_ours = |path: &str| self.saved.contains_key(path);
        let reader = reader(&self.root);
        let fresh = |path: &str| read_again(&self.root, path, &reader).transpose();
        let changed = stale.changed.par_iter().filter(|path| !is_ours(path));
        let changed: Vec<Arc<File>> = changed
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
            now.keep(&self.root, self.catalog.files())?;
        }
        Ok(paths)
    }
}

/// Everything that is no matter, read, beside the matters.
fn with_registers(root: &Root, matters: Vec<Arc<File>>) -> Result<Vec<Arc<File>>, StoreError> {
    let open = |raw: RawFile, _| Arc::new(parse(raw));
    let is_wanted = |path: &str| !matches!(path, "base" | "local");
    let mut files = root.read_files_where(yaml::MAX_BYTES as u64, &is_wanted, &open)?;
    files.extend(matters);
    Ok(files)
}

/// Every file, read; the matters of a large catalog are let go of again, all but what they are about, and
/// an index is kept of them.
fn read(
    root: &Root,
    progress: Progress<'_>,
) -> Result<(Option<Shelf>, Vec<Arc<File>>), SessionError> {
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
    let (files, stamps): (Vec<_>, Vec<_>) = stamped.into_iter().unzip();
    let shelf = Shelf { stamps };
    // Without an index the next start only takes longer.
    let _ = shelf.keep(root, &files);
    Ok((None, files))
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
