//! The work outside the screen, on five threads: one owns the session, one looks for findings, one for
//! differences and where they come from, one indexes, one keeps the journal and commits. Each answers with
//! `Message::Done`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use jiff::civil::Date;

use crate::change::{Intent, Plan};
use crate::session::{self, Session, SessionError};
use crate::text::words;
use crate::tui::clerk::in_git;
use crate::tui::decider::decide;
use crate::tui::effect::Effect;
use crate::tui::indexer::index;
use crate::tui::message::{Changed, Fault, How, Message, Opened, Outcome};
use crate::tui::outline::Outline;
use crate::tui::surveyor::survey;

/// 后台: the five threads.
pub(crate) struct Worker {
    session: Thread,
    checker: Thread,
    surveyor: Thread,
    indexer: Thread,
    keeper: Thread,
}

/// An effect, and the state of the catalog for which it was asked.
pub(super) type Job = (u64, Effect);

struct Thread {
    jobs: Sender<Job>,
    handle: JoinHandle<()>,
}

impl Worker {
    /// Starts the threads; `today` is the day by which findings are judged.
    pub(crate) fn start(answers: &Sender<Message>, today: Date) -> Worker {
        let to = || Answers(answers.clone());
        let (for_session, for_checker, for_surveyor, for_keeper) = (to(), to(), to(), to());
        let for_indexer = to();
        Worker {
            session: Thread::start(move |jobs| own_session(&jobs, &for_session)),
            checker: Thread::start(move |jobs| check(&jobs, &for_checker, today)),
            surveyor: Thread::start(move |jobs| survey(&jobs, &for_surveyor, today)),
            indexer: Thread::start(move |jobs| index(&jobs, &for_indexer)),
            keeper: Thread::start(move |jobs| keep(&jobs, &for_keeper)),
        }
    }

    /// Takes an effect; returns at once.
    pub(crate) fn take(&self, generation: u64, effect: Effect) {
        let thread = match effect {
            Effect::Check { .. } => &self.checker,
            Effect::Survey(_) | Effect::Trace { .. } => &self.surveyor,
            Effect::Index(_) | Effect::Cite(_) => &self.indexer,
            Effect::KeepJournal { .. }
            | Effect::KeepPlace { .. }
            | Effect::KeepViews { .. }
            | Effect::AskGit(_)
            | Effect::Stage { .. }
            | Effect::LookBack { .. }
            | Effect::AskAmend(_)
            | Effect::Amend { .. }
            | Effect::Commit { .. } => &self.keeper,
            _ => &self.session,
        };
        // A thread that is gone has said why.
        let _ = thread.jobs.send((generation, effect));
    }

    /// Waits until everything that touches the disk is done.
    pub(crate) fn finish(self) {
        drop(self.checker);
        drop(self.surveyor);
        drop(self.indexer);
        for thread in [self.session, self.keeper] {
            drop(thread.jobs);
            let _ = thread.handle.join();
        }
    }
}

impl Thread {
    fn start(work: impl FnOnce(Receiver<Job>) + Send + 'static) -> Thread {
        let (jobs, waiting) = channel();
        Thread {
            jobs,
            handle: std::thread::spawn(move || work(waiting)),
        }
    }
}

/// Where a thread sends its answers.
pub(super) struct Answers(Sender<Message>);

impl Answers {
    pub(super) fn send(&self, generation: u64, outcome: Outcome) {
        // The screen may be gone already; then nobody waits for the answer.
        let _ = self.0.send(Message::Done {
            generation,
            outcome,
        });
    }

    fn progress(&self, done: usize, total: usize) {
        let step = (total / 50).max(1);
        if done.is_multiple_of(step) || done == total {
            let _ = self.0.send(Message::Progress { done, total });
        }
    }
}

/// A bug in a job must not take the screen down with it.
pub(super) fn guarded(job: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(job)).unwrap_or_else(|_| {
        Outcome::Failed(Fault {
            reason: words(
                "程序内部出错，这一步没有完成",
                "a fault inside the program; this step was not done",
            )
            .into(),
            hint: None,
        })
    })
}

fn own_session(jobs: &Receiver<Job>, answers: &Answers) {
    let mut session = None;
    let progress = |done, total| answers.progress(done, total);
    while let Ok((generation, effect)) = jobs.recv() {
        let outcome = guarded(|| in_session(&mut session, effect, &progress));
        answers.send(generation, outcome);
    }
}

