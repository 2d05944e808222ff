//! 草稿: a text laid out as a file of its own, for another program to work on.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::store::{StoreError, write_atomically};

/// A file in a folder of its own that nobody else may read; both go with it.
#[derive(Debug)]
pub struct Draft {
    file: PathBuf,
    _folder: TempDir,
}

impl Draft {
    /// Lays a text out under the name of a file, so that an editor knows what it is.
    pub fn new(name: &str, text: &str) -> Result<Draft, StoreError> {
        let folder = tempfile::Builder::new().prefix("mulu-").tempdir();
        let folder = folder.map_err(|error| StoreError::io(Path::new(name), error))?;
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let file = folder.path().join(name);
        write_atomically(&file, text.as_bytes())?;
        Ok(Draft {
            file,
            _folder: folder,
        })
    }

    /// Where it lies.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What stands there now.
    pub fn read(&self) -> Result<Vec<u8>, StoreError> {
        fs::read(&self.file).map_err(|error| StoreError::io(&self.file, error))
    }
}
