//! The recovery journal: what is unsaved, so that a crash or a lost line costs nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::change::FileChange;
use crate::session::SessionError;
use crate::store::{Journal, Root};

/// One file's unsaved work: its text on disk then, and its text as it was to be.
#[derive(Serialize, Deserialize)]
struct Entry {
    before: Option<Arc<str>>,
    after: Option<Arc<str>>,
}

type Entries = BTreeMap<Box<str>, Entry>;

/// Brings the journal up to date for some files: their entries go, and what is unsaved comes in. What waits
/// there of other files, be it of another session, stays.
pub fn keep_journal<'p>(
    root: &Root,
    paths: impl IntoIterator<Item = &'p Box<str>>,
    unsaved: Vec<FileChange>,
) -> Result<(), SessionError> {
    let journal = Journal::of(root);
    let mut entries = read(&journal);
    for path in paths {
        entries.remove(path);
    }
    for change in unsaved {
        let (before, after) = (change.before, change.after);
        entries.insert(change.path, Entry { before, after });
    }
    if entries.is_empty() {
        return Ok(journal.clear()?);
    }
    let text = serde_json::to_string(&entries).unwrap_or_default();
    Ok(journal.write(&text)?)
}

/// What the journal holds, by path.
pub(super) fn waiting(root: &Root) -> impl Iterator<Item = FileChange> {
    read(&Journal::of(root))
        .into_iter()
        .map(|(path, entry)| FileChange {
            path,
            before: entry.before,
            after: entry.after,
        })
}

fn read(journal: &Journal) -> Entries {
    let text = journal.read().unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
