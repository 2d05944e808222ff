//! The recovery journal: what is unsaved and what is being typed, so that a crash or a lost line costs nothing.
//! Each running program has its own; it only ever writes behind, and writes anew what it has when too much of
//! it is out of date.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::change::FileChange;
use crate::session::{Session, SessionError, text_of, user_name};
use crate::store::{Root, Seat, forget_journals, host_name, left_journals, set_journal_aside};

/// The way of writing; a journal written in another way is set aside.
const HEAD: &str = "{\"mulu-journal\":1}";
/// So many bytes may be out of date before the journal is written anew.
const WASTE: usize = 1 << 20;

/// 草稿: a text that was being typed into an editor and not accepted yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The file of the matter; empty where it is for no matter.
    pub path: Box<str>,
    /// What the editor was for, in words of the screen.
    pub goal: String,
    /// The way to the value.
    pub field: String,
    /// The text.
    pub text: String,
    /// The texts of several values that are asked for together, by their keys.
    pub parts: Vec<(String, String)>,
}

/// One line of a journal.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Record {
    /// A file's unsaved work: its text on disk then, and its text as it was to be.
    Unsaved {
        path: Box<str>,
        before: Option<Arc<str>>,
        after: Option<Arc<str>>,
    },
    /// A file has no unsaved work any more.
    Settled { path: Box<str> },
    /// What is being typed, if anything.
    Typed { draft: Option<Draft> },
}

/// 记录员: keeps the journal of this program.
pub struct Recorder {
    seat: Seat,
    unsaved: BTreeMap<Box<str>, FileChange>,
    draft: Option<Draft>,
    /// What is not written yet.
    waiting: String,
    /// How many bytes are written, and how many of them say what is so now.
    written: usize,
    current: usize,
}

/// 遗留: what earlier programs left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftWork {
    /// Unsaved work, the oldest first; several programs may have worked on one file.
    pub changes: Vec<FileChange>,
    /// Texts that were being typed.
    pub drafts: Vec<Draft>,
    /// The journals that all this is from.
    pub journals: Vec<String>,
    /// Journals that cannot be read.
    pub broken: Vec<String>,
}

impl LeftWork {
    /// Whether there is anything to take up.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.drafts.is_empty()
    }
}

impl Recorder {
    /// Begins a journal; others who have the catalog open are told who writes it.
    pub fn begin(root: &Root) -> Result<Recorder, SessionError> {
        let user = user_name(root).unwrap_or_default();
        let owner = format!("{user} @ {}", host_name());
        Ok(Recorder {
            seat: Seat::take(root, owner.trim_matches([' ', '@']))?,
            unsaved: BTreeMap::new(),
            draft: None,
            waiting: String::new(),
            written: 0,
            current: 0,
        })
    }

    /// Notes what is unsaved now.
    pub fn note(&mut self, unsaved: Vec<FileChange>) {
        let now: BTreeMap<Box<str>, FileChange> = unsaved
            .into_iter()
            .map(|change| (change.path.clone(), change))
            .collect();
        let before = std::mem::take(&mut self.unsaved);
        for path in before.keys().filter(|path| !now.contains_key(*path)) {
            self.wait(&Record::Settled { path: path.clone() });
        }
        for (path, change) in &now {
            if !before.get(path).is_some_and(|known| is_same(known, change)) {
                self.wait(&Record::of(change));
            }
        }
        self.unsaved = now;
    }

    /// Notes what is being typed now.
    pub fn note_draft(&mut self, draft: Option<Draft>) {
        if draft != self.draft {
            self.draft.clone_from(&draft);
            self.wait(&Record::Typed { draft });
        }
    }

    /// Whether something is noted and not written.
    pub fn is_behind(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Writes what was noted.
    pub fn write(&mut self) -> Result<(), SessionError> {
        let waiting = std::mem::take(&mut self.waiting);
        if self.unsaved.is_empty() && self.draft.is_none() {
            self.written = 0;
            return Ok(self.seat.clear()?);
        }
        if self.written > 0 && self.written + waiting.len() < 2 * self.current + WASTE {
            self.written += waiting.len();
            return Ok(self.seat.append(&waiting)?);
        }
        let text = self.whole();
        self.written = text.len();
        self.current = text.len();
        Ok(self.seat.rewrite(&text)?)
    }

    /// Those who have the catalog open too.
    pub fn neighbours(&self) -> Vec<String> {
        self.seat.neighbours()
    }

    fn wait(&mut self, record: &Record) {
        self.waiting.push_str(&record.line());
    }

    fn whole(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for change in self.unsaved.values() {
            text.push_str(&Record::of(change).line());
        }
        if self.draft.is_some() {
            let draft = self.draft.clone();
            text.push_str(&Record::Typed { draft }.line());
        }
        text
    }
}

impl Record {
    fn of(change: &FileChange) -> Record {
        Record::Unsaved {
            path: change.path.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
        }
    }

    fn line(&self) -> String {
        let mut line = serde_json::to_string(self).unwrap_or_default();
        line.push('\n');
        line
    }
}

fn is_same(one: &FileChange, other: &FileChange) -> bool {
    let same = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one == other,
        (None, None) => true,
        _ => false,
    };
    same(&one.before, &other.before) && same(&one.after, &other.after)
}

/// What earlier programs left behind at a catalog.
fn left_behind(root: &Root) -> LeftWork {
    let mut work = LeftWork::default();
    for journal in left_journals(root) {
        let Some(records) = records(&journal.text) else {
            work.broken.push(journal.name);
            continue;
        };
        let mut own: BTreeMap<Box<str>, FileChange> = BTreeMap::new();
        let mut typed = None;
        for record in records {
            match record {
                Record::Unsaved {
                    path,
                    before,
                    after,
                } => {
                    let change = FileChange {
                        path: path.clone(),
                        before,
                        after,
                    };
                    own.insert(path, change);
                }
                Record::Settled { path } => drop(own.remove(&path)),
                Record::Typed { draft } => typed = draft,
            }
        }
        work.changes.extend(own.into_values());
        work.drafts.extend(typed);
        work.journals.push(journal.name);
    }
    work
}

/// The records of a journal; `None` if it is none. What was being written when the program ended may be cut off
/// in its last line, which is passed over.
fn records(text: &str) -> Option<Vec<Record>> {
    let (head, rest) = text.split_once('\n')?;
    if head != HEAD {
        return None;
    }
    let whole = rest.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let lines = whole.lines().filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_str(line).ok()).collect()
}

/// Takes away the journals that something was taken up from, or given up.
pub fn forget(root: &Root, journals: &[String]) -> Result<(), SessionError> {
    Ok(forget_journals(root, journals)?)
}

impl Session {
    /// What earlier programs left behind and is not on disk by now.
    pub fn left_behind(&self) -> LeftWork {
        let mut work = left_behind(&self.root);
        work.changes
            .retain(|change| text_of(&self.catalog, &change.path) != change.after);
        work
    }
}

/// Puts journals that cannot be read out of the way, where a person can still find them: where they are now.
pub fn set_aside(root: &Root, broken: &[String]) -> Vec<PathBuf> {
    let aside = |name: &String| set_journal_aside(root, name);
    broken.iter().filter_map(aside).collect()
}
