//! What can happen to the screen.

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::catalog::Catalog;
use crate::change::FileChange;
use crate::findings::Finding;
use crate::search::Index;
use crate::session::{
    Arrived, Change, Chronicle, LeftWork, Pick, Place, Request, SavedView, Staged, Task, Trace,
    Uncommitted, Weighed,
};
use crate::store::Root;
use crate::text::Message as Saying;
use crate::tui::deed::Did;
use crate::tui::dialogs::Foreseen;
use crate::tui::errand::Errand;
use crate::tui::findings::Findings;
use crate::tui::home::Overview;
use crate::tui::many::Proposal;
use crate::tui::mouse::Mouse;
use crate::tui::outline::Outline;
use crate::tui::review::Queue;
use crate::tui::safety::Disputed;

/// 消息: one thing that happened.
#[derive(Debug)]
pub(crate) enum Message {
    /// Someone pressed a key.
    Key(KeyEvent),
    /// Someone clicked or turned the wheel.
    Mouse(Mouse),
    /// Someone pasted text.
    Paste(String),
    /// The terminal has another size: columns, then rows.
    Resize(u16, u16),
    /// The terminal gives no more keys, or the program is told to end.
    InputLost,
    /// A little time has passed.
    Tick,
    /// Someone comes back to the screen.
    Returned,
    /// So many files are read, of so many.
    Progress {
        /// Files read.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// So many steps of the planner are done, of so many.
    Step {
        /// The number of the question.
        number: u64,
        /// Steps done.
        done: usize,
        /// Steps in all; none where nobody knows.
        total: usize,
    },
    /// So many files of the catalog are looked at, of so many.
    Checking {
        /// The state of the catalog that is looked at.
        generation: u64,
        /// Files looked at.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// git says something while it works.
    Heard(String),
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
    /// What some fixes would do.
    Foreseen(Vec<Foreseen>),
    /// There was nothing to undo or redo.
    NothingToDo,
    /// The recovery journal holds what it should.
    Kept,
    /// The recovery journal could not be kept.
    NotKept(Fault),
    /// What is not as it was when someone last looked.
    Noticed {
        /// These files.
        paths: Vec<Box<str>>,
        /// Whether there is another last commit.
        has_head_moved: bool,
    },
    /// Nobody could look for what others did.
    NotLooked(Fault),
    /// The catalog is as it was last seen.
    CaughtUp,
    /// The files that were looked at again are as they were.
    Unchanged,
    /// Who has the catalog open too.
    Neighbours(Vec<String>),
    /// What was unsaved is on disk, so many files; or writing stopped.
    Saved {
        /// How many files were written, or why it stopped.
        written: Result<usize, Fault>,
        /// What is still unsaved.
        unsaved: Vec<FileChange>,
    },
    /// git has done what it was to do.
    Did(Box<Did>),
    /// git has not done it.
    Undone(Fault),
    /// The branches.
    Tasks(Vec<Task>),
    /// Where the branch at hand is put up for review.
    Request(Request),
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
    Checked(Box<Findings>),
    /// The findings of one file.
    FileChecked {
        /// The file.
        path: Box<str>,
        /// What is said about it.
        findings: Vec<Finding>,
    },
    /// What differs from the last commit, or why git cannot tell.
    Uncommitted(Result<Uncommitted, Fault>),
    /// How the catalog stands.
    Overseen(Arc<Overview>),
    /// The last commits, newest first.
    Log(Vec<Change>),
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
    /// What would come of a task for many matters; `None` if it was called to a halt.
    Proposed {
        /// The number of the question.
        number: u64,
        /// What would come of it.
        proposal: Option<Box<Proposal>>,
    },
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
    /// What earlier sessions left behind.
    pub(crate) left: LeftWork,
    /// Journals of earlier sessions that could not be read, where they are now.
    pub(crate) broken: Vec<PathBuf>,
    /// Whether it is shown as it was last seen, and must still be set right.
    pub(crate) is_unsure: bool,
    /// Where a reviewer left off.
    pub(crate) place: Place,
    /// The views that were saved; `None` if they cannot be read.
    pub(crate) views: Option<Vec<SavedView>>,
    /// The name that decisions are signed with.
    pub(crate) user: Option<String>,
    /// The mail address that git commits under.
    pub(crate) email: Option<String>,
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
    /// In which files both sides changed the same.
    pub(crate) disputes: Vec<Disputed>,
    /// What someone else did, if that is how it came about.
    pub(crate) arrived: Option<Arrived>,
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
    /// Someone else changed files on disk.
    Outside,
}

/// Why something could not be done.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// What went wrong.
    pub(crate) reason: Saying,
    /// What to do next, if that is known.
    pub(crate) hint: Option<Saying>,
}
