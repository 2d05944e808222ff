//! Keeping what was changed: save, commit, quit; and starting where there is nothing yet.

use crate::text::words;
use crate::tui::changes::proposed;
use crate::tui::deed::Deed;
use crate::tui::dialogs::{Commit, Dialog, Question};
use crate::tui::effect::Effect;
use crate::tui::model::{AfterSave, Model, Notice, Screen};
use crate::tui::update::{deed, draft, home, outside};
use crate::tui::widgets::TextField;

/// Whether a catalog is open.
pub(crate) fn is_open(model: &Model) -> bool {
    model.opened.is_some()
}

/// Whether no catalog is being opened.
pub(crate) fn is_idle(model: &Model) -> bool {
    model.loading.is_none()
}

/// Makes a catalog in the folder where the program was started.
pub(crate) fn create(model: &mut Model) -> Vec<Effect> {
    let Screen::Nowhere(folder) = &model.screen else {
        return Vec::new();
    };
    let effect = Effect::CreateCatalog(folder.clone());
    model.loading = Some((0, 0));
    vec![effect]
}

/// Opens the sample catalog.
pub(crate) fn demo(model: &mut Model) -> Vec<Effect> {
    model.loading = Some((0, 0));
    vec![Effect::OpenDemo]
}

/// Whether anything is unsaved.
pub(crate) fn can_save(model: &Model) -> bool {
    !model.unsaved.is_empty()
}

/// Writes to disk what is unsaved; where someone else changed the same, asks first.
pub(crate) fn save(model: &mut Model) -> Vec<Effect> {
    if outside::has_disputes(model) {
        let after = std::mem::take(&mut model.after_save);
        return outside::ask(model, after);
    }
    model.notice = Some(Notice::done(words("正在保存…", "saving…")));
    // What someone else did to the files meanwhile is taken in first.
    let paths = model.unsaved.iter().map(|change| change.path.clone());
    let meet = Effect::Reload(paths.collect());
    model
        .change(meet)
        .into_iter()
        .chain([Effect::Save])
        .collect()
}

/// Whether there is anything to commit.
pub(crate) fn can_commit(model: &Model) -> bool {
    can_save(model) || model.awaits_git || !model.uncommitted.is_empty()
}

/// Asks for the message of a commit.
pub(crate) fn ask_message(model: &mut Model) -> Vec<Effect> {
    model.dialog = Some(Dialog::Commit(Commit {
        field: TextField::lines(""),
        proposed: None,
        is_amended: false,
    }));
    propose_message(model);
    Vec::new()
}

/// Asks for the message of a commit once more, from where it was.
pub(super) fn ask_again(model: &mut Model, message: &str) {
    ask_message(model);
    if let Some(Dialog::Commit(commit)) = &mut model.dialog {
        commit.field = TextField::lines(message);
    }
}

/// Asks for the message of the last commit made anew.
pub(super) fn ask_amended(model: &mut Model, message: &str) {
    model.dialog = Some(Dialog::Commit(Commit {
        field: TextField::lines(message.trim_end()),
        proposed: None,
        is_amended: true,
    }));
}

/// Brings what an empty message stands for in step with what is changed.
pub(super) fn propose_message(model: &mut Model) {
    let proposed = match &model.dialog {
        Some(Dialog::Commit(commit)) if !commit.is_amended => proposed(model),
        _ => return,
    };
    if let Some(Dialog::Commit(commit)) = &mut model.dialog {
        commit.proposed = proposed;
    }
}

/// Whether a message is proposed and nothing typed yet.
pub(crate) fn can_take_up(model: &Model) -> bool {
    matches!(&model.dialog, Some(Dialog::Commit(commit)) if commit.can_take_up())
}

/// Puts the proposed message where it can be edited.
pub(crate) fn take_up(model: &mut Model) -> Vec<Effect> {
    if let Some(Dialog::Commit(commit)) = &mut model.dialog {
        commit.field = TextField::lines(&commit.message());
    }
    Vec::new()
}

/// Commits what is staged as it is staged; else saves if need be, and commits everything.
pub(super) fn commit(model: &mut Model, message: String) -> Vec<Effect> {
    if can_save(model) && model.changes.staged.is_empty() {
        model.after_save = AfterSave::Commit(message);
        return save(model);
    }
    commit_now(model, message)
}

/// Commits what is staged or on disk.
pub(super) fn commit_now(model: &mut Model, message: String) -> Vec<Effect> {
    deed::begin(model, Deed::Commit(message))
}

/// Makes the last commit anew.
pub(super) fn amend(model: &mut Model, message: String) -> Vec<Effect> {
    deed::begin(model, Deed::Amend(message))
}

/// Ends the program, after asking if something is unsaved.
pub(crate) fn quit(model: &mut Model) -> Vec<Effect> {
    if can_save(model) {
        model.dialog = Some(Dialog::Ask(Question::Quit));
        return Vec::new();
    }
    model.quits = true;
    home::keep_place(model)
}

/// Saves, then ends the program if that worked.
pub(crate) fn save_and_quit(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    model.after_save = AfterSave::Quit;
    home::keep_place(model)
        .into_iter()
        .chain(save(model))
        .collect()
}

/// Ends the program and gives up what is unsaved.
pub(crate) fn quit_unsaved(model: &mut Model) -> Vec<Effect> {
    model.quits = true;
    home::keep_place(model)
        .into_iter()
        .chain([Effect::KeepDraft(None), Effect::KeepJournal(Vec::new())])
        .chain(draft::forget(model))
        .collect()
}

/// Takes up unsaved work of an earlier session.
pub(crate) fn recover(model: &mut Model) -> Vec<Effect> {
    match model.dialog.take() {
        Some(Dialog::Ask(Question::Recover(left))) => {
            model.safety.waiting.clone_from(&left.drafts);
            model.safety.journals.clone_from(&left.journals);
            if left.changes.is_empty() {
                return Vec::new();
            }
            model.change(Effect::Recover(left))
        }
        _ => Vec::new(),
    }
}

/// Gives up unsaved work of an earlier session.
pub(crate) fn discard(model: &mut Model) -> Vec<Effect> {
    match model.dialog.take() {
        Some(Dialog::Ask(Question::Recover(left))) => {
            model.safety.journals = left.journals;
            draft::forget(model).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
