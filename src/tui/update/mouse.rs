//! What a click and the wheel do: they put the keys where the pointer is, and then do what a key would.

use crossterm::event::{KeyCode, KeyEvent};

use crate::text::words;
use crate::tui::dialogs::Dialog;
use crate::tui::effect::Effect;
use crate::tui::keys::Context;
use crate::tui::model::{Model, Notice, Pane, Screen};
use crate::tui::mouse::{Mouse, MouseAct, Owner};
use crate::tui::screens;
use crate::tui::update::{
    answer, changes, let_go_of_notice, moves, panel, past, pressed, review, run,
};
use crate::tui::widgets::{Motion, Spot};

/// Rows to a notch of the wheel.
const NOTCH: isize = 3;

/// Takes the mouse in.
pub(super) fn moused(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let there: Vec<Spot> = screens::spots(model).at(mouse.at).collect();
    match mouse.act {
        MouseAct::WheelUp => turned(model, &there, -NOTCH),
        MouseAct::WheelDown => turned(model, &there, NOTCH),
        MouseAct::Click => clicked(model, &there),
        MouseAct::DoubleClick => {
            let mut effects = clicked(model, &there);
            if opens(model, &there) {
                effects.extend(pressed(model, KeyEvent::from(KeyCode::Enter)));
            }
            effects
        }
    }
}

/// The wheel moves what is under the pointer; the keys stay where they are.
fn turned(model: &mut Model, there: &[Spot], rows: isize) -> Vec<Effect> {
    let motion = Motion::By(rows);
    match &model.dialog {
        Some(Dialog::Text(_) | Dialog::Commit(_)) => return turned_in_text(model, rows),
        Some(Dialog::Past(_)) => return past::go(model, motion),
        Some(Dialog::Help(..) | Dialog::Messages(_) | Dialog::Guidance(_)) => {
            return moves::go(model, motion);
        }
        Some(Dialog::Filter(_)) | None => {}
        Some(_) => return answer::go(model, motion),
    }
    if there.contains(&Spot::Detail) {
        return match model.screen {
            Screen::Findings => panel::scroll(model, motion),
            Screen::Review => review::scroll(model, motion),
            _ => changes::scroll(model, motion),
        };
    }
    let focus = model.focus;
    model.focus = pane(there).unwrap_or(focus);
    let effects = moves::go(model, motion);
    model.focus = focus;
    effects
}

fn turned_in_text(model: &mut Model, rows: isize) -> Vec<Effect> {
    let key = if rows < 0 { KeyCode::Up } else { KeyCode::Down };
    if let Some(dialog) = &mut model.dialog {
        for _ in 0..rows.unsigned_abs() {
            dialog.key(KeyEvent::from(key));
        }
    }
    Vec::new()
}

/// A click puts keys and cursor where it is, or is the command that stands there.
fn clicked(model: &mut Model, there: &[Spot]) -> Vec<Effect> {
    model.prefix.clear();
    let_go_of_notice(model, None);
    let mut effects = Vec::new();
    // The filter is typed in the list itself: whoever goes on elsewhere has found what was wanted.
    let is_elsewhere = pane(there).is_some_and(|pane| pane != Pane::List);
    if matches!(model.dialog, Some(Dialog::Filter(_))) && is_elsewhere {
        effects.extend(pressed(model, KeyEvent::from(KeyCode::Enter)));
    }
    effects.extend(match there.first() {
        Some(Spot::Command(name)) => run(model, name).unwrap_or_default(),
        Some(Spot::Row(row)) => on_row(model, pane(there), *row),
        Some(Spot::Choice(place)) => on_choice(model, *place),
        Some(Spot::Letter(at)) => on_letter(model, there, *at),
        Some(Spot::Pane(pane)) => {
            model.focus = *pane;
            Vec::new()
        }
        Some(Spot::Detail | Spot::Cover) | None => Vec::new(),
    });
    effects
}

fn pane(there: &[Spot]) -> Option<Pane> {
    there.iter().find_map(|spot| match spot {
        Spot::Pane(pane) => Some(*pane),
        _ => None,
    })
}

fn on_row(model: &mut Model, pane: Option<Pane>, row: usize) -> Vec<Effect> {
    model.focus = pane.unwrap_or(model.focus);
    // A second click on a line of the tree folds or unfolds it.
    if pane == Some(Pane::Tree) && model.tree.cursor.at == row {
        return fold(model);
    }
    moves::go(model, Motion::To(row))
}

fn fold(model: &mut Model) -> Vec<Effect> {
    let key = model.selected_node();
    let effects = if key.is_some_and(|key| model.tree.open.contains(&key)) {
        moves::left(model)
    } else {
        moves::right(model)
    };
    model.focus = Pane::Tree;
    effects
}

fn on_choice(model: &mut Model, place: usize) -> Vec<Effect> {
    // A second click on a value to choose chooses the next one.
    if matches!(&model.dialog, Some(Dialog::Card(card)) if card.at == place) {
        return run(model, "other-value").unwrap_or_default();
    }
    let mut effects = match model.dialog {
        Some(Dialog::Past(_)) => past::go(model, Motion::To(place)),
        _ => answer::go(model, Motion::To(place)),
    };
    if takes_several(model) {
        effects.extend(answer::toggle(model));
    }
    effects
}

fn takes_several(model: &Model) -> bool {
    let several = [Context::PickSeveral, Context::MenuSeveral];
    let contexts = model.contexts();
    several.iter().any(|context| contexts.contains(context))
}

/// The caret goes where the click is; in a form, the field that it stands in takes the keys first.
fn on_letter(model: &mut Model, there: &[Spot], at: usize) -> Vec<Effect> {
    let effects = there.iter().find_map(|spot| match spot {
        Spot::Choice(place) => Some(answer::go(model, Motion::To(*place))),
        _ => None,
    });
    let dialog = model.dialog.as_mut();
    if let Some(field) = dialog.and_then(Dialog::field_mut) {
        field.point(at);
    }
    effects.unwrap_or_default()
}

/// Whether a double click does what Enter does.
fn opens(model: &Model, there: &[Spot]) -> bool {
    match (there.first(), &model.dialog) {
        (Some(Spot::Row(_)), None) => pane(there) != Some(Pane::Tree),
        (Some(Spot::Row(_)), Some(Dialog::Filter(_))) => true,
        (Some(Spot::Choice(_)), Some(Dialog::Pick(_) | Dialog::Menu(_) | Dialog::Palette(_))) => {
            !takes_several(model)
        }
        _ => false,
    }
}

/// Whether the mouse is listened to: if not, the terminal selects text with it.
pub(crate) fn switch(model: &mut Model) -> Vec<Effect> {
    let (owner, said) = match model.mouse {
        Owner::Terminal => (
            Owner::Screen,
            words(
                "鼠标已打开；按住 Shift 拖动仍可选取文字",
                "the mouse is on; text is still selected with Shift held",
            ),
        ),
        Owner::Screen => (
            Owner::Terminal,
            words(
                "鼠标已关闭，可用终端选取文字",
                "the mouse is off; the terminal selects text with it",
            ),
        ),
    };
    model.mouse = owner;
    model.notice = Some(Notice::done(said));
    Vec::new()
}
