//! The part of a catalog that a command is to look at.

use std::path::Path;

use crate::cli::call::Call;
use crate::cli::failure::Failure;
use crate::store::{Root, StoreError};

/// 范围: a catalog, and what of it is meant.
pub(super) struct Part {
    /// The catalog.
    pub(super) root: Root,
    /// A folder or file below `catalog/`; empty for all of it.
    below: String,
}

impl Part {
    /// What a path on the command line means; without one, the whole catalog around the current folder.
    pub(super) fn at(path: Option<&Path>, call: &Call<'_>) -> Result<Part, Failure> {
        let Some(path) = path else {
            let (root, below) = (call.root()?, String::new());
            return Ok(Part { root, below });
        };
        let none = || StoreError::NoCatalog(path.to_owned());
        let full = call.full(path).canonicalize().map_err(|_| none())?;
        let root = Root::find(&full).ok_or_else(none)?;
        let below = full.strip_prefix(root.file("")).unwrap_or(Path::new(""));
        let parts = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy());
        let below = parts.collect::<Vec<_>>().join("/");
        Ok(Part { root, below })
    }

    /// Whether a file lies in it.
    pub(super) fn has(&self, path: &str) -> bool {
        let rest = path.strip_prefix(&*self.below);
        self.below.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
