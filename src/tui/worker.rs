//! The work outside the screen, on eight threads: one owns the session, one looks for findings, one for
//! differences and where they come from, one works out changes of many matters, one indexes, one keeps the journal,
//! one asks git and commits, one looks at the disk for what others do. Each answers with `Message::Done`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use jiff::civil::Date;

use crate::change::{Intent, Plan};
use crate::findings::Finding;
use crate::session::{self, Arrived, Checker, Prepared, Session, SessionError};
use crate::text::{Words, words};
use crate::tui::clerk::in_git;
use crate::tui::decider::decide;
use crate::tui::dialogs::Foreseen;
use crate::tui::effect::Effect;
use crate::tui::findings::Findings;
use crate::tui::fixer::fix_rule;
use crate::tui::indexer::index;
use crate::tui::keeper::keep;
use crate::tui::message::{Changed, Fault, How, Message, Opened, Outcome};
use crate::tui::outline::Outline;
use crate::tui::planner::plan;
use crate::tui::priority::step_back;
use crate::tui::safety::Disputed;
use crate::tui::surveyor::survey;
use crate::tui::watcher::watch;

const CARRIED: Words = words(
    "已改 {n} 个文件，撤销即可全部收回",
    "{n} files changed; undo takes all of it back",
);

/// 后台: the eight threads.
pub(crate) struct Worker {
    session: Thread,
    checker: Thread,
    surveyor: Thread,
    planner: Thread,
    indexer: Thread,
    keeper: Thread,
    git: Thread,
    watcher: Thread,
}

/// The threads by what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lane {
    /// Owns the session.
    Session,
    /// Looks for findings.
    Checker,
    /// Looks for differences.
    Surveyor,
    /// Works out a change of many matters.
    Planner,
    /// Makes what is searched.
    Indexer,
    /// Keeps the journal.
    Keeper,
    /// Asks git and commits.
    Git,
    /// Looks at the disk.
    Watcher,
}

/// The thread that does an effect.
pub(crate) fn lane(effect: &Effect) -> Lane {
    match effect {
        Effect::Check { .. } => Lane::Checker,
        Effect::Survey { .. } | Effect::Oversee(_) | Effect::Trace { .. } => Lane::Surveyor,
        Effect::Prepare(_) => Lane::Planner,
        Effect::Index(_) | Effect::Cite(_) => Lane::Indexer,
        Effect::TakeSeat(_)
        | Effect::KeepJournal(_)
        | Effect::KeepDraft(_)
        | Effect::Forget { .. }
        | Effect::AskNeighbours
        | Effect::KeepPlace { .. }
        | Effect::KeepViews { .. } => Lane::Keeper,
        Effect::AskGit(_)
        | Effect::AskLog(_)
        | Effect::Stage { .. }
        | Effect::LookBack { .. }
        | Effect::AskAmend(_)
        | Effect::AskTasks(_)
        | Effect::AskRequest(_)
        | Effect::Deed { .. } => Lane::Git,
        Effect::Look { .. } => Lane::Watcher,
        _ => Lane::Session,
    }
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
        let (for_session, for_checker, for_surveyor) = (to(), to(), to());
        let (for_planner, for_indexer, for_keeper) = (to(), to(), to());
        let (for_git, for_watcher) = (to(), to());
        Worker {
            session: Thread::start(move |jobs| own_session(&jobs, &for_session)),
            checker: Thread::behind(move |jobs| check(&jobs, &for_checker, today)),
            surveyor: Thread::behind(move |jobs| survey(&jobs, &for_surveyor, today)),
            planner: Thread::behind(move |jobs| plan(&jobs, &for_planner, today)),
            indexer: Thread::behind(move |jobs| index(&jobs, &for_indexer)),
            keeper: Thread::start(move |jobs| keep(&jobs, &for_keeper)),
            git: Thread::behind(move |jobs| with_git(&jobs, &for_git)),
            watcher: Thread::behind(move |jobs| watch(&jobs, &for_watcher)),
        }
    }

    /// Takes an effect; returns at once.
    pub(crate) fn take(&self, generation: u64, effect: Effect) {
        let thread = match lane(&effect) {
            Lane::Session => &self.session,
            Lane::Checker => &self.checker,
            Lane::Surveyor => &self.surveyor,
            Lane::Planner => &self.planner,
            Lane::Indexer => &self.indexer,
            Lane::Keeper => &self.keeper,
            Lane::Git => &self.git,
            Lane::Watcher => &self.watcher,
        };
        // A thread that is gone has said why.
        let _ = thread.jobs.send((generation, effect));
    }

    /// Waits until everything that touches the disk is done.
    pub(crate) fn finish(self) {
        drop(self.checker);
        drop(self.surveyor);
        drop(self.planner);
        drop(self.indexer);
        drop(self.watcher);
        for thread in [self.session, self.git, self.keeper] {
            drop(thread.jobs);
            let _ = thread.handle.join();
        }
    }
}

