//! How a file lay on disk when it was read, by which it is known whether it is still the same.

use std::fs::{self, DirEntry, Metadata};
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
    pub const GRAIN: i64 = 2_000_000_000;

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

impl Root {
    /// Looks at every `*.yaml` below `catalog/` in the order of their paths, without opening one; no more is held
    /// than the folders on the way. What vanishes meanwhile is left out.
    pub fn each_stamp(&self, seen: &mut dyn FnMut(&str, Stamp)) -> Result<(), StoreError> {
        each_in(&self.catalog(), "", seen)
    }
}

fn each_in(
    folder: &Path,
    below: &str,
    seen: &mut dyn FnMut(&str, Stamp),
) -> Result<(), StoreError> {
    let entries = in_order(folder)?;
    let stamps: Vec<Option<Stamp>> = entries
        .par_iter()
        .map(|(_, file)| Some(Stamp::of(&file.as_ref()?.metadata().ok()?)))
        .collect();
    for ((name, file), stamp) in entries.iter().zip(stamps) {
        let path = format!("{below}{name}");
        if file.is_none() {
            each_in(&folder.join(name), &path, seen)?;
        } else if let Some(stamp) = stamp {
            seen(&path, stamp);
        }
    }
    Ok(())
}

/// What lies in a folder, in the order of whole paths: a folder's name ends with `/`, and it is not looked at.
fn in_order(folder: &Path) -> Result<Vec<(String, Option<DirEntry>)>, StoreError> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| StoreError::io(folder, error))? {
        let entry = entry.map_err(|error| StoreError::io(folder, error))?;
        let kind = entry
            .file_type()
            .map_err(|error| StoreError::io(&entry.path(), error))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_hidden(&name) {
            continue;
        }
        if kind.is_dir() {
            entries.push((format!("{name}/"), None));
        } else if kind.is_file() && is_yaml(&name) {
            entries.push((name.into_owned(), Some(entry)));
        }
    }
    entries.sort_unstable_by(|left, right| left.0.cmp(&right.0));
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::write_atomically;

    #[test]
    fn files_are_looked_at_in_the_order_of_their_paths() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = [
            "base-1.yaml",
            "base/01.yaml",
            "base/01/x.yaml",
            "base0.yaml",
            "mulu.yaml",
        ];
        for path in wanted.iter().chain(&["base/.x.yaml", "base/x.txt"]) {
            write_atomically(&folder.path().join("catalog").join(path), b"12").unwrap();
        }
        let mut seen = Vec::new();
        let root = Root::at(folder.path()).unwrap();
        root.each_stamp(&mut |path, stamp| seen.push((path.to_owned(), stamp.size)))
            .unwrap();
        assert_eq!(seen, wanted.map(|path| (path.to_owned(), 2)));
    }
}
