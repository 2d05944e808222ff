//! The changes screen: what the next commit takes, and changes taken back.

use std::sync::Arc;

use crate::change::Intent;
use crate::change::compare::{Comparison, FieldChange, FieldPath, compare, steps};
use crate::session::{Portion, Staged, schema_of};
use crate::text::{Words, words};
use crate::tui::changes::{ChangeRow, ChangedFile, Taken, detail};
use crate::tui::effect::Effect;
use crate::tui::message::Fault;
use crate::tui::model::{AfterSave, Model, Notice, Screen};
use crate::tui::screens::changes_height;
use crate::tui::update::save;
use crate::tui::widgets::Motion;
use crate::yaml::read;

const BACK: Words = words(
    "已改回上次提交的样子，还没有保存；u 撤销",
    "back as in the last commit, not saved yet; u undoes it",
);
const NOT_OURS: Words = words("标准文件不在这里改", "the standard is not changed here");
const RESTORE: Words = words("用 git restore 取回", "take it back with git restore");
const UNREADABLE: Words = words(
    "上次提交里的这个文件不能按字段读",
    "the last commit's file cannot be read field by field",
);
const WHOLE_FILE: Words = words(
    "在文件那一行按 x 取回整个文件",
    "press x on the file's own row to take all of it back",
);
const NOTHING_STAGED: Words = words(
    "这一项与上次提交相同，没有可取回的",
    "this is as in the last commit already",
);

/// Lists what is changed anew, and what is selected in full.
pub(crate) fn refresh(model: &mut Model) {
    let standard = model
        .opened
        .as_ref()
        .map(|opened| &*opened.catalog.standard);
    model
        .changes
        .refresh((&model.uncommitted, &model.unsaved), standard);
    show(model);
}

/// After the cursor, the size or the language: the detail anew, from its start.
pub(crate) fn show(model: &mut Model) {
    let (height, _) = changes_height(model);
    model
        .changes
        .cursor
        .settle(model.changes.rows.len(), height);
    model.changes.lines = detail(model, model.size.0.into());
    model.changes.top = 0;
}

/// Moves among the rows.
pub(crate) fn go(model: &mut Model, motion: Motion) {
    let (height, _) = changes_height(model);
    let len = model.changes.rows.len();
    model.changes.cursor.at = motion.from(model.changes.cursor.at, len, height);
    show(model);
}

/// Scrolls what is shown in full.
pub(crate) fn scroll(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let (_, height) = changes_height(model);
    let len = model.changes.lines.len();
    let last = len.saturating_sub(height);
    model.changes.top = motion.from(model.changes.top, len, height).min(last);
    Vec::new()
}

/// Whether the cursor is on a change.
pub(crate) fn has_current(model: &Model) -> bool {
    model.screen == Screen::Changes && model.changes.current().is_some()
}

/// Unfolds the file that the cursor is on, or folds it.
pub(crate) fn fold(model: &mut Model, opens: bool) -> Vec<Effect> {
    let Some(ChangeRow::File(place) | ChangeRow::Field(place, _)) =
        model.changes.rows.get(model.changes.cursor.at).copied()
    else {
        return Vec::new();
    };
    let path = model.changes.files.get(place).map(|file| file.path.clone());
    if let Some(path) = path.filter(|_| model.changes.is_open(place) != opens) {
        if !model.changes.turned.remove(&path) {
            model.changes.turned.insert(path);
        }
        let standard = model
            .opened
            .as_ref()
            .map(|opened| &*opened.catalog.standard);
        model.changes.list(standard);
        let rows = &model.changes.rows;
        let row = rows.iter().position(|row| *row == ChangeRow::File(place));
        model.changes.cursor.at = row.unwrap_or(0);
        show(model);
    }
    Vec::new()
}

/// Lets the next commit take what the cursor is on, or leave it out. What is not saved is saved first.
pub(crate) fn stage(model: &mut Model) -> Vec<Effect> {
    let Some((file, field)) = model.changes.current() else {
        return Vec::new();
    };
    let path = file.path.clone();
    let (taken, is_unsaved, portion) = if let Some(field) = field {
        let fields = vec![field.change.path.clone()];
        (field.taken, field.is_unsaved, Portion::Fields(path, fields))
    } else {
        (file.taken(), file.is_unsaved(), Portion::File(path))
    };
    let is_in = taken != Taken::All;
    put(model, portion, (is_in, is_unsaved))
}

