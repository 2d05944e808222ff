//! The last commits of a catalog, with the files that each changed.

use crate::session::SessionError;
use crate::store::{Git, Revision, Root};

/// 提交: a commit and the files of the catalog that it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The commit.
    pub revision: Revision,
    /// The files, by their paths below the catalog folder.
    pub paths: Vec<Box<str>>,
}

/// The last commits that changed the catalog, newest first, at most so many.
pub fn recent(root: &Root, most: usize) -> Result<Vec<Change>, SessionError> {
    let git = Git::open(root)?;
    let change = |revision: Revision| {
        let paths = git.changed_by(&revision)?;
        Ok(Change {
            revision,
            paths: paths.into_iter().map(String::into_boxed_str).collect(),
        })
    };
    git.history("HEAD", most)?.into_iter().map(change).collect()
}
