//! Writing so that nothing is lost: never half a file, never over someone else's change.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use crate::store::{Root, StoreError};

impl Root {
    /// Puts a file below `catalog/` from the text it had when it was read to a new one; `None` stands for
    /// no file. Refuses if the file is not as it was.
    pub fn write_file(
        &self,
        path: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), StoreError> {
        let full = self.file(path);
        if self.is_due(path, before, after)? {
            match after {
                Some(text) => write_atomically(&full, text.as_bytes())?,
                None => fs::remove_file(&full).map_err(|error| StoreError::io(&full, error))?,
            }
        }
        Ok(())
    }

    /// Whether [`Root::write_file`] would have something to write; refuses where that would refuse.
    pub fn is_due(
        &self,
        path: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<bool, StoreError> {
        let full = self.file(path);
        self.refuse_outside(path, &full)?;
        let now = match fs::read(&full) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(StoreError::io(&full, error)),
        };
        if now.as_deref() == after.map(str::as_bytes) {
            return Ok(false);
        }
        if now.as_deref() != before.map(str::as_bytes) {
            return Err(StoreError::Changed(full));
        }
        Ok(true)
    }

    /// A path may not climb out, nor may any folder on its way, nor the file itself, be a link.
    fn refuse_outside(&self, path: &str, full: &Path) -> Result<(), StoreError> {
        let climbs =
            path.split('/').any(|part| matches!(part, "" | "." | "..")) || path.contains('\\');
        let ways = full.ancestors().take_while(|way| *way != self.path());
        let is_link = |way: &Path| {
            way.symlink_metadata()
                .is_ok_and(|data| data.file_type().is_symlink())
        };
        if climbs || ways.into_iter().any(is_link) {
            return Err(StoreError::Outside(full.to_owned()));
        }
        Ok(())
    }
}

/// Writes a file whole or not at all: a temporary file beside it, flushed to disk, put in its place.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_atomically_by(path, &mut |out| out.write_all(bytes))
}

/// The same, of a file that is written piece by piece.
pub fn write_atomically_by(path: &Path, fill_in: Fill<'_>) -> Result<(), StoreError> {
    let persisted = temporary_by(path, fill_in)?.persist(path);
    persisted.map_err(|error| StoreError::io(path, error.error))?;
    flush_folder(path.parent().unwrap_or(Path::new(".")));
    Ok(())
}

/// How the name of a file begins that is still being written.
pub(super) const BEGUN: &str = ".mulu-";

/// What writes a file.
pub type Fill<'f> = &'f mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// What a file is to hold, on disk beside it.
pub(super) fn temporary(path: &Path, bytes: &[u8]) -> Result<TempPath, StoreError> {
    temporary_by(path, &mut |out| out.write_all(bytes))
}

fn temporary_by(path: &Path, fill_in: Fill<'_>) -> Result<TempPath, StoreError> {
    let file = filled(path, fill_in)?;
    let flushed = file.as_file().sync_all();
    flushed.map_err(|error| StoreError::io(path, error))?;
    Ok(file.into_temp_path())
}

/// The same, not yet sure to be on disk.
pub(super) fn filled(path: &Path, fill_in: Fill<'_>) -> Result<NamedTempFile, StoreError> {
    let io = |error| StoreError::io(path, error);
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(io)?;
    let mut file = tempfile::Builder::new()
        .prefix(BEGUN)
        .tempfile_in(folder)
        .map_err(io)?;
    let mut writer = BufWriter::new(&mut file);
    fill_in(&mut writer)
        .and_then(|()| writer.flush())
        .map_err(io)?;
    drop(writer);
    if let Some(permissions) = permissions_for(path) {
        file.as_file().set_permissions(permissions).map_err(io)?;
    }
    Ok(file)
}

/// A rename must reach the disk too; not every file system can flush a folder.
pub(super) fn flush_folder(folder: &Path) {
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// A file keeps its permissions; a new one is for the whole office, unlike a temporary file.
fn permissions_for(path: &Path) -> Option<fs::Permissions> {
    let kept = fs::metadata(path).ok().map(|data| data.permissions());
    #[cfg(unix)]
    let kept = kept.or_else(|| {
        use std::os::unix::fs::PermissionsExt;
        Some(fs::Permissions::from_mode(0o644))
    });
    kept
}
