//! What someone wants changed.

use crate::yaml::Op;

/// 改动意图: one change that someone wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Change something inside a file.
    Edit {
        /// The file's path below the catalog folder.
        path: Box<str>,
        /// The change.
        op: Op,
    },
    /// Add a file.
    Create {
        /// The file's path below the catalog folder.
        path: Box<str>,
        /// Its text.
        text: String,
    },
    /// Take a file away.
    Delete {
        /// The file's path below the catalog folder.
        path: Box<str>,
    },
}

impl Intent {
    /// The file that would change.
    pub fn path(&self) -> &str {
        match self {
            Intent::Edit { path, .. } | Intent::Create { path, .. } | Intent::Delete { path } => {
                path
            }
        }
    }
}
