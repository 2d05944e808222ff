//! What the program keeps because it is quicker to keep than to make again. It may vanish at any time.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::store::write::{Fill, filled};
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
        written.map(drop).map_err(|error| StoreError::io(&self.path, error.error))
    }
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