/// Lets the next commit take everything; if it does already, nothing.
pub(crate) fn stage_all(model: &mut Model) -> Vec<Effect> {
    let is_in = model
        .changes
        .files
        .iter()
        .any(|file| file.taken() != Taken::All);
    put(model, Portion::All, (is_in, save::can_save(model)))
}

fn put(model: &mut Model, portion: Portion, (is_in, is_unsaved): (bool, bool)) -> Vec<Effect> {
    if is_in && is_unsaved {
        model.after_save = AfterSave::Stage(portion);
        return save::save(model);
    }
    stage_now(model, portion, is_in)
}

/// Changes what is staged of what lies on disk.
pub(super) fn stage_now(model: &Model, portion: Portion, is_in: bool) -> Vec<Effect> {
    let effect = model.opened.as_ref().map(|opened| Effect::Stage {
        root: opened.root.clone(),
        standard: Arc::clone(&opened.catalog.standard),
        portion,
        is_in,
    });
    effect.into_iter().collect()
}

/// Takes in what git has staged of one file now.
pub(super) fn staged(model: &mut Model, path: &str, staged: Option<Staged>) {
    model.changes.staged.retain(|known| *known.path != *path);
    model.changes.staged.extend(staged);
    refresh(model);
}

/// Whether what the cursor is on can be taken back.
pub(crate) fn can_revert(model: &Model) -> bool {
    has_current(model)
}

/// Takes what the cursor is on back to the last commit, as a change like any other.
pub(crate) fn revert(model: &mut Model) -> Vec<Effect> {
    let Some((file, field)) = model.changes.current() else {
        return Vec::new();
    };
    let intents = match field {
        _ if !file.is_of_catalog() => Err((NOT_OURS, RESTORE)),
        Some(field) => field_back(model, file, &field.change.path),
        None => file_back(file),
    };
    match intents {
        Ok(intents) if intents.is_empty() => {
            model.notice = Some(Notice::done(NOTHING_STAGED));
            Vec::new()
        }
        Ok(intents) => {
            model.notice = Some(Notice::done(BACK));
            model.change(Effect::Apply(intents))
        }
        Err((reason, hint)) => {
            model.notice = Some(Notice::fault(&Fault {
                reason: reason.into(),
                hint: Some(hint.into()),
            }));
            Vec::new()
        }
    }
}

/// What makes a file as it was, or why that cannot be.
type Back = Result<Vec<Intent>, (Words, Words)>;

fn file_back(file: &ChangedFile) -> Back {
    if file.committed == file.now {
        return Ok(Vec::new());
    }
    let path = &file.path;
    let delete = file
        .now
        .is_some()
        .then(|| Intent::Delete { path: path.clone() });
    let Some(text) = &file.committed else {
        return Ok(delete.into_iter().collect());
    };
    // What is not UTF-8 was read with this mark in place of what it could not be read as.
    if text.contains('\u{FFFD}') {
        return Err((UNREADABLE, RESTORE));
    }
    let create = Intent::Create {
        path: path.clone(),
        text: text.to_string(),
    };
    Ok(delete.into_iter().chain([create]).collect())
}

fn field_back(model: &Model, file: &ChangedFile, field: &FieldPath) -> Back {
    let refused = (UNREADABLE, WHOLE_FILE);
    let standard = model.catalog().map(|catalog| &*catalog.standard);
    let schema = standard.and_then(|standard| schema_of(standard, &file.path));
    let (Some(now), Some(committed)) = (&file.now, &file.committed) else {
        return Err(refused);
    };
    let (now, committed) = (read(Arc::clone(now)), read(Arc::clone(committed)));
    let Comparison::Fields(changes) = compare(&now, &committed, schema) else {
        return Ok(Vec::new());
    };
    let meant: Vec<&FieldChange> = changes
        .iter()
        .filter(|one| field.touches(&one.path))
        .collect();
    let (ops, _) = steps(&now, &meant, schema).map_err(|_| refused)?;
    let edit = |op| Intent::Edit {
        path: file.path.clone(),
        op,
    };
    Ok(ops.into_iter().map(edit).collect())
}

/// Whether there could be a commit to make anew.
pub(crate) fn can_amend(model: &Model) -> bool {
    model.screen == Screen::Changes && model.opened.is_some()
}

/// Asks git whether the last commit may be made anew.
pub(crate) fn ask_amend(model: &mut Model) -> Vec<Effect> {
    let root = model.opened.as_ref().map(|opened| opened.root.clone());
    root.map(Effect::AskAmend).into_iter().collect()
}