/// Does an effect that needs the session.
pub(super) fn in_session(
    session: &mut Option<Session>,
    effect: Effect,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Outcome {
    match effect {
        Effect::Open(root) => opened(session, Session::open(root, progress)),
        Effect::CreateCatalog(folder) => {
            let created = session::create(&folder).and_then(|root| Session::open(root, progress));
            opened(session, created)
        }
        Effect::OpenDemo => opened(session, session::open_demo(progress)),
        effect => match session {
            Some(session) => with_session(session, effect),
            None => Outcome::NothingToDo,
        },
    }
}

fn opened(place: &mut Option<Session>, result: Result<Session, SessionError>) -> Outcome {
    match result {
        Ok(session) => {
            let session = place.insert(session);
            Outcome::Opened(Box::new(Opened {
                root: session.root().clone(),
                catalog: Arc::clone(session.catalog()),
                outline: Arc::new(Outline::of(session.catalog())),
                recoverable: session.recoverable(),
                place: session::place(session.root()),
                views: session::views(session.root()),
                user: session::user_name(session.root()),
            }))
        }
        Err(error) => Outcome::Failed(fault(&error)),
    }
}

fn with_session(session: &mut Session, effect: Effect) -> Outcome {
    match effect {
        Effect::Apply(intents) => applied(session, &intents),
        effect @ (Effect::Decide { .. } | Effect::Take { .. }) => decide(session, effect),
        Effect::Weigh { change, today } => {
            let weighed = session::weigh(session.catalog(), change, today);
            Outcome::Weighed(Box::new(weighed))
        }
        Effect::Rewrite(change) => match session.rewrite(change) {
            Ok(plan) => changed(session, paths(&plan), How::Edit),
            Err(error) => Outcome::Failed(fault(&error)),
        },
        Effect::Undo => turned(session, How::Undo, Session::undo),
        Effect::Redo => turned(session, How::Redo, Session::redo),
        Effect::Recover(changes) => {
            let paths = changes.iter().map(|change| change.path.clone()).collect();
            session.recover(changes);
            changed(session, paths, How::Recovery)
        }
        Effect::Save => {
            let written = session.save().map_err(|error| fault(&error));
            let unsaved = session.unsaved();
            Outcome::Saved { written, unsaved }
        }
        _ => Outcome::NothingToDo,
    }
}

fn applied(session: &mut Session, intents: &[Intent]) -> Outcome {
    match session.apply(intents) {
        Ok(plan) => changed(session, paths(&plan), How::Edit),
        Err(error) => Outcome::Failed(fault(&error)),
    }
}

fn turned(
    session: &mut Session,
    how: How,
    turn: impl FnOnce(&mut Session) -> Option<Plan>,
) -> Outcome {
    match turn(session) {
        Some(plan) => changed(session, paths(&plan), how),
        None => Outcome::NothingToDo,
    }
}

pub(super) fn paths(plan: &Plan) -> Vec<Box<str>> {
    plan.changes
        .iter()
        .map(|change| change.path.clone())
        .collect()
}

pub(super) fn changed(session: &Session, paths: Vec<Box<str>>, how: How) -> Outcome {
    Outcome::Changed(Box::new(change(session, paths, how)))
}

pub(super) fn change(session: &Session, paths: Vec<Box<str>>, how: How) -> Changed {
    Changed {
        catalog: Arc::clone(session.catalog()),
        unsaved: session.unsaved(),
        paths,
        how,
        said: None,
    }
}

/// Looks for findings in the newest state asked for; states in between are passed over.
fn check(jobs: &Receiver<Job>, answers: &Answers, today: Date) {
    let mut next = jobs.recv().ok();
    while let Some(job) = next {
        let (generation, effect) = jobs.try_iter().last().unwrap_or(job);
        if let Effect::Check { catalog, paths } = effect {
            let file = |path: Box<str>| Outcome::FileChecked {
                findings: session::check_one(&catalog, &path, today),
                path,
            };
            for path in paths {
                answers.send(generation, guarded(|| file(path)));
            }
            next = jobs.try_recv().ok();
            if next.is_some() {
                continue;
            }
            let whole = || Outcome::Checked(session::check(&catalog, today).new);
            answers.send(generation, guarded(whole));
        }
        next = jobs.recv().ok();
    }
}

fn keep(jobs: &Receiver<Job>, answers: &Answers) {
    while let Ok((generation, effect)) = jobs.recv() {
        let outcome = guarded(|| kept(effect));
        answers.send(generation, outcome);
    }
}

/// Does an effect of the journal or of git.
pub(super) fn kept(effect: Effect) -> Outcome {
    let result = match effect {
        Effect::KeepJournal {
            root,
            paths,
            unsaved,
        } => session::keep_journal(&root, &paths, unsaved).map(|()| Outcome::Kept),
        Effect::KeepPlace { root, place } => {
            session::keep_place(&root, &place).map(|()| Outcome::Kept)
        }
        Effect::KeepViews { root, views } => {
            session::keep_views(&root, &views).map(|()| Outcome::Kept)
        }
        effect => in_git(effect),
    };
    result.unwrap_or_else(|error| Outcome::Failed(fault(&error)))
}

pub(super) fn fault(error: &SessionError) -> Fault {
    Fault {
        reason: error.message(),
        hint: error.hint(),
    }
}
