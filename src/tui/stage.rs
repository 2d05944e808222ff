//! A stage for tests: a small catalog on disk, the model, and the worker's jobs done at once, so that keys
//! go in and a screen or a file comes out.

use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::civil::{Date, date};

use crate::change::FileChange;
use crate::session::{self, Session};
use crate::store::{Content, Root};
use crate::text::{Lang, width};
use crate::tui::effect::Effect;
use crate::tui::findings::Findings;
use crate::tui::indexer::indexed;
use crate::tui::keeper::Keeper;
use crate::tui::message::{Fault, Message, Outcome};
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::mouse::{Mouse, MouseAct};
use crate::tui::picture::{drawn, plain};
use crate::tui::planner::answered;
use crate::tui::surveyor::surveyed;
use crate::tui::theme::Theme;
use crate::tui::update::look::show;
use crate::tui::update::update;
use crate::tui::watcher::Watcher;
use crate::tui::worker::{Lane, in_session, lane, of_git};
use crate::yaml::Path;

const TODAY: Date = date(2026, 3, 1);
/// The local matter of the catalog that `session::create` makes.
pub(crate) const LOCAL: &str = "local/330106/11330106MU033101XF4000131002000.yaml";
/// The base matter above it.
pub(crate) const BASE: &str = "base/31/000131002000.yaml";

/// 台: a catalog, a screen, and nobody in between.
pub(crate) struct Stage {
    /// The screen's state.
    pub(crate) model: Model,
    session: Option<Session>,
    /// What was handed to the person's own clipboard last.
    pub(crate) copied: String,
    /// What the person's own editor does to a text.
    pub(crate) outside: fn(&str) -> Result<String, Fault>,
    keeper: Keeper,
    watcher: Watcher,
    folder: Rc<tempfile::TempDir>,
}

