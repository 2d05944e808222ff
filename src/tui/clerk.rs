//! What the screen wants of git: what differs, what is staged, commits, histories.

use crate::session::{self, Portion, SessionError};
use crate::store::{Root, StoreError};
use crate::tui::effect::Effect;
use crate::tui::message::Outcome;
use crate::tui::worker::fault;

/// So many commits are told.
const COMMITS: usize = 8;

/// Does an effect of git.
pub(super) fn in_git(effect: Effect, hears: &dyn Fn(&str)) -> Result<Outcome, SessionError> {
    match effect {
        Effect::AskGit(root) => Ok(uncommitted(&root)),
        // A catalog outside git, or one that was never committed, has no commits to tell of.
        Effect::AskLog(root) => Ok(Outcome::Log(
            session::recent(&root, COMMITS).unwrap_or_default(),
        )),
        Effect::Stage {
            root,
            standard,
            portion,
            is_in,
        } => {
            let put = if is_in {
                session::stage
            } else {
                session::unstage
            };
            put(&root, &standard, &portion)?;
            match portion {
                Portion::All => Ok(uncommitted(&root)),
                Portion::File(path) | Portion::Fields(path, _) => {
                    let staged = session::staged(&root, &path)?;
                    Ok(Outcome::Staged { path, staged })
                }
            }
        }
        Effect::LookBack {
            root,
            standard,
            mut chronicle,
        } => {
            chronicle.go_on(&root, &standard)?;
            Ok(Outcome::LookedBack(chronicle))
        }
        Effect::AskAmend(root) => {
            let (_, message) = session::amendable(&root)?;
            Ok(Outcome::Amendable(message))
        }
        Effect::Deed { root, deed, halt } => Ok(match deed.done(&root, &halt, hears) {
            Ok(did) => Outcome::Did(Box::new(did)),
            Err(error) => Outcome::Undone(fault(&error)),
        }),
        Effect::AskTasks(root) => Ok(Outcome::Tasks(session::tasks(&root)?)),
        Effect::AskRequest(root) => Ok(Outcome::Request(session::request(&root, None)?)),
        _ => Ok(Outcome::Kept),
    }
}

/// A catalog outside git has nothing to commit, which is no fault until someone wants to commit.
fn uncommitted(root: &Root) -> Outcome {
    Outcome::Uncommitted(match session::uncommitted(root) {
        Err(SessionError::Store(StoreError::NoRepository(_))) => {
            Ok(session::Uncommitted::default())
        }
        Err(error) => Err(fault(&error)),
        Ok(found) => Ok(found),
    })
}