impl Thread {
    /// A thread whose work makes room for the screen.
    fn behind(work: impl FnOnce(Receiver<Job>) + Send + 'static) -> Thread {
        Thread::start(move |jobs| {
            step_back();
            work(jobs);
        })
    }

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

    pub(super) fn step(&self, number: u64, done: usize, total: usize) {
        let _ = self.0.send(Message::Step {
            number,
            done,
            total,
        });
    }

    fn heard(&self, line: &str) {
        let _ = self.0.send(Message::Heard(line.to_owned()));
    }

    fn progress(&self, done: usize, total: usize) {
        if is_step(done, total) {
            let _ = self.0.send(Message::Progress { done, total });
        }
    }

    fn checking(&self, generation: u64, done: usize, total: usize) {
        if is_step(done, total) {
            let _ = self.0.send(Message::Checking {
                generation,
                done,
                total,
            });
        }
    }
}

/// Whether so much is done that it is worth telling: fifty times in all.
fn is_step(done: usize, total: usize) -> bool {
    done == total || done.is_multiple_of((total / 50).max(1))
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
        Effect::Open(root) => opened(session, Session::resume(root, progress)),
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
            let mut left = session.left_behind();
            let broken = std::mem::take(&mut left.broken);
            if left.is_empty() {
                // What is left behind there is on disk by now.
                let _ = session::forget(session.root(), &std::mem::take(&mut left.journals));
            }
            Outcome::Opened(Box::new(Opened {
                left,
                broken: session::set_aside(session.root(), &broken),
                is_unsure: session.is_unsure(),
                root: session.root().clone(),
                catalog: Arc::clone(session.catalog()),
                outline: Arc::new(Outline::of(session.catalog())),
                place: session::place(session.root()),
                views: session::views(session.root()),
                user: session::signer(session),
                email: session::user_email(session.root()),
            }))
        }
        Err(error) => Outcome::Failed(fault(&error)),
    }
}

