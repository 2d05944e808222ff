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

impl Root {
    /// Looks at every `*.yaml` below `catalog/` in the order of their paths, without opening one; no more is held
    /// than some folders at a time. What vanishes meanwhile is left out.
    pub fn each_stamp(&self, seen: &mut dyn FnMut(&str, Stamp)) -> Result<(), StoreError> {
        let catalog = self.catalog();
        each_in(&catalog, "", &looked_at(&catalog)?, seen)
    }
}

/// So many folders are looked at while what is in the ones before is told.
const FOLDERS: usize = 16;

/// What lies in a folder, in the order of whole paths: a file with its stamp, or a folder, whose name ends with `/`.
type Entry = (String, Option<Stamp>);

fn each_in(
    folder: &Path,
    below: &str,
    entries: &[Entry],
    seen: &mut dyn FnMut(&str, Stamp),
) -> Result<(), StoreError> {
    for some in entries.chunks(FOLDERS) {
        let of_folders = some.par_iter().map(|(name, stamp)| match stamp {
            Some(_) => Ok(Vec::new()),
            None => looked_at(&folder.join(name)),
        });
        let of_folders: Vec<Result<Vec<Entry>, StoreError>> = of_folders.collect();
        for ((name, stamp), entries) in some.iter().zip(of_folders) {
            let path = [below, name].concat();
            match stamp {
                Some(stamp) => seen(&path, *stamp),
                None => each_in(&folder.join(name), &path, &entries?, seen)?,
            }
        }
    }
    Ok(())
}

fn looked_at(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let io = |error| StoreError::io(folder, error);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let kind = entry.file_type().map_err(io)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_hidden(&name) {
            continue;
        }
        if kind.is_dir() {
            entries.push((format!("{name}/"), None));
        } else if kind.is_file() && is_yaml(&name) {
            // Asked of the open folder, so that the way there is not gone again for each file.
            let stamp = entry.metadata().map(|data| Stamp::of(&data));
            entries.extend(stamp.map(|stamp| (name.into_owned(), Some(stamp))));
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
