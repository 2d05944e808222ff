//! From one state of the screen to the next. Pure: what is to happen outside comes back as effects.

pub(crate) mod answer;
pub(crate) mod ask;
pub(crate) mod card;
pub(crate) mod changes;
pub(crate) mod create;
mod done;
pub(crate) mod edit;
pub(crate) mod errand;
pub(crate) mod find;
pub(crate) mod list;
pub(crate) mod look;
pub(crate) mod moves;
pub(crate) mod past;
mod refresh;
pub(crate) mod review;
pub(crate) mod save;
pub(crate) mod typing;
pub(crate) mod views;

use crossterm::event::{KeyEvent, KeyEventKind};

use crate::tui::command;
use crate::tui::dialogs::{Dialog, Pick, Question};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Meaning};
use crate::tui::keys::Context;
use crate::tui::message::Message;
use crate::tui::model::{Model, Pane, Screen};

/// Takes one message in.
pub(crate) fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = taken(model, message);
    while !model.is_changing {
        let Some(message) = model.held.pop_front() else {
            break;
        };
        effects.extend(taken(model, message));
    }
    refresh::settle(model);
    effects.extend(review::follow(model));
    effects
}

fn taken(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        // What is typed during a change means the state after it.
        Message::Key(_) | Message::Paste(_) if model.is_changing => {
            model.held.push_back(message);
            Vec::new()
        }
        Message::Key(key) => pressed(model, key),
        Message::Paste(text) => typing::paste(model, &text),
        Message::Resize(columns, rows) => {
            model.size = (columns, rows);
            look::rewrap_changes(model);
            Vec::new()
        }
        Message::InputLost => {
            model.quits = true;
            Vec::new()
        }
        Message::Progress { done, total } => {
            let so_far = model.loading.map_or(0, |(done, _)| done);
            model.loading = model.loading.map(|_| (done.max(so_far), total));
            Vec::new()
        }
        Message::Done {
            generation,
            outcome,
        } => done::done(model, generation, outcome),
    }
}

fn pressed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    if key.kind == KeyEventKind::Release {
        return Vec::new();
    }
    model.notice = None;
    let is_first = model.prefix.is_empty();
    let mut pressed = std::mem::take(&mut model.prefix);
    pressed.extend(keymap::name(key));
    match model.keymap.meaning(&pressed, &model.contexts()) {
        Meaning::Command(name) => {
            let command = command::find(name).filter(|command| (command.applies)(model));
            if let Some(command) = command {
                return (command.run)(model);
            }
        }
        Meaning::Prefix if !command::following(model, &pressed).is_empty() => {
            model.prefix = pressed;
            return Vec::new();
        }
        Meaning::Prefix | Meaning::Nothing => {}
    }
    if let Some(dialog) = &mut model.dialog.as_mut().filter(|_| is_first) {
        dialog.key(key);
        look::follow_filter(model);
    }
    Vec::new()
}

impl Model {
    /// Where keys go now, the narrowest first.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        match &self.dialog {
            None => self.contexts_below(),
            Some(Dialog::Line(line)) if line.is_day() => {
                vec![Context::Day, Context::Line, Context::Typing]
            }
            Some(Dialog::Line(_)) => vec![Context::Line, Context::Typing],
            Some(Dialog::Text(text)) if text.is_finding() => vec![Context::Seek, Context::Typing],
            Some(Dialog::Text(_)) => vec![Context::Text, Context::Typing],
            Some(Dialog::Commit(_)) => vec![Context::Commit, Context::Text, Context::Typing],
            Some(Dialog::Past(_)) => vec![Context::Past],
            Some(Dialog::Menu(menu)) => menu.contexts(),
            Some(Dialog::Filter(_)) if self.screen == Screen::Desk => {
                vec![Context::Find, Context::Filter, Context::Typing]
            }
            Some(Dialog::Pick(Pick {
                takes_several: true,
                ..
            })) => vec![Context::PickSeveral, Context::Pick, Context::Typing],
            Some(Dialog::Pick(_)) => vec![Context::Pick, Context::Typing],
            Some(Dialog::Card(_)) => vec![Context::Card, Context::Typing],
            Some(Dialog::Filter(_)) => vec![Context::Filter, Context::Typing],
            Some(Dialog::Ask(Question::Quit)) => vec![Context::AskQuit],
            Some(Dialog::Ask(Question::Recover(_))) => vec![Context::AskRecover],
            Some(Dialog::Returned(_)) => vec![Context::Returned],
            Some(Dialog::Preview(_)) => vec![Context::Preview],
            Some(Dialog::Ruling(_)) => vec![Context::Ruling, Context::Typing],
            Some(Dialog::Help(_)) => vec![Context::Help, Context::Moves],
        }
    }

    /// Where keys go without a dialog.
    pub(crate) fn contexts_below(&self) -> Vec<Context> {
        let narrow: &[Context] = match (&self.screen, self.focus) {
            (Screen::Nowhere(_), _) => &[Context::Nowhere, Context::Plain],
            (Screen::Findings, _) => &[Context::Findings, Context::Moves, Context::Plain],
            (Screen::Changes, _) => &[Context::Changes, Context::Moves, Context::Plain],
            (Screen::Review, _) => &[Context::Review, Context::Moves],
            (Screen::Desk, Pane::Tree) => {
                &[Context::Tree, Context::Desk, Context::Moves, Context::Plain]
            }
            (Screen::Desk, Pane::List) => {
                &[Context::List, Context::Desk, Context::Moves, Context::Plain]
            }
            (Screen::Desk, Pane::Sheet) => &[
                Context::Sheet,
                Context::Desk,
                Context::Moves,
                Context::Plain,
            ],
        };
        narrow.iter().copied().chain([Context::App]).collect()
    }

    /// Sends an effect that changes the catalog; keys wait until it is done.
    pub(crate) fn change(&mut self, effect: Effect) -> Vec<Effect> {
        self.is_changing = true;
        vec![effect]
    }
}
