//! The thread that indexes a catalog, so that things are found in it.

use std::sync::mpsc::Receiver;

use crate::search::{Index, cited_laws};
use crate::tui::effect::Effect;
use crate::tui::message::Outcome;
use crate::tui::worker::{Answers, Job, guarded};

/// Indexes the newest catalog asked for, then reads which laws are cited there.
pub(super) fn index(jobs: &Receiver<Job>, answers: &Answers) {
    while let Ok(job) = jobs.recv() {
        let (generation, effect) = jobs.try_iter().last().unwrap_or(job);
        answers.send(generation, guarded(|| indexed(effect)));
    }
}

/// Does an effect of the index.
pub(super) fn indexed(effect: Effect) -> Outcome {
    match effect {
        Effect::Index(catalog) => Outcome::Indexed(Box::new(Index::of(&catalog))),
        Effect::Cite(catalog) => Outcome::Cited(cited_laws(&catalog)),
        _ => Outcome::Kept,
    }
}
