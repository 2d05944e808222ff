//! What the program keeps because it is quicker to keep than to make again. It may vanish at any time.

use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::store::{Git, Root, Stamp, StoreError, write_atomically};
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
        let size = file.metadata().ok()?.len();
        Some(Pieces {
            file: Mutex::new(file),
            size,
        })
    }

    /// What it holds, and when it was written; `None` if there is none.
    pub fn read(&self) -> Option<(Vec<u8>, Stamp)> {
        let bytes = fs::read(&self.path).ok()?;
        let data = fs::metadata(&self.path).ok()?;
        Some((bytes, Stamp::of(&data)))
    }

    /// Replaces what it holds.
    pub fn write(&self, bytes: &[u8]) -> Result<(), StoreError> {
        write_atomically(&self.path, bytes)
    }
}

/// 片段: a file of the cache that is too large to be read for a little of it.
#[derive(Debug)]
pub struct Pieces {
    file: Mutex<fs::File>,
    size: u64,
}

impl Pieces {
    /// How many bytes there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Some of the bytes; `None` if they are not there.
    pub fn read(&self, range: Range<u64>) -> Option<Vec<u8>> {
        if range.end > self.size {
            return None;
        }
        let length = usize::try_from(range.end.checked_sub(range.start)?).ok()?;
        let mut bytes = vec![0; length];
        let mut file = self.file.lock().ok()?;
        file.seek(SeekFrom::Start(range.start)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}
