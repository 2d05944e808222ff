//! The thread that keeps the journal. It is not written at every key: what comes in quick succession is written
//! together, the last of it within half a second.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::session::{self, Recorder, SessionError};
use crate::store::Root;
use crate::tui::effect::Effect;
use crate::tui::message::Outcome;
use crate::tui::worker::{Answers, Job, fault, guarded};

/// The journal is not written again before so much time has passed.
const PACE: Duration = Duration::from_millis(400);

/// 保管: the journal of this program at the catalog that is open.
#[derive(Default)]
pub(crate) struct Keeper {
    recorder: Option<Recorder>,
}

/// Does the jobs that come, until no more can.
pub(super) fn keep(jobs: &Receiver<Job>, answers: &Answers) {
    let mut keeper = Keeper::default();
    let mut written = None::<Instant>;
    let mut last = 0;
    loop {
        let due = written.map_or(Duration::ZERO, |at| PACE.saturating_sub(at.elapsed()));
        let job = if keeper.is_behind() {
            jobs.recv_timeout(due)
        } else {
            jobs.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        match job {
            Ok((generation, effect)) => {
                last = generation;
                let outcome = guarded(|| keeper.take(effect));
                answers.send(generation, outcome);
            }
            Err(RecvTimeoutError::Timeout) => {
                written = Some(Instant::now());
                if let Err(error) = keeper.write() {
                    answers.send(last, Outcome::NotKept(fault(&error)));
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                let _ = keeper.write();
                return;
            }
        }
    }
}

impl Keeper {
    /// Does an effect of the journal.
    pub(crate) fn take(&mut self, effect: Effect) -> Outcome {
        let result = match effect {
            Effect::TakeSeat(root) => self.take_seat(&root),
            Effect::KeepJournal(unsaved) => {
                if let Some(recorder) = &mut self.recorder {
                    recorder.note(unsaved);
                }
                return Outcome::Kept;
            }
            Effect::KeepDraft(draft) => {
                if let Some(recorder) = &mut self.recorder {
                    recorder.note_draft(draft);
                }
                return Outcome::Kept;
            }
            // What was taken up from there must be in our own journal first.
            Effect::Forget { root, journals } => {
                let forget = || session::forget(&root, &journals);
                self.write().and_then(|()| forget())
            }
            Effect::AskNeighbours => {
                let neighbours = self.recorder.as_ref().map(Recorder::neighbours);
                return Outcome::Neighbours(neighbours.unwrap_or_default());
            }
            Effect::KeepPlace { root, place } => session::keep_place(&root, &place),
            Effect::KeepViews { root, views } => session::keep_views(&root, &views),
            _ => return Outcome::Kept,
        };
        match result {
            Ok(()) => Outcome::Kept,
            Err(error) => Outcome::NotKept(fault(&error)),
        }
    }

    fn take_seat(&mut self, root: &Root) -> Result<(), SessionError> {
        self.recorder = None;
        self.recorder = Some(Recorder::begin(root)?);
        Ok(())
    }

    /// Whether something is noted and not written.
    pub(crate) fn is_behind(&self) -> bool {
        self.recorder.as_ref().is_some_and(Recorder::is_behind)
    }

    /// Writes what was noted.
    pub(crate) fn write(&mut self) -> Result<(), SessionError> {
        match &mut self.recorder {
            Some(recorder) if recorder.is_behind() => recorder.write(),
            _ => Ok(()),
        }
    }
}
