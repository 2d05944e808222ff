//! Working down the differences: what is seen, and from keys to the text of a file.

mod decide;
mod look;

use std::path::Path;

use crate::session;
use crate::store::{Git, Root};
use crate::tui::stage::{LOCAL, Stage};

/// A county that promises more days than the base catalog and writes the name another way.
const OWN: (&str, &str) = (
    "version: 1",
    "name: 食品经营许可（县级）\npromised_limit:\n  days: 12\n  unit: working\nversion: 1",
);

/// A screen on the differences of that county.
fn stage(columns: u16, rows: u16) -> Stage {
    let mut stage = Stage::with(LOCAL, OWN, (columns, rows));
    stage.model.review.by = "王小明".to_owned();
    stage.press("r");
    stage
}

/// Commits everything in a folder.
fn commit(folder: &Path, message: &str) {
    let root = Root::at(folder).unwrap();
    let git = Git::open(&root).unwrap();
    git.ensure_identity("编目员", "editor@sample.example")
        .unwrap();
    session::commit(&root, message, crate::store::Audience::NOBODY).unwrap();
}
