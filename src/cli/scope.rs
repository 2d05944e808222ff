//! The part of a catalog that a command is to look at.

use std::path::Path;

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::store::{Root, StoreError};

/// 范围: a catalog, and what of it is meant.
pub(super) struct Scope {
    /// The catalog.
    pub(super) root: Root,
    /// A folder or file below `catalog/`; empty for all of it.
    pub(super) below: String,
}

impl Scope {
    /// What a path on the command line means; without one, the whole catalog around the current folder.
    pub(super) fn at(path: Option<&Path>, call: &Call<'_>) -> Result<Scope, Failure> {
        let Some(path) = path else {
            let (root, below) = (call.root()?, String::new());
            return Ok(Scope { root, below });
        };
        let none = || StoreError::NoCatalog(path.to_owned());
        let full = call.full(path).canonicalize().map_err(|_| none())?;
        let root = Root::find(&full).ok_or_else(none)?;
        let catalog = root.file("");
        // The folder around `catalog/` is the whole of it; what else lies there is no part of it.
        let inside = if full == root.path() { &catalog } else { &full };
        let outside = |_| StoreError::Outside(path.to_owned());
        let below = inside.strip_prefix(&catalog).map_err(outside)?;
        let parts = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let below = parts.collect::<Vec<_>>().join("/");
        Ok(Scope { root, below })
    }

    /// Whether a file lies in it.
    pub(super) fn has(&self, path: &str) -> bool {
        let rest = path.strip_prefix(&*self.below);
        self.below.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_taken_for_one_whose_name_begins_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let catalog = folder.path().join("catalog");
        std::fs::create_dir(&catalog).unwrap();
        crate::store::write_atomically(&catalog.join("mulu.yaml"), b"format: 1\n").unwrap();
        let has = |below: &str, path| {
            let root = Root::at(folder.path()).unwrap();
            let below = below.to_owned();
            Scope { root, below }.has(path)
        };
        assert!(has("base/09", "base/09/a.yaml"));
        assert!(!has("base/09", "base/091/a.yaml"));
        assert!(has("", "base/09/a.yaml"));
    }
}
