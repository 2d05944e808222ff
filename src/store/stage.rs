//! What the next commit takes: the index of git, which the `git` command shows as well.

use std::io::Write;
use std::path::Path;

use git2::{Index, IndexEntry, IndexTime};

use crate::store::{Git, StoreError};

/// 暂存: what the index is to hold of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Staging<'t> {
    /// The file as it lies on disk, or its being gone.
    AsOnDisk,
    /// The file as in the last commit.
    AsCommitted,
    /// This text; the file on disk stays as it is.
    Text(&'t str),
}

/// The mode of an ordinary file.
const ORDINARY: u32 = 0o100_644;

impl Git {
    /// Puts files into the index, all or none; paths below the catalog's root.
    pub fn stage(&self, files: &[(&str, Staging<'_>)]) -> Result<(), StoreError> {
        self.refuse_locked()?;
        let mut index = self.repository.index()?;
        for (path, staging) in files {
            let path = format!("{}{path}", self.prefix);
            let path = Path::new(&path);
            match staging {
                Staging::AsOnDisk => self.add_from_disk(&mut index, path)?,
                Staging::AsCommitted => match self.entry_in_head(path) {
                    Some(entry) => index.add(&entry)?,
                    None => index.remove_path(path)?,
                },
                Staging::Text(text) => {
                    let known = index.get_path(path, 0).or_else(|| self.entry_in_head(path));
                    let mode = known.map_or(ORDINARY, |entry| entry.mode);
                    index.add(&entry(path, self.blob(path, text)?, mode))?;
                }
            }
        }
        Ok(index.write()?)
    }

    pub(super) fn add_from_disk(&self, index: &mut Index, path: &Path) -> Result<(), StoreError> {
        let is_there = self
            .repository
            .workdir()
            .is_some_and(|tree| tree.join(path).symlink_metadata().is_ok());
        if is_there {
            index.add_path(path)?;
        } else {
            index.remove_path(path)?;
        }
        Ok(())
    }

    /// A blob as git would make it of a file at this path, line ends included.
    fn blob(&self, path: &Path, text: &str) -> Result<git2::Oid, StoreError> {
        let mut writer = self.repository.blob_writer(Some(path))?;
        writer
            .write_all(text.as_bytes())
            .map_err(|error| StoreError::io(path, error))?;
        Ok(writer.commit()?)
    }

    fn entry_in_head(&self, path: &Path) -> Option<IndexEntry> {
        let tree = self.repository.head().ok()?.peel_to_tree().ok()?;
        let found = tree.get_path(path).ok()?;
        let mode = u32::try_from(found.filemode()).unwrap_or(ORDINARY);
        Some(entry(path, found.id(), mode))
    }
}

/// An entry whose time and size are not those of the file on disk, so that git looks into the file.
fn entry(path: &Path, id: git2::Oid, mode: u32) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path: path.to_string_lossy().into_owned().into_bytes(),
    }
}
