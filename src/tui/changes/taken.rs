//! What the next commit takes, and the message that it has if nobody writes another.

use crate::change::FileChange;
use crate::report::commit_message;
use crate::session::staged_changes;
use crate::text::Lang;
use crate::tui::model::Model;

/// The message for what the next commit takes; `None` if that is nothing.
pub(crate) fn proposed(model: &Model) -> Option<String> {
    let title = |change: &FileChange, lang: Lang| model.title_in(&change.path, lang);
    commit_message(model.catalog()?, &taken(model), &title)
}

/// The files from the last commit to the next: what is staged, or else everything, saved or not.
fn taken(model: &Model) -> Vec<FileChange> {
    let staged = &model.changes.staged;
    if !staged.is_empty() {
        return staged_changes(staged, &model.uncommitted);
    }
    let mut changes = model.uncommitted.clone();
    for unsaved in &model.unsaved {
        match changes
            .iter_mut()
            .find(|change| change.path == unsaved.path)
        {
            Some(change) => change.after.clone_from(&unsaved.after),
            None => changes.push(unsaved.clone()),
        }
    }
    changes.retain(|change| change.before != change.after);
    changes
}
