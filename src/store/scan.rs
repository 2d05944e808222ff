//! Which files of the work tree may differ from a commit, found as git finds it: by size and time beside the
//! index. Whether they do is for git itself to say.

use std::path::{Path, PathBuf};

use git2::{Index, Tree};
use rayon::prelude::*;

use crate::store::{Git, Stamp, StoreError};

/// More files than this are not looked at one by one.
const MOST: usize = 5_000;

impl Git {
    /// The files of some folders that may differ between a tree and the work tree; `None` if there are too many,
    /// or the index does not tell.
    pub(super) fn suspects(
        &self,
        old: Option<&Tree<'_>>,
        folders: &[String],
    ) -> Result<Option<Vec<PathBuf>>, StoreError> {
        let mut index = self.repository.index()?;
        let known = Known::of(&index, folders);
        // What is staged is known as a tree in no time where git keeps the trees of the index.
        let (Some(disk), Ok(staged)) = (self.repository.workdir(), index.write_tree()) else {
            return Ok(None);
        };
        let staged = self.repository.find_tree(staged)?;
        let mut suspects: Vec<PathBuf> = Vec::new();
        for apart in self.apart((old, Some(&staged)))? {
            match String::from_utf8(apart.path) {
                Ok(path) => suspects.push(path.into()),
                Err(_) => return Ok(None),
            }
        }
        let (touched, new) = rayon::join(|| known.touched(disk), || known.unknown(disk, folders));
        suspects.extend(touched);
        suspects.extend(new);
        Ok((suspects.len() <= MOST && known.is_sound).then_some(suspects))
    }
}

/// 已知文件: what the index says of the files, by path.
struct Known {
    files: Vec<(PathBuf, Stamp)>,
    /// When the index was written: what was changed at that time or later may have changed unseen.
    written: i64,
    /// Whether every path is text.
    is_sound: bool,
}

impl Known {
    fn of(index: &Index, folders: &[String]) -> Known {
        let written = index.path().and_then(|path| path.metadata().ok());
        let mut known = Known {
            files: Vec::new(),
            written: written.map_or(0, |data| Stamp::of(&data).modified),
            is_sound: true,
        };
        for entry in index.iter() {
            let is_ours = |folder: &String| {
                let rest = entry.path.strip_prefix(folder.as_bytes());
                rest.is_some_and(|rest| rest.starts_with(b"/"))
            };
            if !folders.iter().any(is_ours) {
                continue;
            }
            let stamp = Stamp {
                size: entry.file_size.into(),
                modified: i64::from(entry.mtime.seconds()) * 1_000_000_000
                    + i64::from(entry.mtime.nanoseconds()),
                number: 0,
            };
            match String::from_utf8(entry.path) {
                Ok(path) => known.files.push((path.into(), stamp)),
                Err(_) => known.is_sound = false,
            }
        }
        known
    }

    /// The files that are not as they were when git last looked.
    fn touched(&self, disk: &Path) -> Vec<PathBuf> {
        let is_touched = |(path, stamp): &&(PathBuf, Stamp)| {
            let now = disk.join(path).symlink_metadata();
            let now = now.map(|data| (Stamp::of(&data), data.is_file()));
            let is_same = now.is_ok_and(|(now, is_file)| {
                is_file && now.size == stamp.size && now.modified == stamp.modified
            });
            !is_same || stamp.modified >= self.written
        };
        let touched = self.files.par_iter().filter(is_touched);
        touched.map(|(path, _)| path.clone()).collect()
    }

    /// The files on disk that the index does not have.
    fn unknown(&self, disk: &Path, folders: &[String]) -> Vec<PathBuf> {
        let is_known = |path: &Path| {
            let path = path.as_os_str();
            let known = |(known, _): &(PathBuf, Stamp)| known.as_os_str().cmp(path);
            self.files.binary_search_by(known).is_ok()
        };
        let there = folders
            .par_iter()
            .flat_map_iter(|folder| files(&disk.join(folder)));
        let below = there.filter_map(|path| path.strip_prefix(disk).map(Path::to_owned).ok());
        below.filter(|path| !is_known(path)).collect()
    }
}

/// Everything below a folder that is no folder; one that cannot be read has nothing.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push(entry.path()),
            _ => found.push(entry.path()),
        }
    }
    found.par_extend(folders.par_iter().flat_map_iter(|folder| files(folder)));
    found
}
