//! How a file lay on disk when it was read, by which it is known whether it is still the same.

use std::fs::{self, Metadata};
use std::path::Path;

use rayon::prelude::*;

use crate::store::files::{is_hidden, is_yaml};
use crate::store::{Root, StoreError};

/// 印记: size, time of the last change and number of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When it was last changed, in nanoseconds of the file system's clock.
    pub modified: i64,
    /// Its number in the file system; 0 where there is none.
    pub number: u64,
}

impl Stamp {
    /// The time, in nanoseconds, within which a second change of a file may leave it the same stamp.
    const GRAIN: i64 = 2_000_000_000;

    /// Whether a file that looks so cannot have changed unseen since a time of the file system's clock.
    pub fn is_older_than(self, time: i64) -> bool {
        self.modified < time - Stamp::GRAIN
    }

    #[cfg(unix)]
    pub(super) fn of(data: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;

        Stamp {
            size: data.len(),
            modified: data.mtime().saturating_mul(1_000_000_000) + data.mtime_nsec(),
            number: data.ino(),
        }
    }

    #[cfg(windows)]
    pub(super) fn of(data: &Metadata) -> Stamp {
        use std::os::windows::fs::MetadataExt;

        Stamp {
            size: data.len(),
            modified: i64::try_from(data.last_write_time()).unwrap_or(i64::MAX),
            number: 0,
        }
    }
}

/// 文件夹: the files right in one folder, by name.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its path below `catalog/`; empty for that folder itself.
    pub path: String,
    /// The `*.yaml` in it with their stamps.
    pub files: Vec<(String, Stamp)>,
}

impl Folder {
    /// The path below `catalog/` of what has a name in it.
    pub fn file(&self, name: &str) -> String {
        joined(&self.path, name)
    }
}

impl Root {
    /// Every `*.yaml` below `catalog/` with its stamp, folder by folder; no file is opened. What vanishes
    /// meanwhile is left out.
    pub fn folders(&self) -> Result<Vec<Folder>, StoreError> {
        let mut folders = folders(&self.catalog(), String::new())?;
        folders.par_sort_unstable_by(|left, right| {
            // A file's path goes on with a slash where a folder's ends.
            let (left, right) = (left.path.bytes(), right.path.bytes());
            left.chain([b'/']).cmp(right.chain([b'/']))
        });
        Ok(folders)
    }

    /// The same by path.
    pub fn stamps(&self) -> Result<Vec<(String, Stamp)>, StoreError> {
        let folders = self.folders()?;
        let files = folders.par_iter().flat_map_iter(|folder| {
            let files = folder.files.iter();
            files.map(|(name, stamp)| (folder.file(name), *stamp))
        });
        let mut stamps: Vec<(String, Stamp)> = files.collect();
        stamps.par_sort_unstable_by(|left, right| left.0.cmp(&right.0));
        Ok(stamps)
    }
}

/// A folder and all below it, hidden ones and links left out.
fn folders(full: &Path, path: String) -> Result<Vec<Folder>, StoreError> {
    let io = |error| StoreError::io(full, error);
    let (mut files, mut below) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(full).map_err(io)? {
        let entry = entry.map_err(io)?;
        let kind = entry.file_type().map_err(io)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_hidden(&name) {
            continue;
        }
        if kind.is_dir() {
            below.push((entry.path(), joined(&path, &name)));
        } else if kind.is_file() && is_yaml(&name) {
            // Asked of the open folder, so that the way there is not gone again for each file.
            if let Ok(data) = entry.metadata() {
                files.push((name.into_owned(), Stamp::of(&data)));
            }
        }
    }
    files.sort_unstable_by(|left, right| left.0.cmp(&right.0));
    let found: Result<Vec<Vec<Folder>>, StoreError> = below
        .into_par_iter()
        .map(|(full, path)| folders(&full, path))
        .collect();
    let mut found = found?.concat();
    found.push(Folder { path, files });
    Ok(found)
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        return name.to_owned();
    }
    [folder, "/", name].concat()
}
