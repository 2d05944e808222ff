//! Which files differ between the last commit, the index and the work tree.

use std::path::Path;

use git2::{Index, Status, StatusOptions};

use crate::store::{Git, StoreError};

/// A file that differs from the last commit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// Path below the catalog's root.
    pub path: String,
    /// Whether the file is gone.
    pub is_deleted: bool,
}

/// 文件状态: where a file differs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileState {
    /// Path below the catalog's root.
    pub path: String,
    /// Whether the index differs from the last commit.
    pub is_staged: bool,
    /// Whether the file is gone from the work tree.
    pub is_deleted: bool,
}

/// What git says of a file that a sparse checkout leaves out.
const SKIP_WORKTREE: u16 = 0x4000;

impl Git {
    /// The files of the catalog and its standard that differ from the last commit, new ones included.
    pub fn changed(&self) -> Result<Vec<Changed>, StoreError> {
        let changed = self.states()?.into_iter().map(|state| Changed {
            path: state.path,
            is_deleted: state.is_deleted,
        });
        Ok(changed.collect())
    }

    /// The same, with what is staged.
    pub fn states(&self) -> Result<Vec<FileState>, StoreError> {
        let mut options = StatusOptions::new();
        options
            .include_untracked(true)
            .recurse_untracked_dirs(true)
            .update_index(true);
        for folder in ["catalog", "schemas"] {
            options.pathspec(format!("{}{folder}", self.prefix));
        }
        let statuses = self.repository.statuses(Some(&mut options))?;
        let index = self.repository.index()?;
        let state = |entry: git2::StatusEntry<'_>| {
            let whole = entry.path().ok()?;
            let mut status = entry.status();
            if status.contains(Status::WT_DELETED) && is_left_out(&index, Path::new(whole)) {
                status.remove(Status::WT_DELETED);
            }
            let differs = !status.is_empty() && !status.contains(Status::IGNORED);
            let is_deleted = status.contains(Status::WT_DELETED)
                || (status.contains(Status::INDEX_DELETED) && !status.contains(Status::WT_NEW));
            differs.then(|| {
                Some(FileState {
                    path: whole.strip_prefix(&self.prefix)?.to_owned(),
                    is_staged: status.intersects(staged()),
                    is_deleted,
                })
            })?
        };
        let mut states: Vec<FileState> = statuses.iter().filter_map(state).collect();
        states.sort();
        Ok(states)
    }

    /// The text of a file in the index; `None` if it is not there.
    pub fn staged(&self, path: &str) -> Option<Vec<u8>> {
        let index = self.repository.index().ok()?;
        let entry = index.get_path(Path::new(&format!("{}{path}", self.prefix)), 0)?;
        let blob = self.repository.find_blob(entry.id).ok()?;
        Some(blob.content().to_owned())
    }
}

/// Whether a sparse checkout leaves a file out of the work tree.
pub(super) fn is_left_out(index: &Index, path: &Path) -> bool {
    let entry = index.get_path(path, 0);
    entry.is_some_and(|entry| entry.flags_extended & SKIP_WORKTREE != 0)
}

fn staged() -> Status {
    Status::INDEX_NEW
        | Status::INDEX_MODIFIED
        | Status::INDEX_DELETED
        | Status::INDEX_RENAMED
        | Status::INDEX_TYPECHANGE
}
