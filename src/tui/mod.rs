//! The screen. `update` turns a message into a new state and effects, `view` draws the state, the worker
//! does the effects and answers with messages; nothing else happens here. Keys never wait for disk or git,
//! and the first picture is drawn before any file is read.

mod beside;
mod changes;
mod clerk;
mod clipboard;
mod command;
mod config;
mod decider;
mod deed;
mod dialogs;
mod effect;
mod errand;
mod find;
mod findings;
mod fixer;
mod form;
mod gate;
mod glyphs;
mod home;
mod indexer;
mod keeper;
mod keymap;
mod keys;
mod log;
mod many;
mod message;
mod model;
mod mouse;
mod outline;
mod panel;
mod picture;
mod planner;
mod preview;
mod priority;
mod review;
mod safety;
mod screens;
mod settings;
#[cfg(test)]
mod stage;
mod start;
mod surveyor;
mod svg;
mod terminal;
#[cfg(test)]
mod tests;
mod theme;
mod trail;
mod update;
mod watcher;
mod widgets;
mod worker;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};

use jiff::civil::Date;

pub use picture::{Picture, picture};
pub use settings::Settings;
pub use theme::Depth;

#[cfg(test)]
pub(crate) use picture::plain;

use crate::store::{self, Root};
use crate::text::{Lang, Message as Saying, words};
use crate::tui::effect::Effect;
use crate::tui::message::{Message, Outcome};
use crate::tui::model::{Model, Screen};
use crate::tui::terminal::Terminal;
use crate::tui::theme::Theme;
use crate::tui::worker::Worker;

/// How the screen is to start.
#[derive(Clone, Debug)]
pub struct Options {
    /// What to open.
    pub start: Start,
    /// The language that was asked for.
    pub lang: Option<Lang>,
    /// The language of the locale.
    pub locale: Lang,
    /// Today's date.
    pub today: Date,
    /// What the person has set.
    pub settings: Settings,
    /// Whether the width of ambiguous characters was told by the command line or the environment.
    pub is_width_asked: bool,
    /// Whether colours may be used.
    pub colours: bool,
    /// The editor for files, with its arguments.
    pub editor: Option<String>,
    /// How git calls this program.
    pub program: String,
    /// How many colours the terminal knows.
    pub depth: Depth,
}

/// What the screen opens.
#[derive(Clone, Debug)]
pub enum Start {
    /// A catalog.
    Catalog(Root),
    /// Nothing yet; the person decides.
    Nowhere {
        /// The folder where the program was started.
        folder: PathBuf,
    },
}

/// Why the screen ended before its time.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The terminal refused.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] std::io::Error),
}

impl Error {
    /// What went wrong, for a person.
    pub fn message(&self) -> Saying {
        let Error::Terminal(error) = self;
        words("无法使用终端：{error}", "cannot use the terminal: {error}")
            .with(&[("error", &error.to_string())])
    }
}

/// Shows the screen until the person leaves it.
pub fn run(options: &Options) -> Result<(), Error> {
    let mut terminal = Terminal::enter()?;
    let (screen, first) = match &options.start {
        Start::Catalog(root) => (Screen::Desk, Some(Effect::Open(root.clone()))),
        Start::Nowhere { folder } => (Screen::Nowhere(folder.clone()), None),
    };
    let size = terminal.size()?;
    let mut model = Model::new(screen, options.locale, Theme::terminal(), size);
    model.today = options.today;
    start::settle(&mut model, options);
    model.loading = first.as_ref().map(|_| (0, 0));
    terminal.give_mouse(model.mouse)?;
    terminal.draw(&model)?;

    let (sender, messages) = channel();
    priority::share_out_behind();
    let worker = Worker::start(&sender, options.today);
    terminal::listen(sender.clone(), terminal.gate());
    terminal::hear_signals(sender.clone());
    terminal::tick(sender);
    let turned = AssertUnwindSafe(|| turn(&mut terminal, &mut model, (&worker, &messages), first));
    let ended = catch_unwind(turned);
    drop(terminal);
    if ended.is_err() {
        // What is being typed is kept, whatever went wrong with the screen.
        for effect in update::draft::keep(&mut model) {
            worker.take(model.generation, effect);
        }
    }
    // A catalog that is still being read holds nothing that could be lost.
    if model.loading.is_none() {
        worker.finish();
    }
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Lends the terminal to the person's own editor; takes in what it left, and the size the terminal has now.
fn outside(
    terminal: &mut Terminal,
    model: &mut Model,
    errand: errand::Errand,
) -> Result<Vec<Effect>, Error> {
    let left = terminal.lend(|| errand::run(&errand))?;
    let (columns, rows) = terminal.size()?;
    let mut effects = update::update(model, Message::Resize(columns, rows));
    let returned = Message::Done {
        generation: model.generation,
        outcome: Outcome::CameBack(Box::new((errand, left))),
    };
    effects.extend(update::update(model, returned));
    terminal.draw(model)?;
    Ok(effects)
}

/// The loop: messages in, effects out, a picture after each batch.
fn turn(
    terminal: &mut Terminal,
    model: &mut Model,
    (worker, messages): (&Worker, &Receiver<Message>),
    first: Option<Effect>,
) -> Result<(), Error> {
    let mut effects: VecDeque<Effect> = first.into_iter().collect();
    loop {
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Copy(text) => Terminal::copy(&text)?,
                Effect::EditOutside(errand) => effects.extend(outside(terminal, model, errand)?),
                effect => worker.take(model.generation, effect),
            }
        }
        if model.quits {
            return Ok(());
        }
        let Ok(message) = messages.recv() else {
            return Ok(());
        };
        model.log.time = store::time_of_day();
        effects.extend(update::update(model, message));
        for message in messages.try_iter() {
            effects.extend(update::update(model, message));
        }
        terminal.give_mouse(model.mouse)?;
        terminal.draw(model)?;
    }
}
