//! The thread that looks at the disk for what others did.

use std::sync::mpsc::Receiver;
use std::time::SystemTime;

use crate::store::{Root, Watch};
use crate::tui::effect::Effect;
use crate::tui::message::Outcome;
use crate::tui::worker::{Answers, Job, guarded};

/// 盯看: what was seen last.
pub(crate) struct Watcher {
    seen: Option<(Root, Watch)>,
    /// A file changed after this may have been read before or after that.
    began: SystemTime,
}

impl Default for Watcher {
    fn default() -> Watcher {
        Watcher {
            seen: None,
            began: SystemTime::now(),
        }
    }
}

/// Looks when asked to, until no more can come.
pub(super) fn watch(jobs: &Receiver<Job>, answers: &Answers) {
    let mut watcher = Watcher::default();
    while let Ok((generation, effect)) = jobs.recv() {
        let outcome = guarded(|| watcher.look(effect));
        answers.send(generation, told(&mut watcher, outcome));
    }
}

/// Someone who fell over while looking knows nothing for sure any more, and looks at everything next time.
fn told(watcher: &mut Watcher, outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Failed(fault) => {
            watcher.seen = None;
            Outcome::NotLooked(fault)
        }
        outcome => outcome,
    }
}

impl Watcher {
    /// Says which files came, changed or went since the last look.
    pub(crate) fn look(&mut self, effect: Effect) -> Outcome {
        let Effect::Look {
            root,
            files,
            everywhere,
        } = effect
        else {
            return Outcome::Kept;
        };
        let paths = match &mut self.seen {
            Some((known, watch)) if *known == root && everywhere => watch.look_everywhere(&root),
            Some((known, watch)) if *known == root => watch.glance(&root, &files),
            seen => {
                let (watch, young) = Watch::begin(&root, self.began);
                *seen = Some((root.clone(), watch));
                young
            }
        };
        let watch = self.seen.as_mut().map(|(_, watch)| watch);
        Outcome::Noticed {
            paths,
            has_head_moved: watch.is_some_and(|watch| watch.has_head_moved(&root)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Message as Saying;
    use crate::tui::message::Fault;

    #[test]
    fn someone_who_fell_over_says_so_and_begins_anew() {
        let mut watcher = Watcher::default();
        let fault = Fault {
            reason: Saying::same("x"),
            hint: None,
        };
        let told = told(&mut watcher, Outcome::Failed(fault));
        assert!(matches!(told, Outcome::NotLooked(_)));
        assert!(watcher.seen.is_none());
    }
}
