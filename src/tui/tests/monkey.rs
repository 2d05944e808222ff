//! Someone who presses anything, at any time: keys, pastes, other sizes of the window, answers that come late,
//! other people who change files, a program that is killed and started again. Nothing may break, and nothing that
//! was accepted may be lost.

use std::collections::{BTreeMap, VecDeque};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use fastrand::Rng;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::tui::dialogs::{Dialog, Question};
use crate::tui::effect::Effect;
use crate::tui::keymap::Keymap;
use crate::tui::message::Message;
use crate::tui::mouse::{Mouse, MouseAct};
use crate::tui::screens;
use crate::tui::stage::{BASE, LOCAL, Stage};
use crate::tui::update::update;

/// Steps without a wish for more; set `MULU_MONKEY_STEPS` for a long afternoon, and `MULU_MONKEY_SEED` to see the
/// same one again.
const STEPS: u64 = 3_000;
/// Steps of one catalog; then comes a new one.
const DAY: u64 = 500;

#[test]
fn whatever_is_pressed_nothing_breaks_and_nothing_is_lost() {
    let steps = wish("MULU_MONKEY_STEPS").unwrap_or(STEPS);
    let first = wish("MULU_MONKEY_SEED").unwrap_or(1);
    for seed in first..first + steps.div_ceil(DAY) {
        let outcome = std::panic::catch_unwind(|| {
            let mut monkey = Monkey::new(seed);
            for _ in 0..DAY.min(steps) {
                monkey.step();
            }
            monkey.rest();
        });
        assert!(
            outcome.is_ok(),
            "MULU_MONKEY_SEED={seed} MULU_MONKEY_STEPS={DAY}"
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long to play is the tester's wish, not the program's"
)]
fn wish(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The words of one text that another does not have.
fn lost(before: Option<&str>, now: Option<&str>) -> Vec<String> {
    let now = now.unwrap_or_default();
    let words = before.unwrap_or_default().split('词').skip(1);
    let words = words.map(|rest| {
        rest.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    });
    words
        .filter(|word| !now.contains(&format!("词{word}")))
        .collect()
}

struct Monkey {
    stage: Option<Stage>,
    random: Rng,
    /// What the threads of the worker have still to do, each in its order, with the state it was asked in.
    lanes: [VecDeque<(u64, Effect)>; 8],
    keys: Vec<String>,
    words: u64,
}

impl Monkey {
    fn new(seed: u64) -> Monkey {
        let keymap = Keymap::default();
        let keys = keymap
            .bindings
            .iter()
            .flat_map(|binding| binding.keys.clone());
        Monkey {
            stage: Some(Stage::new(100, 30)),
            random: Rng::with_seed(seed),
            lanes: Default::default(),
            keys: keys.filter(|key| key != "q" && key != "ctrl-c").collect(),
            words: 0,
        }
    }

    fn stage(&mut self) -> &mut Stage {
        self.stage.as_mut().unwrap()
    }

    fn step(&mut self) {
        match self.random.u8(..100) {
            0..50 => {
                let name = self.random.choice(&self.keys).unwrap().clone();
                self.send(Message::Key(crate::tui::stage::key(&name)));
            }
            50..68 => self.type_something(),
            68..71 => {
                let text = self.word();
                self.send(Message::Paste(format!(
                    "{text}\r\n粘贴\t的文字\u{200d}👨‍👩‍👧\n"
                )));
            }
            71..73 => {
                let sizes = [
                    (80, 24),
                    (120, 40),
                    (200, 50),
                    (40, 10),
                    (19, 5),
                    (1, 1),
                    (0, 0),
                ];
                let (columns, rows) = *self.random.choice(sizes).as_ref().unwrap();
                self.send(Message::Resize(columns, rows));
            }
            73..77 => self.point(),
            77..80 => self.send(Message::Tick),
            80..81 => self.send(Message::Returned),
            81..84 => self.meddle(),
            84..98 => self.answer(),
            98 => self.leave(),
            _ => self.die(),
        }
        self.look();
    }

    fn point(&mut self) {
        let acts = [
            MouseAct::Click,
            MouseAct::Click,
            MouseAct::DoubleClick,
            MouseAct::WheelUp,
            MouseAct::WheelDown,
        ];
        let act = *self.random.choice(&acts).unwrap();
        let (columns, rows) = self.stage().model.size;
        // Beyond the edge too: the window may just have become smaller.
        let at = (self.random.u16(..columns + 3), self.random.u16(..rows + 3));
        self.send(Message::Mouse(Mouse { act, at }));
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("词{}", self.words)
    }

    fn type_something(&mut self) {
        let letters = "一二三，。、 abz019:#-[]{}\"'|>👍é𠮷e\u{301}\u{202e}（）";
        let letters: Vec<char> = letters.chars().collect();
        for _ in 0..self.random.usize(1..8) {
            let letter = *self.random.choice(&letters).unwrap();
            let modifiers = if self.random.u8(..20) == 0 {
                KeyModifiers::ALT
            } else {
                KeyModifiers::NONE
            };
            self.send(Message::Key(KeyEvent::new(
                KeyCode::Char(letter),
                modifiers,
            )));
        }
    }

    fn send(&mut self, message: Message) {
        let effects = update(&mut self.stage().model, message);
        self.take(effects);
    }

    fn take(&mut self, effects: Vec<Effect>) {
        let generation = self.stage().model.generation;
        for effect in effects {
            let lane = crate::tui::worker::lane(&effect) as usize;
            self.lanes[lane].push_back((generation, effect));
        }
        if self.stage().model.quits {
            self.leave();
        }
    }

    /// One thread finishes what it has first.
    fn answer(&mut self) {
        let lane = self.random.usize(..self.lanes.len());
        self.answer_from(lane);
    }

    fn answer_from(&mut self, lane: usize) -> bool {
        let Some((generation, effect)) = self.lanes[lane].pop_front() else {
            return false;
        };
        let outcome = self.stage().outcome(effect);
        self.send(Message::Done {
            generation,
            outcome,
        });
        true
    }

    /// All threads finish what they have.
    fn settle(&mut self) {
        while (0..self.lanes.len()).any(|lane| self.answer_from(lane)) {}
    }

    /// Someone else changes a file.
    fn meddle(&mut self) {
        let path = *self
            .random
            .choice([LOCAL, BASE, "bodies.yaml"])
            .as_ref()
            .unwrap();
        let full = self.stage().folder().join("catalog").join(path);
        let Ok(text) = std::fs::read_to_string(&full) else {
            return;
        };
        let word = self.word();
        let changed = match self.random.u8(..4) {
            0 => format!("{text}# {word}\n"),
            1 => text.replacen("hours: ", &format!("hours: {word}"), 1),
            2 => text.replacen("name: ", &format!("name: {word}"), 1),
            _ => format!("{text}note_{}: {word}\n", self.words),
        };
        crate::store::write_atomically(&full, changed.as_bytes()).unwrap();
    }

    /// The screen can be drawn, and the cursor is on it.
    fn look(&mut self) {
        let model = &self.stage().model;
        let (columns, rows) = model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| screens::view(model, frame)).unwrap();
        let at = terminal.get_cursor_position().unwrap();
        assert!(at.x <= columns && at.y <= rows, "the cursor is at {at}");
    }

    /// In the end all is in step.
    fn rest(&mut self) {
        self.settle();
        let unsaved = self.stage().unsaved();
        assert_eq!(self.stage().model.unsaved, unsaved);
    }

    /// The program ends in an orderly way; nothing is unsaved that was not asked about.
    fn leave(&mut self) {
        for lane in &mut self.lanes {
            lane.clear();
        }
        let stage = self.stage.take().unwrap();
        self.stage = Some(stage.again());
    }

    /// The program is killed a second after the last key, and started again.
    fn die(&mut self) {
        self.settle();
        // What others wrote is taken in first, as the next start would take it in.
        self.send(Message::Returned);
        self.settle();
        self.send(Message::Tick);
        self.settle();
        let draft = crate::tui::update::draft::current(&self.stage().model);
        // In the middle of typing nothing is taken in; then the next start joins both.
        let others_wait = !self.stage().model.safety.noticed.is_empty();
        let unsaved = self.stage().unsaved();
        let expected: BTreeMap<_, _> = unsaved
            .into_iter()
            .map(|change| (change.path, change.after))
            .collect();
        self.leave();
        let offered = matches!(
            self.stage().model.dialog,
            Some(Dialog::Ask(Question::Recover(_)))
        );
        assert!(
            offered || expected.is_empty() && draft.is_none(),
            "{expected:?} {draft:?}"
        );
        self.send(Message::Key(KeyEvent::from(KeyCode::Enter)));
        self.settle();
        for (path, after) in expected {
            let changes = self.stage().unsaved();
            let now = changes.into_iter().find(|change| change.path == path);
            let now = now.and_then(|change| change.after);
            if others_wait {
                assert_eq!(lost(after.as_deref(), now.as_deref()), Vec::<String>::new());
            } else {
                assert_eq!(now, after, "{path} is not as it was");
            }
        }
        let now = crate::tui::update::draft::current(&self.stage().model);
        if let (Some(draft), Some(now)) = (&draft, &now) {
            assert_eq!(now.text, draft.text);
        }
    }
}
