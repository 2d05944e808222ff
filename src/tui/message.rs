//! What can happen to the screen.

use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::catalog::Catalog;
use crate::change::FileChange;
use crate::findings::Finding;
use crate::search::Index;
use crate::session::{Chronicle, Pick, Place, SavedView, Staged, Trace, Uncommitted, Weighed};
use crate::store::Root;
use crate::text::Message as Saying;
use crate::tui::errand::Errand;
use crate::tui::outline::Outline;
use crate::tui::review::Queue;

/// 消息: one thing that happened.
#[derive(Debug)]
pub(crate) enum Message {
    /// Someone pressed a key.
    Key(KeyEvent),
    /// Someone pasted text.
    Paste(String),
    /// The terminal has another size: columns, then rows.
    Resize(u16, u16),
    /// The terminal gives no more keys.
    InputLost,
    /// So many files are read, of so many.
    Progress {
        /// Files read.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// The worker has finished something.
    Done {
        /// The state of the catalog for which it was asked.
        generation: u64,
        /// What came of it.
        outcome: Outcome,
    },
}

/// What came of an effect.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// A catalog is open.
    Opened(Box<Opened>),
    /// The catalog is another one now.
    Changed(Box<Changed>),
    /// There was nothing to undo or redo.
    NothingToDo,
    /// The recovery journal holds what it should.
    Kept,
    /// What was unsaved is on disk, so many files; or writing stopped.
    Saved {
        /// How many files were written, or why it stopped.
        written: Result<usize, Fault>,
        /// What is still unsaved.
        unsaved: Vec<FileChange>,
    },
    /// It is committed; what is to be said about it.
    Committed(Saying),
    /// What the next commit takes of a file, if anything.
    Staged {
        /// The file.
        path: Box<str>,
        /// What it takes.
        staged: Option<Staged>,
    },
    /// The last commit may be made anew; it has this message.
    Amendable(String),
    /// Someone has looked further back.
    LookedBack(Box<Chronicle>),
    /// Every finding of the catalog.
    Checked(Vec<Finding>),
    /// The findings of one file.
    FileChecked {
        /// The file.
        path: Box<str>,
        /// What is said about it.
        findings: Vec<Finding>,
    },
    /// What differs from the last commit, or why git cannot tell.
    Uncommitted(Result<Uncommitted, Fault>),
    /// Every difference of the catalog.
    Surveyed(Arc<Queue>),
    /// What can be found in the catalog.
    Indexed(Box<Index>),
    /// The laws cited in the base catalog, by base code.
    Cited(Vec<(Box<str>, Vec<Box<str>>)>),
    /// Where some values come from; `None` where git cannot say.
    Traced(Vec<(Pick, Option<Trace>)>),
    /// The person's own editor has ended: what it was asked, and the text that it left.
    CameBack(Box<(Errand, Result<Arc<str>, Fault>)>),
    /// What a file changed there would mean.
    Weighed(Box<Weighed>),
    /// It could not be done.
    Failed(Fault),
}

/// A catalog that was just opened.
#[derive(Debug)]
pub(crate) struct Opened {
    /// Where it lies.
    pub(crate) root: Root,
    /// What it says.
    pub(crate) catalog: Arc<Catalog>,
    /// How the desk lists it.
    pub(crate) outline: Arc<Outline>,
    /// Unsaved work of an earlier session.
    pub(crate) recoverable: Vec<FileChange>,
    /// Where a reviewer left off.
    pub(crate) place: Place,
    /// The views that were saved; `None` if they cannot be read.
    pub(crate) views: Option<Vec<SavedView>>,
    /// The name that git commits under.
    pub(crate) user: Option<String>,
}

/// A catalog after a change.
#[derive(Debug)]
pub(crate) struct Changed {
    /// What it says now.
    pub(crate) catalog: Arc<Catalog>,
    /// What is changed and not saved.
    pub(crate) unsaved: Vec<FileChange>,
    /// The files that changed just now.
    pub(crate) paths: Vec<Box<str>>,
    /// How it came about.
    pub(crate) how: How,
    /// What is to be said about it.
    pub(crate) said: Option<Saying>,
}

/// How a change came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// Someone edited.
    Edit,
    /// Someone took an edit back.
    Undo,
    /// Someone did an edit again.
    Redo,
    /// The recovery journal was taken up.
    Recovery,
}

/// Why something could not be done.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// What went wrong.
    pub(crate) reason: Saying,
    /// What to do next, if that is known.
    pub(crate) hint: Option<Saying>,
}
