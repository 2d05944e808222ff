//! What the program keeps because it is quicker to keep than to make again. It may vanish at any time.

use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::PathBuf;

use crate::store::{Root, Stamp, StoreError, write_atomically};
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

    /// How it lies on disk; `None` if there is none.
    pub fn stamp(&self) -> Option<Stamp> {
        Some(Stamp::of(&fs::metadata(&self.path).ok()?))
    }

    /// A stretch of what it holds; `None` if it does not hold so much.
    pub fn part(&self, range: Range<u64>) -> Option<Vec<u8>> {
        let mut file = fs::File::open(&self.path).ok()?;
        if file.metadata().ok()?.len() < range.end {
            return None;
        }
        let length = range.end.checked_sub(range.start)?;
        file.seek(SeekFrom::Start(range.start)).ok()?;
        let mut bytes = Vec::with_capacity(usize::try_from(length).ok()?);
        file.take(length).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    /// Replaces what it holds.
    pub fn write(&self, bytes: &[u8]) -> Result<(), StoreError> {
        write_atomically(&self.path, bytes)
    }
}
