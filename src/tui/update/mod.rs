//! From one state of the screen to the next. Pure: what is to happen outside comes back as effects.

pub(crate) mod answer;
pub(crate) mod ask;
pub(crate) mod beside;
pub(crate) mod card;
pub(crate) mod changes;
pub(crate) mod create;
pub(crate) mod deed;
pub(crate) mod dispute;
mod done;
pub(crate) mod draft;
pub(crate) mod edit;
pub(crate) mod errand;
pub(crate) mod find;
pub(crate) mod fix;
pub(crate) mod guidance;
pub(crate) mod guide;
pub(crate) mod home;
pub(crate) mod list;
pub(crate) mod look;
pub(crate) mod many;
pub(crate) mod mouse;
pub(crate) mod moves;
pub(crate) mod outside;
pub(crate) mod palette;
pub(crate) mod panel;
pub(crate) mod past;
mod refresh;
pub(crate) mod review;
pub(crate) mod save;
pub(crate) mod trail;
pub(crate) mod typing;
pub(crate) mod views;
pub(crate) mod work;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use crate::text::{Words, words};
use crate::tui::command::{self, Command, Section};
use crate::tui::dialogs::{Dialog, Pick, Question};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Meaning};
use crate::tui::keys::Context;
use crate::tui::message::Message;
use crate::tui::model::{Model, Notice, Pane, Screen};

const NO_HALT: Words = words(
    "正在写入，停不下来；写完就好，输入的都会照做",
    "writing; it cannot be stopped and is soon done, and what you type waits for it",
);

/// Takes one message in.
pub(crate) fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let before = model.notice.clone();
    let mut effects = taken(model, message);
    while !model.is_changing {
        let Some(message) = model.held.pop_front() else {
            break;
        };
        effects.extend(taken(model, message));
    }
    effects.extend(draft::go_on(model));
    effects.extend(outside::take_in(model));
    refresh::settle(model);
    palette::follow(model);
    keep_notice(model, before.as_ref());
    trail::follow(model);
    effects.extend(review::follow(model));
    effects
}

/// What is said anew goes into the log.
fn keep_notice(model: &mut Model, before: Option<&Notice>) {
    let said = model.notice.as_ref().filter(|said| Some(*said) != before);
    if let Some(said) = said.cloned() {
        model.log.keep(said);
    }
}

/// What was said stays until the next key; that something went wrong, until one that does more than move.
fn let_go_of_notice(model: &mut Model, command: Option<&Command>) {
    let moves = command.is_some_and(|command| command.section == Section::Move);
    let stays = |notice: &mut Notice| notice.is_fault && moves;
    model.notice.take_if(|notice| !stays(notice));
}

fn taken(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) if model.is_changing && key.code == KeyCode::Esc => {
            model.notice = Some(Notice::done(NO_HALT));
            Vec::new()
        }
        // What is typed during a change means the state after it.
        Message::Key(_) | Message::Mouse(_) | Message::Paste(_) if model.is_changing => {
            model.held.push_back(message);
            Vec::new()
        }
        Message::Key(key) => pressed(model, key),
        Message::Mouse(mouse) => mouse::moused(model, mouse),
        Message::Paste(text) => typing::paste(model, &text),
        Message::Resize(columns, rows) => {
            model.size = (columns, rows);
            look::rewrap_changes(model);
            Vec::new()
        }
        Message::InputLost => {
            model.quits = true;
            deed::halt(model);
            draft::keep(model)
        }
        Message::Tick => outside::tick(model),
        Message::Returned => outside::look(model, true),
        Message::Progress { done, total } => {
            let so_far = model.loading.map_or(0, |(done, _)| done);
            model.loading = model.loading.map(|_| (done.max(so_far), total));
            Vec::new()
        }
        Message::Step {
            number,
            done,
            total,
        } => {
            many::stepped(model, number, (done, total));
            Vec::new()
        }
        Message::Checking {
            generation,
            done,
            total,
        } => {
            if generation == model.generation {
                model.findings.progress = Some((done, total));
            }
            Vec::new()
        }
        Message::Heard(line) => {
            deed::heard(model, line);
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
    // A value that nobody is asked for any more goes nowhere.
    model.many.asks &= model.dialog.is_some();
    let is_first = model.prefix.is_empty();
    let mut pressed = std::mem::take(&mut model.prefix);
    pressed.extend(keymap::name(key));
    match model.keymap.meaning(&pressed, &model.contexts()) {
        Meaning::Command(name) => {
            if let Some(effects) = run(model, name) {
                return effects;
            }
        }
        Meaning::Prefix if !command::following(model, &pressed).is_empty() => {
            model.prefix = pressed;
            return Vec::new();
        }
        Meaning::Prefix | Meaning::Nothing => let_go_of_notice(model, None),
    }
    if let Some(dialog) = &mut model.dialog.as_mut().filter(|_| is_first) {
        dialog.key(key);
        look::follow_filter(model);
    }
    Vec::new()
}

/// Runs a command, if it makes sense now.
fn run(model: &mut Model, name: &str) -> Option<Vec<Effect>> {
    let command = command::find(name).filter(|command| (command.applies)(model));
    let_go_of_notice(model, command);
    let command = command?;
    trail::note(model, command);
    Some((command.run)(model))
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
            Some(Dialog::Dispute(_)) => vec![Context::Dispute],
            Some(Dialog::Waiting) => vec![Context::Waiting],
            Some(Dialog::AtWork) => vec![Context::AtWork],
            Some(Dialog::Said(_)) => vec![Context::Said, Context::Moves],
            Some(Dialog::Forecast(_)) => vec![Context::Forecast],
            Some(Dialog::Preview(_) | Dialog::Fixes(_) | Dialog::RuleFixes(_)) => {
                vec![Context::Preview]
            }
            Some(Dialog::Help(..) | Dialog::Guidance(_)) => vec![Context::Help, Context::Moves],
            Some(Dialog::Ruling(_) | Dialog::Exception(_)) => {
                vec![Context::Ruling, Context::Typing]
            }
            Some(Dialog::RulePage(_)) => vec![Context::Page],
            Some(Dialog::Messages(_)) => vec![Context::Messages, Context::Moves],
            Some(Dialog::Palette(_)) => vec![Context::Palette, Context::Typing],
        }
    }

    /// Where keys go without a dialog.
    pub(crate) fn contexts_below(&self) -> Vec<Context> {
        let narrow: &[Context] = match (&self.screen, self.focus) {
            (Screen::Nowhere(_), _) => &[Context::Nowhere, Context::Plain],
            (Screen::Home, _) => &[Context::Home, Context::Moves, Context::Plain],
            (Screen::Guide, _) => &[Context::Guide, Context::Moves, Context::Plain],
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
