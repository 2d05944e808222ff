//! What the program keeps because it is quicker to keep than to make again. It may vanish at any time.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::store::write::{BEGUN, Fill, filled};
use crate::store::{Git, Root, Stamp, StoreError};
use crate::text::Digest;

/// 缓存: one file in the user's cache folder, for one catalog.
#[derive(Clone, Debug)]
pub struct Cache {
    path: PathBuf,
}

impl Cache {
    /// The cache of this name for a catalog; `None` where nothing is to be kept.
    pub fn of(root: &Root, name: &str) -> Option<Cache> {
        let catalog = Digest::new().with(root.path().as_os_str().as_encoded_bytes());
        let folder = root.cache()?.join(catalog.to_string());
        Some(Cache {
            path: folder.join(name),
        })
    }

    /// The cache of this name for the catalog in a repository: in the user's folder, else among git's own things.
    pub fn of_git(git: &Git, user: Option<&Path>, name: &str) -> Cache {
        let own = git.private_folder();
        let place = Digest::new()
            .with(own.as_os_str().as_encoded_bytes())
            .with(git.prefix().as_bytes());
        let folder = user.map_or(own, Path::to_owned);
        Cache {
            path: folder.join(place.to_string()).join(name),
        }
    }

    /// What it holds, to be read in pieces; `None` if there is none.
    pub fn pieces(&self) -> Option<Pieces> {
        let file = fs::File::open(&self.path).ok()?;
        let stamp = Stamp::of(&file.metadata().ok()?);
        Some(Pieces { file, stamp })
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        self.path.exists()
    }

    /// Replaces what it holds, whole or not at all. It is not waited until the disk has it: what a power cut
    /// leaves of it is known by its sums.
    pub fn write(&self, fill_in: Fill<'_>) -> Result<(), StoreError> {
        let written = filled(&self.path, fill_in)?.persist(&self.path);
        written.map_err(|error| StoreError::io(&self.path, error.error))?;
        if let Some(own) = self.path.parent() {
            sweep(own);
        }
        Ok(())
    }
}

/// For so long what is kept for a catalog stays without being written anew.
const MOST_DAYS: u64 = 60;
/// As many bytes are kept for all other catalogs together.
const MOST_BYTES: u64 = 2 << 30;

/// Takes away what is kept for other catalogs beside a folder: what is old, and the oldest of too much.
fn sweep(own: &Path) {
    // What a program that was killed had begun to write.
    for begun in fs::read_dir(own).into_iter().flatten().flatten() {
        let name = begun.file_name();
        let is_begun = name.as_encoded_bytes().starts_with(BEGUN.as_bytes());
        let age = begun
            .metadata()
            .ok()
            .and_then(|data| data.modified().ok()?.elapsed().ok());
        if is_begun && age.is_some_and(|age| age.as_secs() > 60 * 60) {
            let _ = fs::remove_file(begun.path());
        }
    }
    let beside = own.parent().and_then(|user| fs::read_dir(user).ok());
    let folders = beside.into_iter().flatten().flatten();
    let folders = folders.map(|entry| entry.path()).filter(|path| path != own);
    let mut kept: Vec<_> = folders
        .filter(|path| is_ours(path))
        .filter_map(weighed)
        .collect();
    // The newest first.
    kept.sort_by_key(|(age, ..)| *age);
    let mut all = 0;
    for (age, bytes, folder) in kept {
        all += bytes;
        if age.as_secs() > MOST_DAYS * 24 * 60 * 60 || all > MOST_BYTES {
            // What cannot be taken away now will be another time.
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Whether a folder has a name as [`Cache::of`] gives them.
fn is_ours(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// For how long nothing was written in a folder, and how much there is.
fn weighed(folder: PathBuf) -> Option<(Duration, u64, PathBuf)> {
    let files = fs::read_dir(&folder).ok()?.flatten();
    let data: Vec<fs::Metadata> = files.filter_map(|file| file.metadata().ok()).collect();
    let ages = data
        .iter()
        .filter_map(|data| data.modified().ok()?.elapsed().ok());
    let age = ages.min().unwrap_or_default();
    Some((age, data.iter().map(fs::Metadata::len).sum(), folder))
}

/// 片段: a file of the cache that is too large to be read for a little of it.
#[derive(Debug)]
pub struct Pieces {
    file: fs::File,
    stamp: Stamp,
}

impl Pieces {
    /// How many bytes there are.
    pub fn size(&self) -> u64 {
        self.stamp.size
    }

    /// How the file lies on disk.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Some of the bytes; `None` if they are not there.
    pub fn read(&self, range: Range<u64>) -> Option<Vec<u8>> {
        if range.end > self.size() {
            return None;
        }
        let length = usize::try_from(range.end.checked_sub(range.start)?).ok()?;
        let mut bytes = vec![0; length];
        read_at(&self.file, &mut bytes, range.start).ok()?;
        Some(bytes)
    }
}

#[cfg(unix)]
fn read_at(file: &fs::File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    use std::os::unix::fs::FileExt;

    file.read_exact_at(bytes, start)
}

#[cfg(windows)]
fn read_at(file: &fs::File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    use std::os::windows::fs::FileExt;

    let (mut rest, mut start) = (bytes, start);
    while !rest.is_empty() {
        let read = file.seek_read(rest, start)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        start += read as u64;
        rest = rest.split_at_mut(read).1;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::write_atomically;

    #[test]
    fn what_is_kept_for_other_catalogs_goes_when_it_is_old() {
        let user = tempfile::tempdir().unwrap();
        let folder = |name: &str| user.path().join(name);
        let long_ago = std::time::SystemTime::now() - Duration::from_hours(61 * 24);
        for name in ["00000000000000aa", "00000000000000bb", "letters"] {
            write_atomically(&folder(name).join("index"), b"x").unwrap();
        }
        for name in ["00000000000000aa", "letters"] {
            let file = fs::File::options()
                .write(true)
                .open(folder(name).join("index"));
            file.unwrap().set_modified(long_ago).unwrap();
        }
        let own = Cache {
            path: folder("00000000000000cc").join("index"),
        };
        own.write(&mut |out| out.write_all(b"y")).unwrap();
        assert!(!folder("00000000000000aa").exists());
        for name in ["00000000000000bb", "00000000000000cc", "letters"] {
            assert!(folder(name).join("index").exists(), "{name}");
        }
    }
}
