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
        answers.send(generation, guarded(|| watcher.look(effect)));
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
