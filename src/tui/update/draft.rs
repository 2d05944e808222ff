//! Texts that are being typed and not accepted yet: kept in the journal, and typed on by the next session.

use crate::session::Draft;
use crate::text::words;
use crate::tui::dialogs::{Card, CardGoal, Dialog, Goal, Pick, Prompt};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Notice, Pane, Screen};
use crate::tui::update::{create, edit, list, look, refresh, save};
use crate::yaml::{Path, Step};

const SET: &str = "set";
const ADD: &str = "add";
const COMMIT: &str = "commit";
const LOCAL: &str = "new-local";
const BASE: &str = "new-base";

/// Keeps what is being typed, if it is not what was kept last; then what was left behind before is not needed any
/// more.
pub(crate) fn keep(model: &mut Model) -> Vec<Effect> {
    let now = current(model);
    let mut effects = Vec::new();
    if now != model.safety.draft {
        model.safety.draft.clone_from(&now);
        effects.push(Effect::KeepDraft(now));
    }
    if !model.is_changing && model.safety.waiting.is_empty() {
        effects.extend(forget(model));
    }
    effects
}

/// Gives up the journals of earlier sessions.
pub(super) fn forget(model: &mut Model) -> Option<Effect> {
    let journals = std::mem::take(&mut model.safety.journals);
    let root = model.opened.as_ref()?.root.clone();
    (!journals.is_empty()).then_some(Effect::Forget { root, journals })
}

/// What would be lost with the dialog that is open.
pub(crate) fn current(model: &Model) -> Option<Draft> {
    let path = || model.sheet.path.clone().unwrap_or_default();
    let of = |goal: &Goal, text: String| {
        let (goal, field) = match goal {
            Goal::Set(field) => (SET, field),
            Goal::Add(field) | Goal::Insert(field, _) => (ADD, field),
            Goal::Take(_) | Goal::Slot(_) | Goal::Many(_) => return None,
        };
        Some(Draft {
            path: path(),
            goal: goal.to_owned(),
            field: field.to_string(),
            text,
            parts: Vec::new(),
        })
    };
    let draft = match model.dialog.as_ref()? {
        Dialog::Text(text) if text.is_touched() => of(&text.prompt.goal, text.field.text())?,
        Dialog::Line(line) if line.is_touched() => of(&line.prompt.goal, line.field.text())?,
        Dialog::Commit(commit) => of_commit(commit.field.text()),
        Dialog::Card(card) if card.is_touched() => of_card(card, path()),
        Dialog::Pick(Pick {
            prompt:
                Prompt {
                    goal: Goal::Slot(card),
                    ..
                },
            ..
        }) if card.is_touched() => of_card(card, path()),
        _ => return None,
    };
    let is_empty = draft.text.trim().is_empty() && draft.parts.is_empty();
    (!is_empty).then_some(draft)
}

/// Several values that are asked for together.
fn of_card(card: &Card, path: Box<str>) -> Draft {
    let nowhere = Path::default();
    let (goal, field) = match &card.goal {
        CardGoal::Element { list, .. } => (ADD, list),
        CardGoal::Group(field) => (SET, field),
        CardGoal::NewLocal => (LOCAL, &nowhere),
        CardGoal::NewBase => (BASE, &nowhere),
    };
    let is_new = field.0.is_empty();
    let filled = card.slots.iter().filter(|slot| !slot.text().is_empty());
    Draft {
        path: if is_new { "".into() } else { path },
        goal: goal.to_owned(),
        field: field.to_string(),
        text: String::new(),
        parts: filled
            .map(|slot| (slot.key.to_string(), slot.text()))
            .collect(),
    }
}

/// The message of a commit, to be typed on.
pub(super) fn of_commit(text: String) -> Draft {
    Draft {
        goal: COMMIT.to_owned(),
        text,
        ..Draft::default()
    }
}

/// Opens the editor of the next text that waits, if nothing else is open.
pub(super) fn go_on(model: &mut Model) -> Vec<Effect> {
    let is_busy = model.is_changing || model.dialog.is_some() || model.opened.is_none();
    if is_busy || model.safety.waiting.is_empty() {
        return Vec::new();
    }
    let draft = model.safety.waiting.remove(0);
    let effects = reopen(model, &draft);
    let is_open = put(model, &draft);
    model.notice = Some(Notice::done(if is_open {
        words(
            "这是上次输入到一半的内容",
            "this is what you were typing last time",
        )
        .into()
    } else {
        words(
            "上次输入到一半的内容，原来的位置已经没有了：{text}",
            "the place is gone where you were typing last time: {text}",
        )
        .with(&[("text", &draft.text)])
    }));
    effects
}

fn reopen(model: &mut Model, draft: &Draft) -> Vec<Effect> {
    match draft.goal.as_str() {
        COMMIT => return save::ask_message(model),
        LOCAL | BASE => {
            model.screen = Screen::Desk;
            let card = create::fresh(model, draft.goal == BASE);
            model.dialog = Some(Dialog::Card(card));
            return Vec::new();
        }
        _ => {}
    }
    let Some(path) = Path::parse(&draft.field) else {
        return Vec::new();
    };
    model.screen = Screen::Desk;
    look::show(model, draft.path.clone());
    if model.sheet.path.as_deref() != Some(&*draft.path) {
        return Vec::new();
    }
    model.focus = Pane::Sheet;
    unfold(model, &path);
    let Some(place) = model.sheet.rows.iter().position(|row| row.path == path) else {
        return Vec::new();
    };
    model.sheet.cursor.at = place;
    if draft.goal == ADD {
        list::add(model)
    } else {
        edit::edit(model)
    }
}

/// Shows what lies inside groups on the way to a row, and empty fields.
fn unfold(model: &mut Model, path: &Path) {
    let view = &mut model.sheet.view;
    for steps in 1..path.0.len() {
        let above: Vec<Step> = path.0.iter().take(steps).cloned().collect();
        view.opened.insert(Path(above));
    }
    view.hides_empty = false;
    refresh::sheet_rows(model);
}

/// Puts a text in the place of what the editor that is open began with; whether it could.
fn put(model: &mut Model, draft: &Draft) -> bool {
    let text = &draft.text;
    match &mut model.dialog {
        Some(Dialog::Card(card)) => card.fill(&draft.parts),
        _ if !draft.parts.is_empty() => return false,
        dialog @ Some(Dialog::Text(_) | Dialog::Line(_) | Dialog::Commit(_)) => {
            let field = dialog.as_mut().and_then(Dialog::field_mut);
            if let Some(field) = field {
                field.rewrite(text);
                field.point(text.len());
            }
        }
        _ => return false,
    }
    true
}
