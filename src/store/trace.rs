//! Who changed something in a file last: back along the history of the file, without a checkout.

use std::path::Path;

use git2::{Commit, Oid};

use crate::store::{Git, Revision};

impl Git {
    /// The commit that last changed what a file of the catalog says; `same` tells whether two texts of it say
    /// the same. A merge that took a file over from one of its parents did not change it. `None` if the last
    /// commit does not have the file.
    pub fn last_change(&self, path: &str, same: &dyn Fn(&[u8], &[u8]) -> bool) -> Option<Revision> {
        let path = format!("{}catalog/{path}", self.prefix);
        let mut commit = self.repository.head().ok()?.peel_to_commit().ok()?;
        let mut blob = blob_at(&commit, &path)?;
        loop {
            let unchanged = commit.parents().find_map(|parent| {
                let older = blob_at(&parent, &path)?;
                let is_same = older == blob || self.say_the_same(older, blob, same);
                is_same.then_some((parent, older))
            });
            match unchanged {
                Some(parent) => (commit, blob) = parent,
                None => return Some(self.describe(&commit)),
            }
        }
    }

    fn say_the_same(&self, one: Oid, other: Oid, same: &dyn Fn(&[u8], &[u8]) -> bool) -> bool {
        let blobs = (
            self.repository.find_blob(one),
            self.repository.find_blob(other),
        );
        match blobs {
            (Ok(one), Ok(other)) => same(one.content(), other.content()),
            _ => false,
        }
    }
}

fn blob_at(commit: &Commit<'_>, path: &str) -> Option<Oid> {
    let entry = commit.tree().ok()?.get_path(Path::new(path)).ok()?;
    Some(entry.id())
}
