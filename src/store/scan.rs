//! Which files of the work tree may differ from a commit, found as git finds it: by size and time beside the
//! index. Whether they do is for git itself to say.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use git2::{Index, IndexEntry, IndexTime, Tree};
use rayon::prelude::*;

use crate::store::index_file::{Entry, IndexFile, Standing};
use crate::store::trees::{Apart, Side, Staged, apart_from_staged};
use crate::store::{Git, Stamp, StoreError};

/// More files than this are not looked at one by one.
const MOST: usize = 5_000;

/// 疑似异动: files that may differ between a tree and the work tree.
pub(super) struct Suspects {
    /// Their paths.
    pub(super) paths: Vec<PathBuf>,
    /// What the tree has of them, as an index.
    pub(super) before: Index,
}

impl Git {
    /// What is staged below the folders of the catalog, beside a tree.
    pub(super) fn apart_from_index(
        &self,
        old: Option<&Tree<'_>>,
        index: &IndexFile,
    ) -> Result<Vec<Apart>, StoreError> {
        let mut found = Vec::new();
        for folder in self.folders() {
            let tree = old.and_then(|old| {
                let entry = old.get_path(Path::new(&folder)).ok()?;
                self.repository.find_tree(entry.id()).ok()
            });
            let path = format!("{folder}/").into_bytes();
            let staged = Staged {
                index,
                entries: index.below(&path),
                noted: folder.split('/').fold(index.top.as_ref(), |above, part| {
                    above.and_then(|above| above.folder(part.as_bytes()))
                }),
                path,
            };
            apart_from_staged(&self.repository, tree.as_ref(), &staged, &mut found)?;
        }
        Ok(found)
    }

    /// The files that may differ between a tree and the work tree; `None` if there are too many, or the index does
    /// not tell.
    pub(super) fn suspects(&self, old: Option<&Tree<'_>>) -> Result<Option<Suspects>, StoreError> {
        let index = self.index_file();
        let (Some(disk), Some(index)) = (self.repository.workdir(), index) else {
            return Ok(None);
        };
        let staged = self.apart_from_index(old, &index)?;
        let folders = self.folders();
        let (touched, new) = rayon::join(
            || touched(&index, disk, &folders),
            || unknown(&index, disk, &folders),
        );
        if staged.len() + touched.len() + new.len() > MOST {
            return Ok(None);
        }
        Ok(suspects(&index, disk, (staged, touched, new)))
    }
}

/// `None` if a path is no text.
fn suspects(
    index: &IndexFile,
    disk: &Path,
    (staged, touched, new): (Vec<Apart>, Vec<&Entry>, Vec<PathBuf>),
) -> Option<Suspects> {
    let mut before = Index::new().ok()?;
    let mut paths = new;
    for entry in &touched {
        let path = index.path(entry);
        paths.push(text(path)?);
        if entry.standing != Standing::Intended {
            let mode = i32::try_from(entry.mode).ok()?;
            before.add(&noted(path, Side { id: entry.id, mode })).ok()?;
        }
    }
    for apart in staged {
        let path = text(&apart.path)?;
        let entry = index.at(&apart.path);
        let is_left_out = entry.is_some_and(|entry| entry.standing == Standing::LeftOut);
        let is_gone = || disk.join(&path).symlink_metadata().is_err();
        if is_left_out && is_gone() {
            continue;
        }
        // What the tree has counts, and not what was staged since.
        let _ = before.remove(&path, 0);
        if let Some(side) = apart.before {
            before.add(&noted(&apart.path, side)).ok()?;
        }
        paths.push(path);
    }
    // What is to be done with line ends may be said in files that a sparse checkout leaves out.
    for entry in index.ending(b".gitattributes") {
        let mode = i32::try_from(entry.mode).ok()?;
        let path = index.path(entry);
        if before.get_path(&text(path)?, 0).is_none() {
            before.add(&noted(path, Side { id: entry.id, mode })).ok()?;
        }
    }
    paths.sort();
    paths.dedup();
    Some(Suspects { paths, before })
}

fn text(path: &[u8]) -> Option<PathBuf> {
    std::str::from_utf8(path).ok().map(PathBuf::from)
}

/// An entry that says nothing of how the file lies on disk, so that its content is looked at.
fn noted(path: &[u8], side: Side) -> IndexEntry {
    IndexEntry {
        ctime: IndexTime::new(0, 0),
        mtime: IndexTime::new(0, 0),
        dev: 0,
        ino: 0,
        mode: u32::try_from(side.mode).unwrap_or_default(),
        uid: 0,
        gid: 0,
        file_size: 0,
        id: side.id,
        flags: 0,
        flags_extended: 0,
        path: path.to_owned(),
    }
}

/// The files that are not as they were when git last looked.
fn touched<'i>(index: &'i IndexFile, disk: &Path, folders: &[String]) -> Vec<&'i Entry> {
    let is_touched = |entry: &&Entry| {
        let Ok(path) = std::str::from_utf8(index.path(entry)) else {
            return true;
        };
        let now = disk.join(path).symlink_metadata().ok();
        match (entry.standing, now) {
            (Standing::Trusted, _) | (Standing::LeftOut, None) => false,
            (Standing::Staged | Standing::LeftOut, Some(now)) => {
                let stamp = Stamp::of(&now);
                let is_same = now.is_file()
                    && stamp.size == entry.stamp.size
                    && stamp.modified == entry.stamp.modified;
                !is_same || stamp.modified >= index.written
            }
            _ => true,
        }
    };
    let below = folders.par_iter().flat_map(|folder| {
        let path = format!("{folder}/");
        index.below(path.as_bytes()).par_iter()
    });
    below.filter(is_touched).collect()
}

/// The files on disk that the index does not have.
fn unknown(index: &IndexFile, disk: &Path, folders: &[String]) -> Vec<PathBuf> {
    let found = folders.par_iter().flat_map_iter(|folder| {
        let path = PathBuf::from(folder);
        files(&(index, disk), &path, format!("{folder}/").as_bytes())
    });
    found.collect()
}

/// Everything below a folder that is no folder and that the index does not have; a folder that cannot be read has
/// nothing.
fn files(known: &(&IndexFile, &Path), folder: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let (index, disk) = known;
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    let entries = index.below(bytes);
    let mut path = bytes.to_owned();
    for entry in disk.join(folder).read_dir().into_iter().flatten().flatten() {
        let name = entry.file_name();
        path.truncate(bytes.len());
        path.extend(encoded(&name));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                path.push(b'/');
                folders.push((folder.join(&name), path.clone()));
            }
            _ if index.at_in(entries, &path).is_none() => found.push(folder.join(&name)),
            _ => {}
        }
    }
    let below = folders.par_iter();
    found.par_extend(below.flat_map_iter(|(folder, bytes)| files(known, folder, bytes)));
    found
}

/// A name as git writes it.
fn encoded(name: &OsStr) -> &[u8] {
    name.as_encoded_bytes()
}
