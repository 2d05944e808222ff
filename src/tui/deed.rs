//! What git is to do that may take its time: commits with their hooks, switches, syncs. One at a time; it can be
//! stopped, and what git says meanwhile is shown.

use crate::session::{self, SessionError, SyncWish, Synced};
use crate::store::{Audience, Made, Root};
use crate::text::{Message as Saying, Words, words};
use crate::tui::many::Halt;

/// 要做的事: one thing for git to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Commit what is staged; if nothing is, what is saved.
    Commit(String),
    /// Make the last commit anew, with what is staged.
    Amend(String),
    /// Begin a branch for what is to be done.
    Start(String),
    /// Switch to a branch.
    Switch(String),
    /// Fetch, join and push.
    Sync(SyncWish),
    /// Go on with a sync that waits.
    GoOn(SyncWish),
    /// Give up a sync that waits.
    GiveUp,
}

/// 做成的事: what came of it.
#[derive(Debug)]
pub(crate) struct Did {
    /// What was done.
    pub(crate) deed: Deed,
    /// What is to be said, line by line.
    pub(crate) said: Vec<Saying>,
    /// Whether something waits to be settled.
    pub(crate) is_open: bool,
    /// An address to open, if there is one.
    pub(crate) address: Option<String>,
}

/// 进行中: a deed that git is at.
#[derive(Clone, Debug)]
pub(crate) struct AtWork {
    /// What it does.
    pub(crate) deed: Deed,
    /// Stops it.
    pub(crate) halt: Halt,
    /// What git said last.
    pub(crate) heard: Vec<String>,
}

const NO_BRANCH: Words = words(
    "不在任何分支上；用 g b 另开一个分支留住它",
    "it is on no branch; g b begins one that keeps it",
);
const PLAIN: Words = words(
    "没有找到 git 程序，没有运行钩子，没有签名",
    "the program git was not found: no hook was run, nothing was signed",
);
const GIVEN_UP: Words = words(
    "已放弃（{what}），一切回到同步之前",
    "given up ({what}); everything is as before the sync",
);
/// Lines of git that are kept for the screen.
const KEPT: usize = 200;

impl Deed {
    /// What is going on, for a person.
    pub(crate) fn title(&self) -> Words {
        match self {
            Deed::Commit(_) | Deed::Amend(_) => words("正在提交", "Committing"),
            Deed::Start(_) | Deed::Switch(_) => words("正在换分支", "Switching"),
            Deed::Sync(_) | Deed::GoOn(_) => words("正在同步", "Syncing"),
            Deed::GiveUp => words("正在放弃", "Giving up"),
        }
    }

    /// The message of a commit, which is not to be lost.
    pub(crate) fn message(&self) -> Option<&str> {
        match self {
            Deed::Commit(message) | Deed::Amend(message) => Some(message),
            _ => None,
        }
    }

    /// Whether files on disk may be others afterwards.
    pub(crate) fn moves_files(&self) -> bool {
        !matches!(self, Deed::Commit(_) | Deed::Amend(_))
    }

    /// Does it.
    pub(crate) fn done(
        self,
        root: &Root,
        halt: &Halt,
        hears: &dyn Fn(&str),
    ) -> Result<Did, SessionError> {
        let listener = |line: &str| {
            if !line.is_empty() {
                hears(line);
            }
            !halt.is_called()
        };
        let audience = Audience::Listener(&listener);
        match self {
            Deed::Commit(ref message) => {
                let made = session::commit(root, message, audience)?;
                let said = words("已提交 {id}", "committed {id}");
                Ok(self.committed(root, said, &made))
            }
            Deed::Amend(ref message) => {
                let made = session::amend(root, message, audience)?;
                let said = words("上次提交已改为 {id}", "the last commit is {id} now");
                Ok(self.committed(root, said, &made))
            }
            Deed::Start(ref what) => {
                let is_pinyin = session::names_in_pinyin(root);
                let said = session::start_task(root, what, is_pinyin, audience)?.told();
                Ok(self.plain(said))
            }
            Deed::Switch(ref name) => {
                let said = session::switch_task(root, name, audience)?.told();
                Ok(self.plain(said))
            }
            Deed::Sync(ref wish) => {
                let synced = session::sync(root, wish, audience)?;
                Ok(self.synced(&synced))
            }
            Deed::GoOn(ref wish) => {
                let synced = session::go_on(root, wish, audience)?;
                Ok(self.synced(&synced))
            }
            Deed::GiveUp => {
                let what = session::give_up(root, audience)?;
                Ok(self.plain(vec![GIVEN_UP.with(&[("what", what)])]))
            }
        }
    }

    fn plain(self, said: Vec<Saying>) -> Did {
        Did {
            deed: self,
            said,
            is_open: false,
            address: None,
        }
    }

    fn committed(self, root: &Root, said: Words, made: &Made) -> Did {
        let mut lines = vec![said.with(&[("id", &made.id)])];
        lines.extend((!made.is_by_git).then(|| PLAIN.into()));
        lines.extend(session::is_detached(root).then(|| NO_BRANCH.into()));
        self.plain(lines)
    }

    fn synced(self, synced: &Synced) -> Did {
        let address = match synced {
            Synced::Together(together) => together.request.as_ref(),
            Synced::Clashed { .. } => None,
        };
        Did {
            deed: self,
            said: synced.told(),
            is_open: matches!(synced, Synced::Clashed { .. }),
            address: address.map(|request| request.url.clone()),
        }
    }
}

impl AtWork {
    /// Takes in a line of git.
    pub(crate) fn hear(&mut self, line: String) {
        // A count that goes on takes the place of the one before.
        let subject = |line: &str| line.split_once(':').map(|(subject, _)| subject.to_owned());
        let last = self.heard.last().and_then(|last| subject(last));
        if line.contains('%') && last.is_some() && last == subject(&line) {
            self.heard.pop();
        }
        self.heard.push(line);
        if self.heard.len() > KEPT {
            self.heard.remove(0);
        }
    }
}
