//! To the editor outside and back: what is changed there is weighed before it is taken up.

use std::sync::Arc;

use crate::change::FileChange;
use crate::session::Weighed;
use crate::text::{Words, words};
use crate::tui::dialogs::{Dialog, Returned};
use crate::tui::effect::Effect;
use crate::tui::errand::Errand;
use crate::tui::message::Fault;
use crate::tui::model::{Model, Notice};

/// Whether a file is shown that could be edited outside.
pub(crate) fn can_leave(model: &Model) -> bool {
    file(model).is_some()
}

fn file(model: &Model) -> Option<(Box<str>, Arc<str>)> {
    let path = model.sheet.path.clone()?;
    let text = Arc::clone(model.catalog()?.file(&path)?.document().text());
    Some((path, text))
}

/// Opens the file of the matter shown in the person's own editor, unsaved changes included. A file that had to
/// be converted to be read is not what the editor would see.
pub(crate) fn leave(model: &mut Model) -> Vec<Effect> {
    let Some((path, text)) = file(model) else {
        return Vec::new();
    };
    let file = model.catalog().and_then(|catalog| catalog.file(&path));
    if !file.is_some_and(|file| file.document().is_faithful()) {
        let said = words(
            "这个文件的编码不对，先另行转换成 UTF-8",
            "this file is not in UTF-8; convert it first",
        );
        complain(model, said);
        return Vec::new();
    }
    depart(model, path, (&text, &text))
}

fn complain(model: &mut Model, said: Words) {
    model.notice = Some(Notice::fault(&Fault {
        reason: said.into(),
        hint: None,
    }));
}

fn depart(
    model: &mut Model,
    path: Box<str>,
    (before, shown): (&Arc<str>, &Arc<str>),
) -> Vec<Effect> {
    let Some(editor) = model.editor.clone() else {
        let said = words(
            "没有设置外部编辑器；请设环境变量 EDITOR，如 EDITOR=vim，再启动本程序",
            "no editor is set; set the variable EDITOR, such as EDITOR=vim, and start again",
        );
        complain(model, said);
        return Vec::new();
    };
    model.change(Effect::EditOutside(Errand {
        path,
        before: Arc::clone(before),
        shown: Arc::clone(shown),
        editor,
    }))
}

/// Takes in what the editor left; a text that changed is weighed first.
pub(crate) fn came_back(
    model: &mut Model,
    (errand, left): (Errand, Result<Arc<str>, Fault>),
) -> Vec<Effect> {
    model.is_changing = false;
    match left {
        Err(fault) => {
            model.notice = Some(Notice::fault(&fault));
            Vec::new()
        }
        Ok(text) if text == errand.before => {
            model.notice = Some(Notice::done(words(
                "外部编辑器里没有改动",
                "nothing was changed in the editor",
            )));
            Vec::new()
        }
        Ok(text) => model.change(Effect::Weigh {
            change: FileChange {
                path: errand.path,
                before: Some(errand.before),
                after: Some(text),
            },
            today: model.today,
        }),
    }
}

/// Takes up what is no worse than before; asks about anything else.
pub(crate) fn weighed(model: &mut Model, weighed: Weighed) -> Vec<Effect> {
    model.is_changing = false;
    if weighed.is_readable && weighed.findings.is_empty() {
        return rewrite(model, weighed.change);
    }
    model.dialog = Some(Dialog::Returned(Box::new(Returned::new(weighed))));
    Vec::new()
}

fn rewrite(model: &mut Model, change: FileChange) -> Vec<Effect> {
    model.change(Effect::Rewrite(change))
}

fn returned(model: &mut Model) -> Option<FileChange> {
    match model.dialog.take() {
        Some(Dialog::Returned(returned)) => Some(returned.weighed.change),
        other => {
            model.dialog = other;
            None
        }
    }
}

/// Takes up the file as it came back.
pub(crate) fn take_up(model: &mut Model) -> Vec<Effect> {
    match returned(model) {
        Some(change) => rewrite(model, change),
        None => Vec::new(),
    }
}

/// Goes back into the editor with the file as it came back.
pub(crate) fn go_back(model: &mut Model) -> Vec<Effect> {
    match returned(model) {
        Some(FileChange {
            path,
            before: Some(before),
            after: Some(after),
        }) => depart(model, path, (&before, &after)),
        _ => Vec::new(),
    }
}

/// Gives up what was changed in the editor, at the second time.
pub(crate) fn give_up(model: &mut Model) -> Vec<Effect> {
    if let Some(Dialog::Returned(returned)) = &mut model.dialog
        && returned.warns()
    {
        return Vec::new();
    }
    if returned(model).is_some() {
        let said = words(
            "在外部编辑器里改的没有采用",
            "what was changed in the editor was given up",
        );
        model.notice = Some(Notice::done(said));
    }
    Vec::new()
}
