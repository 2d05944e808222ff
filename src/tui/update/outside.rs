//! What others do to the catalog while it is open here: looked for in quiet moments, taken in between two
//! changes, and told.

use std::collections::BTreeSet;

use crate::text::{Message as Saying, words};
use crate::tui::dialogs::{Dialog, DisputeForm};
use crate::tui::effect::Effect;
use crate::tui::message::Outcome;
use crate::tui::model::{AfterSave, Model, Notice};
use crate::tui::update::done::ask_git;
use crate::tui::update::draft;

/// Every so many ticks someone looks at the disk, and for neighbours.
const LOOK: u64 = 4;
const GREET: u64 = 20;

/// A little time has passed.
pub(super) fn tick(model: &mut Model) -> Vec<Effect> {
    if model.opened.is_none() {
        return Vec::new();
    }
    model.safety.ticks += 1;
    let ticks = model.safety.ticks;
    let mut effects = draft::keep(model);
    if ticks.is_multiple_of(LOOK) {
        effects.extend(look(model, false));
    }
    if ticks % GREET == 1 {
        effects.push(Effect::AskNeighbours);
    }
    effects
}

/// Looks at the disk: at the folders and the files in hand, or at everything.
pub(super) fn look(model: &mut Model, everywhere: bool) -> Vec<Effect> {
    let Some(opened) = &model.opened else {
        return Vec::new();
    };
    if model.safety.is_looking && !everywhere {
        return Vec::new();
    }
    let unsaved = model.unsaved.iter().map(|change| &change.path);
    let files = unsaved.chain(&model.sheet.path).cloned().collect();
    let root = opened.root.clone();
    model.safety.is_looking = true;
    vec![Effect::Look {
        root,
        files,
        everywhere,
    }]
}

/// What came of looking.
pub(super) fn done(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Unchanged => model.is_changing = false,
        Outcome::Noticed {
            paths,
            has_head_moved,
        } => {
            model.safety.is_looking = false;
            model.safety.is_moved_here &= !paths.is_empty();
            model.safety.noticed.extend(paths);
            if has_head_moved {
                model.review.forget_traces();
                return ask_git(model);
            }
        }
        Outcome::NotLooked(fault) => {
            model.safety.is_looking = false;
            model.notice = Some(Notice::fault(&fault));
        }
        Outcome::Neighbours(names) => neighbours(model, names),
        Outcome::NotKept(fault) => model.notice = Some(Notice::fault(&fault)),
        _ => {}
    }
    Vec::new()
}

/// Takes in what was noticed, as soon as nobody is in the middle of something: a place in a file is counted, and
/// must be the same when an editor is closed as it was when it was opened.
pub(super) fn take_in(model: &mut Model) -> Vec<Effect> {
    let is_busy = model.is_changing || model.dialog.is_some() || model.opened.is_none();
    if is_busy || model.safety.noticed.is_empty() {
        return Vec::new();
    }
    let paths: BTreeSet<Box<str>> = std::mem::take(&mut model.safety.noticed);
    model.change(Effect::Reload(paths.into_iter().collect()))
}

/// Others came or went.
fn neighbours(model: &mut Model, now: Vec<String>) {
    let before = std::mem::replace(&mut model.safety.neighbours, now);
    let new = model
        .safety
        .neighbours
        .iter()
        .find(|name| !before.contains(name));
    if let Some(name) = new.filter(|_| model.notice.is_none()) {
        let said = words(
            "{name} 也打开了这个目录",
            "{name} has this catalog open too",
        );
        model.notice = Some(Notice::done(said.with(&[("name", name)])));
    }
}

/// Whether both sides changed the same somewhere.
pub(super) fn has_disputes(model: &Model) -> bool {
    !model.safety.disputes.is_empty()
}

/// Asks which side is taken in the first file that is disputed. The message of a commit that cannot be made yet is
/// typed on afterwards.
pub(super) fn ask(model: &mut Model, after: AfterSave) -> Vec<Effect> {
    if let AfterSave::Commit(message) = after {
        model.safety.waiting.push(draft::of_commit(message));
    }
    if let Some(disputed) = model.safety.disputes.first() {
        model.dialog = Some(Dialog::Dispute(DisputeForm::new(disputed.clone())));
    }
    Vec::new()
}

/// What is said after files were taken in.
pub(super) fn said(model: &Model, arrived: &crate::session::Arrived) -> Option<Saying> {
    let count = |paths: &[Box<str>]| match paths {
        [path] => Saying::same(&model.title_of(path)),
        paths => words("{n} 个文件", "{n} files").with(&[("n", &paths.len().to_string())]),
    };
    let (said, paths) = if !arrived.disputed.is_empty() {
        (
            words(
                "{files}：他人也改了同一处，保存时请选择",
                "{files}: someone else changed the same place; choose when you save",
            ),
            &arrived.disputed,
        )
    } else if !arrived.joined.is_empty() {
        (
            words(
                "{files}：已并入他人的改动",
                "{files}: joined with what someone else changed",
            ),
            &arrived.joined,
        )
    } else if !arrived.reloaded.is_empty() {
        (
            words(
                "{files}：已被他人改动，重新读入",
                "{files}: changed by someone else, read again",
            ),
            &arrived.reloaded,
        )
    } else {
        return None;
    };
    let files = count(paths);
    Some(Saying {
        zh: said.with(&[("files", &files.zh)]).zh,
        en: said.with(&[("files", &files.en)]).en,
    })
}
