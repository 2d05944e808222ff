//! New folders and new files. Nothing that is there already is touched.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::store::{Root, StoreError};

impl Root {
    /// Makes a catalog in a folder out of files, given by their path below it. Refuses a folder that holds a
    /// catalog; any other file that is there already is kept as it is.
    pub fn create<'f>(
        folder: &Path,
        files: impl Iterator<Item = (&'f str, &'f [u8])>,
    ) -> Result<Root, StoreError> {
        let catalog = folder.join("catalog");
        if fs::read_dir(&catalog).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(StoreError::Occupied(folder.to_owned()));
        }
        for (path, bytes) in files {
            write_new(&folder.join(path), bytes)?;
        }
        Root::at(folder)
    }
}

/// Writes a file that is not there yet; one that is stays as it is.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let io = |error| StoreError::io(path, error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(io)?;
    }
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(bytes).map_err(io),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(io(error)),
    }
}

/// Makes a new folder for temporary things, which stays until someone removes it.
pub fn fresh_folder(prefix: &str) -> Result<PathBuf, StoreError> {
    let made = tempfile::Builder::new().prefix(prefix).tempdir();
    made.map(tempfile::TempDir::keep)
        .map_err(|error| StoreError::io(Path::new(prefix), error))
}
