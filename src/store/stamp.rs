//! How a file lay on disk when it was read, by which it is known whether it is still the same.

use std::fs::Metadata;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::store::files::{below, list};
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
    /// Every `*.yaml` below `catalog/` with its stamp, by path; no file is opened. What vanishes meanwhile is
    /// left out.
    pub fn stamps(&self) -> Result<Vec<(String, Stamp)>, StoreError> {
        let catalog = self.catalog();
        let mut paths = Vec::new();
        list(&catalog, &|_| true, &mut paths)?;
        // A path is let go of as soon as it is looked at: there may be hundreds of thousands.
        let stamped = |path: PathBuf| {
            let data = path.symlink_metadata().ok()?;
            Some((below(&catalog, &path), Stamp::of(&data)))
        };
        let mut stamps: Vec<(String, Stamp)> = paths.into_par_iter().filter_map(stamped).collect();
        stamps.par_sort_unstable_by(|left, right| left.0.cmp(&right.0));
        Ok(stamps)
    }
}
