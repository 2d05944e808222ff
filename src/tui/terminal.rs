//! The terminal: taken over, and given back however the program ends.

use std::io::{Stdout, Write, stdout};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, EnableBracketedPaste, EnableFocusChange, Event,
};
use crossterm::style::Print;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;

use crate::tui::clipboard;
use crate::tui::gate::Gate;
use crate::tui::message::Message;
use crate::tui::model::Model;
use crate::tui::mouse::{Clicks, Owner};
use crate::tui::screens;

/// Asks for clicks and the wheel, told in a form that knows wide screens.
const MOUSE_ON: &str = "\u{1b}[?1000h\u{1b}[?1006h";
/// Asks for them no more.
const MOUSE_OFF: &str = "\u{1b}[?1006l\u{1b}[?1000l";

/// 终端: gives the terminal back when it is dropped.
pub(crate) struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Stdout>>,
    gate: Gate,
    mouse: Owner,
}

impl Terminal {
    /// Takes the terminal over.
    pub(crate) fn enter() -> std::io::Result<Terminal> {
        restore_on_panic();
        match take() {
            Ok(inner) => Ok(Terminal {
                inner,
                gate: Gate::default(),
                mouse: Owner::Terminal,
            }),
            // What was taken is given back, even if the next step failed.
            Err(error) => {
                restore();
                Err(error)
            }
        }
    }

    /// What stands between its keys and the screen.
    pub(crate) fn gate(&self) -> Gate {
        self.gate.clone()
    }

    /// Gives the terminal to another program while something is done, and takes it over again.
    pub(crate) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> std::io::Result<T> {
        self.gate.close();
        restore();
        self.mouse = Owner::Terminal;
        let done = work();
        let taken = take();
        self.gate.open();
        // A fresh one draws everything anew.
        self.inner = taken?;
        Ok(done)
    }

    /// Columns and rows.
    pub(crate) fn size(&self) -> std::io::Result<(u16, u16)> {
        let size = self.inner.size()?;
        Ok((size.width, size.height))
    }

    /// Says whose the mouse is. Only clicks and the wheel are asked for: a
    /// pointer that moves says nothing over the line.
    pub(crate) fn give_mouse(&mut self, owner: Owner) -> std::io::Result<()> {
        if owner == self.mouse {
            return Ok(());
        }
        self.mouse = owner;
        match owner {
            Owner::Screen => execute!(stdout(), Print(MOUSE_ON)),
            Owner::Terminal => execute!(stdout(), Print(MOUSE_OFF)),
        }
    }

    /// Hands a text to the person's own clipboard.
    pub(crate) fn copy(text: &str) -> std::io::Result<()> {
        let mut terminal = stdout();
        terminal.write_all(clipboard::order(text).as_bytes())?;
        terminal.flush()
    }

    /// Draws the model.
    pub(crate) fn draw(&mut self, model: &Model) -> std::io::Result<()> {
        self.inner
            .draw(|frame| screens::view(model, frame))
            .map(|_| ())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Takes the terminal over, empty.
fn take() -> std::io::Result<ratatui::Terminal<CrosstermBackend<Stdout>>> {
    enable_raw_mode()?;
    let inner = ratatui::Terminal::new(CrosstermBackend::new(stdout()))?;
    execute!(
        stdout(),
        EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        Clear(ClearType::All)
    )?;
    Ok(inner)
}

/// Gives the terminal back; what fails here has nobody left to be told.
fn restore() {
    let _ = execute!(
        stdout(),
        Print(MOUSE_OFF),
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

/// A panic of the screen gives the terminal back before it speaks; one of the worker is answered by the
/// worker and must not draw over the screen.
fn restore_on_panic() {
    let screen = std::thread::current().id();
    let speak = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == screen {
            restore();
            speak(panic);
        }
    }));
}

/// Reads keys on a thread of its own and sends them on.
pub(crate) fn listen(messages: Sender<Message>, gate: Gate) {
    std::thread::spawn(move || {
        let mut clicks = Clicks::default();
        loop {
            let message = match gate.read() {
                Ok(Event::Key(key)) => Message::Key(key),
                Ok(Event::Mouse(event)) => match clicks.read(event, Instant::now()) {
                    Some(mouse) => Message::Mouse(mouse),
                    None => continue,
                },
                Ok(Event::Paste(text)) => Message::Paste(text),
                Ok(Event::Resize(columns, rows)) => Message::Resize(columns, rows),
                Ok(Event::FocusGained) => Message::Returned,
                Ok(_) => continue,
                Err(_) => Message::InputLost,
            };
            let is_last = matches!(message, Message::InputLost);
            if messages.send(message).is_err() || is_last {
                return;
            }
        }
    });
}

/// Time, told to the screen on a thread of its own.
pub(crate) fn tick(messages: Sender<Message>) {
    const BEAT: Duration = Duration::from_millis(500);
    std::thread::spawn(move || {
        while messages.send(Message::Tick).is_ok() {
            std::thread::sleep(BEAT);
        }
    });
}

/// Hears when the program is told to end, or its terminal is gone: what is being typed is kept, and the terminal
/// given back.
#[cfg(unix)]
pub(crate) fn hear_signals(messages: Sender<Message>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
        return;
    };
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            let _ = messages.send(Message::InputLost);
        }
    });
}

/// Elsewhere the system closes the terminal by itself.
#[cfg(not(unix))]
pub(crate) fn hear_signals(_: Sender<Message>) {}
