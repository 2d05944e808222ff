//! Small things that a program remembers for the next one, kept where git does not look.

use std::fs;
use std::path::PathBuf;

use crate::store::{Git, Root, StoreError, write_atomically};

/// 备忘: one small file beside the catalog.
#[derive(Clone, Debug)]
pub struct Journal {
    path: PathBuf,
}

impl Journal {
    /// Where a reviewer left off: inside the git folder, or in `.mulu/` where there is no git.
    pub fn of_review(root: &Root) -> Journal {
        Journal::named(root, "review.json")
    }

    /// The views that a person saved, kept beside it.
    pub fn of_views(root: &Root) -> Journal {
        Journal::named(root, "views.json")
    }

    fn named(root: &Root, name: &str) -> Journal {
        let folder =
            Git::open(root).map_or_else(|_| root.path().join(".mulu"), |git| git.private_folder());
        Journal {
            path: folder.join(name),
        }
    }

    /// What it holds; `None` if there is none.
    pub fn read(&self) -> Option<String> {
        fs::read_to_string(&self.path).ok()
    }

    /// Replaces what it holds.
    pub fn write(&self, text: &str) -> Result<(), StoreError> {
        write_atomically(&self.path, text.as_bytes())
    }
}