fn with_session(session: &mut Session, effect: Effect) -> Outcome {
    match effect {
        Effect::Apply(intents) => applied(session, &intents),
        Effect::Foresee { findings, today } => {
            let catalog = session.catalog();
            let foreseen = |finding: Arc<Finding>| {
                let intents = finding.fix.as_ref().map(|fix| fix.intents.as_slice());
                Foreseen {
                    result: session::foresee(catalog, intents.unwrap_or_default(), today),
                    finding,
                }
            };
            Outcome::Foreseen(findings.into_iter().map(foreseen).collect())
        }
        effect @ (Effect::Decide { .. } | Effect::Take { .. }) => decide(session, effect),
        Effect::Weigh { change, today } => {
            let weighed = session::weigh(session.catalog(), change, today);
            Outcome::Weighed(Box::new(weighed))
        }
        Effect::Rewrite(change) => match session.rewrite(change) {
            Ok(plan) => changed(session, paths(&plan), How::Edit),
            Err(error) => Outcome::Failed(fault(&error)),
        },
        Effect::Carry(prepared) => carried(session, &prepared),
        Effect::FixRule { rule, today } => fix_rule(session, rule, today),
        Effect::Undo => turned(session, How::Undo, Session::undo),
        Effect::Redo => turned(session, How::Redo, Session::redo),
        Effect::Recover(left) => {
            let paths = session.recover(left.changes);
            changed(session, paths, How::Recovery)
        }
        Effect::CatchUp => caught_up(session),
        Effect::Reload(paths) => reloaded(session, &paths),
        Effect::Settle { path, choices } => {
            let plan = session.settle(&path, &choices);
            changed(session, paths(&plan), How::Edit)
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

fn carried(session: &mut Session, prepared: &Prepared) -> Outcome {
    match session.carry(prepared) {
        Ok(()) => {
            let mut changed = change(session, paths(&prepared.plan), How::Edit);
            let n = prepared.plan.changes.len().to_string();
            changed.said = Some(CARRIED.with(&[("n", &n)]));
            Outcome::Changed(Box::new(changed))
        }
        Err(error) => Outcome::Failed(fault(&error)),
    }
}

fn turned(
    session: &mut Session,
    how: How,
    turn: impl FnOnce(&mut Session) -> Result<Option<Plan>, SessionError>,
) -> Outcome {
    match turn(session) {
        Ok(Some(plan)) => changed(session, paths(&plan), how),
        Ok(None) => Outcome::NothingToDo,
        Err(error) => Outcome::Failed(fault(&error)),
    }
}

/// A catalog shown as it was last seen is set right.
fn caught_up(session: &mut Session) -> Outcome {
    match session.catch_up() {
        Ok(paths) if paths.is_empty() => Outcome::CaughtUp,
        Ok(paths) => changed(session, paths, How::Outside),
        Err(error) => Outcome::Failed(fault(&error)),
    }
}

fn reloaded(session: &mut Session, paths: &[Box<str>]) -> Outcome {
    match session.reload(paths) {
        Ok(arrived) if arrived == Arrived::default() => Outcome::Unchanged,
        Ok(arrived) => Outcome::Changed(Box::new(Changed {
            arrived: Some(arrived.clone()),
            ..change(session, arrived.paths(), How::Outside)
        })),
        Err(error) => Outcome::Failed(fault(&error)),
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
        disputes: session
            .disputes()
            .map(|(path, dispute)| Disputed {
                path: path.into(),
                clashes: dispute.clashes.clone(),
            })
            .collect(),
        arrived: None,
    }
}

/// Looks for findings in the newest state asked for; states in between are passed over.
fn check(jobs: &Receiver<Job>, answers: &Answers, today: Date) {
    let mut checker = Checker::new(today);
    let mut next = jobs.recv().ok();
    while let Some(job) = next {
        let (generation, effect) = jobs.try_iter().last().unwrap_or(job);
        if let Effect::Check {
            catalog,
            paths,
            halt,
        } = effect
        {
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
            let progress = |done, total| {
                answers.checking(generation, done, total);
                !halt.is_called()
            };
            let whole = || match checker.check(&catalog, &progress) {
                Some(found) => Outcome::Checked(Box::new(Findings::of(found))),
                None => Outcome::Kept,
            };
            answers.send(generation, guarded(whole));
        }
        next = jobs.recv().ok();
    }
}

fn with_git(jobs: &Receiver<Job>, answers: &Answers) {
    while let Ok((generation, effect)) = jobs.recv() {
        let hears = |line: &str| answers.heard(line);
        answers.send(generation, guarded(|| of_git(effect, &hears)));
    }
}

/// Does an effect of git; what git says meanwhile is handed on line by line.
pub(super) fn of_git(effect: Effect, hears: &dyn Fn(&str)) -> Outcome {
    in_git(effect, hears).unwrap_or_else(|error| Outcome::Failed(fault(&error)))
}

pub(super) fn fault(error: &SessionError) -> Fault {
    Fault {
        reason: error.message(),
        hint: error.hint(),
    }
}