impl Stage {
    /// A screen of so many columns and rows on the small catalog.
    pub(crate) fn new(columns: u16, rows: u16) -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let root = session::create(folder.path()).unwrap();
        Stage::on(folder, root, (columns, rows))
    }

    /// The same, with some text in a file put in place of another.
    pub(crate) fn with(path: &str, (old, new): (&str, &str), size: (u16, u16)) -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let root = session::create(folder.path()).unwrap();
        let text = read(&root, path);
        assert!(text.contains(old), "{path} does not hold {old}");
        root.write_file(path, Some(&text), Some(&text.replace(old, new)))
            .unwrap();
        Stage::on(folder, root, size)
    }

    pub(crate) fn on(
        folder: impl Into<Rc<tempfile::TempDir>>,
        root: Root,
        size: (u16, u16),
    ) -> Stage {
        let theme = Theme::terminal();
        let mut model = Model::new(Screen::Desk, Lang::Zh, theme, size);
        model.today = TODAY;
        model.loading = Some((0, 0));
        let mut stage = Stage {
            model,
            session: None,
            copied: String::new(),
            outside: |text| Ok(text.to_owned()),
            keeper: Keeper::default(),
            watcher: Watcher::default(),
            folder: folder.into(),
        };
        stage.carry_out(vec![Effect::Open(root)]);
        stage
    }

    /// A second screen on the same folder.
    pub(crate) fn again(self) -> Stage {
        let (folder, size) = (Rc::clone(&self.folder), self.model.size);
        drop(self);
        let root = Root::at(folder.path()).unwrap();
        Stage::on(folder, root, size)
    }

    /// Another screen on the same folder, at the same time.
    pub(crate) fn beside(&self) -> Stage {
        let root = Root::at(self.folder()).unwrap();
        Stage::on(Rc::clone(&self.folder), root, self.model.size)
    }

    /// Does what the worker would do.
    pub(crate) fn carry_out(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let effect = effects.remove(0);
            if let Effect::Copy(text) = effect {
                self.copied = text;
                continue;
            }
            let generation = self.model.generation;
            let outcome = self.outcome(effect);
            let message = Message::Done {
                generation,
                outcome,
            };
            effects.extend(update(&mut self.model, message));
        }
    }

    /// What the worker would answer.
    pub(crate) fn outcome(&mut self, effect: Effect) -> Outcome {
        if let Effect::EditOutside(errand) = effect {
            let left = (self.outside)(&errand.shown).map(Into::into);
            return Outcome::CameBack(Box::new((errand, left)));
        }
        match lane(&effect) {
            Lane::Checker => match effect {
                Effect::Check { catalog, .. } => {
                    let found = session::check(&catalog, TODAY);
                    Outcome::Checked(Box::new(Findings::of(found)))
                }
                other => panic!("{other:?}"),
            },
            Lane::Keeper => {
                let outcome = self.keeper.take(effect);
                self.keeper.write().unwrap();
                outcome
            }
            Lane::Planner => match effect {
                Effect::Prepare(order) => answered(&order, TODAY, &|_, _| true),
                other => panic!("{other:?}"),
            },
            Lane::Indexer => indexed(effect),
            Lane::Git => of_git(effect, &|_| ()),
            Lane::Watcher => self.watcher.look(effect),
            Lane::Surveyor => surveyed(effect, TODAY),
            Lane::Session => in_session(&mut self.session, effect, &|_, _| {}),
        }
    }

    /// Sends a message and does what comes of it.
    pub(crate) fn send(&mut self, message: Message) {
        let effects = update(&mut self.model, message);
        self.carry_out(effects);
    }

    /// What the session has not saved.
    pub(crate) fn unsaved(&self) -> Vec<FileChange> {
        self.session
            .as_ref()
            .map(Session::unsaved)
            .unwrap_or_default()
    }

    /// Someone else puts another text into a file.
    pub(crate) fn meddle(&self, path: &str, change: impl Fn(&str) -> String) {
        let full = self.folder().join("catalog").join(path);
        crate::store::write_atomically(&full, change(&self.on_disk(path)).as_bytes()).unwrap();
    }

    /// Time passes, until someone has looked at the disk.
    pub(crate) fn wait(&mut self) {
        for _ in 0..4 {
            self.send(Message::Tick);
        }
    }

    /// Records every finding in the baseline, and opens the catalog again.
    pub(crate) fn record_baseline(&mut self) {
        let session = self.session.as_mut().unwrap();
        let found = session.check(TODAY);
        session
            .renew_baseline(&found, session::Renew::Grow)
            .unwrap();
        let root = session.root().clone();
        self.carry_out(vec![Effect::Open(root)]);
    }

    /// Presses keys, by their names with spaces between: `j enter ctrl-s`.
    pub(crate) fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let effects = update(&mut self.model, Message::Key(key(name)));
            self.carry_out(effects);
        }
    }

    /// Clicks on the first place of the screen where a text stands.
    pub(crate) fn click(&mut self, text: &str) {
        self.point(MouseAct::Click, text);
    }

    /// Clicks twice there.
    pub(crate) fn double_click(&mut self, text: &str) {
        let at = self.place(text);
        for act in [MouseAct::Click, MouseAct::DoubleClick] {
            self.send(Message::Mouse(Mouse { act, at }));
        }
    }

    /// Does something with the mouse there.
    pub(crate) fn point(&mut self, act: MouseAct, text: &str) {
        let at = self.place(text);
        self.send(Message::Mouse(Mouse { act, at }));
    }

    /// The column and row where a text stands first.
    fn place(&self, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let found = screen.lines().zip(0..).find_map(|(line, row)| {
            let at = line.find(text)?;
            Some((u16::try_from(width(&line[..at])).unwrap(), row))
        });
        found.unwrap_or_else(|| panic!("{text} is not on the screen:\n{screen}"))
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) {
        let effects = update(&mut self.model, Message::Paste(text.to_owned()));
        self.carry_out(effects);
    }

    /// Types a text, letter by letter, as an input method does.
    pub(crate) fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            let key = KeyEvent::from(KeyCode::Char(letter));
            update(&mut self.model, Message::Key(key));
        }
    }

    /// Shows the row at a path of a file's matter, unfolding what it lies in.
    pub(crate) fn go_to(&mut self, file: &str, row: &str) {
        show(&mut self.model, file.into());
        self.model.focus = Pane::Sheet;
        let path = Path::parse(row).unwrap();
        for steps in 1..path.0.len() {
            let above = Path(path.0[..steps].to_vec());
            self.model.sheet.view.opened.insert(above);
        }
        // Any message brings the rows in step with what is unfolded.
        self.press("e e");
        let place = self
            .model
            .sheet
            .rows
            .iter()
            .position(|row| row.path == path);
        self.model.sheet.cursor.at = place.unwrap_or_else(|| panic!("no row {row}"));
    }

    /// The text of a file as the session has it, saved or not.
    pub(crate) fn text(&self, path: &str) -> String {
        let catalog = self.session.as_ref().unwrap().catalog();
        catalog.file(path).unwrap().document().text().to_string()
    }

    /// The text of a file on disk.
    pub(crate) fn on_disk(&self, path: &str) -> String {
        read(&Root::at(self.folder()).unwrap(), path)
    }

    /// The catalog's folder.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        plain(&drawn(&self.model))
    }
}

fn read(root: &Root, path: &str) -> String {
    match root.read_file(path, 1 << 20).unwrap() {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        other => panic!("{path}: {other:?}"),
    }
}

pub(crate) fn key(name: &str) -> KeyEvent {
    let (name, modifiers) = match name.split_once('-') {
        Some(("ctrl", rest)) => (rest, KeyModifiers::CONTROL),
        Some(("shift", rest)) => (rest, KeyModifiers::SHIFT),
        _ => (name, KeyModifiers::NONE),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "space" => KeyCode::Char(' '),
        "down" => KeyCode::Down,
        "up" => KeyCode::Up,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "back" => KeyCode::Backspace,
        "delete" => KeyCode::Delete,
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}
