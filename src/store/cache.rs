//! What the program keeps because it is quicker to keep than to make again. It may vanish at any time.

use std::fs;
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
