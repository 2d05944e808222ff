//! The thread that works out what a task would do to many matters. Only the newest question is answered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::session::Progress;
use crate::text::words;
use crate::tui::effect::Effect;
use crate::tui::many::{Order, proposed};
use crate::tui::message::{Fault, Outcome};
use crate::tui::worker::{Answers, Job, guarded};

/// So long nothing is said of how far the work is: what is done sooner needs no word.
const QUIET: Duration = Duration::from_millis(200);

/// Answers questions until nobody asks any more.
pub(super) fn plan(jobs: &Receiver<Job>, answers: &Answers, today: Date) {
    while let Ok(job) = jobs.recv() {
        let (generation, effect) = jobs.try_iter().last().unwrap_or(job);
        if let Effect::Prepare(order) = effect {
            let begun = Instant::now();
            let said = AtomicUsize::new(usize::MAX);
            let progress = |done: usize, total: usize| {
                let percent = (done * 100).checked_div(total).unwrap_or(done);
                let is_news = said.swap(percent, Ordering::Relaxed) != percent;
                if is_news && begun.elapsed() > QUIET {
                    answers.step(order.number, done, total);
                }
                true
            };
            let outcome = answered(&order, today, &progress);
            answers.send(generation, outcome);
        }
    }
}

/// Answers one question.
pub(super) fn answered(order: &Order, today: Date, progress: Progress<'_>) -> Outcome {
    let number = order.number;
    let outcome = guarded(|| Outcome::Proposed {
        number,
        proposal: proposed(order, today, progress).map(Box::new),
    });
    match outcome {
        // The work failed; whoever waits for it must know.
        Outcome::Failed(_) => Outcome::Failed(Fault {
            reason: words(
                "程序内部出错，没有做出预览",
                "a fault inside the program; there is no preview",
            )
            .into(),
            hint: None,
        }),
        outcome => outcome,
    }
}
