//! The thread that looks for differences and asks git where values come from. Only the newest question of
//! each kind is answered: who has moved on does not wait for what lies behind.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use jiff::civil::Date;

use crate::session::{Pick, Trace, last_change};
use crate::store::Root;
use crate::tui::effect::Effect;
use crate::tui::home::Overview;
use crate::tui::message::Outcome;
use crate::tui::review::Queue;
use crate::tui::worker::{Answers, Job, guarded};

/// Answers questions until nobody asks any more.
pub(super) fn survey(jobs: &Receiver<Job>, answers: &Answers, today: Date) {
    while let Ok(job) = jobs.recv() {
        let (mut survey, mut trace, mut oversee) = (None, None, None);
        for job in std::iter::once(job).chain(jobs.try_iter()) {
            match job.1 {
                Effect::Survey { .. } => survey = Some(job),
                Effect::Oversee(_) => oversee = Some(job),
                _ => trace = Some(job),
            }
        }
        for (generation, effect) in survey.into_iter().chain(trace).chain(oversee) {
            answers.send(generation, guarded(|| surveyed(effect, today)));
        }
    }
}

/// Answers one question.
pub(super) fn surveyed(effect: Effect, today: Date) -> Outcome {
    match effect {
        Effect::Survey { catalog, halt } => match Queue::of(&catalog, today, &halt) {
            Some(queue) => Outcome::Surveyed(Arc::new(queue)),
            None => Outcome::Kept,
        },
        Effect::Oversee(catalog) => Outcome::Overseen(Arc::new(Overview::of(&catalog, today))),
        Effect::Trace { root, wanted } => Outcome::Traced(traced(&root, wanted)),
        _ => Outcome::Kept,
    }
}

fn traced(root: &Root, wanted: Vec<(Pick, Arc<str>)>) -> Vec<(Pick, Option<Trace>)> {
    let trace = |(pick, text): (Pick, Arc<str>)| {
        let trace = last_change(root, &pick.path, pick.field, &text);
        (pick, trace)
    };
    wanted.into_iter().map(trace).collect()
}
