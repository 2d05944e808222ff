//! What someone else did to the files while they are open here: an unedited file is read again, an edited one
//! is joined with what it says on disk now. Where both sides changed the same, ours stays for the time being,
//! and the file is not saved until someone has chosen.

use std::sync::Arc;

use crate::catalog::{File, FileKind};
use crate::change::{FileChange, Plan, Refused};
use crate::merge::{Clash, Merged, Side, Three, merge};
use crate::session::{Session, SessionError, on_disk, text_of};
use crate::store::StoreError;
use crate::text::words;
use crate::yaml::{self, Document};

/// 争议: one file that both sides changed in the same place.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// What both began with.
    base: Option<Arc<str>>,
    /// What it said here.
    ours: Option<Arc<str>>,
    /// What it says on disk.
    theirs: Option<Arc<str>>,
    /// What it says here until someone chooses.
    joined: Option<Arc<str>>,
    /// What both changed.
    pub clashes: Vec<Clash>,
}

/// 外来改动: what came of looking at the disk again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Files that nobody had edited here, and were read again.
    pub reloaded: Vec<Box<str>>,
    /// Files whose unsaved work was joined with what is on disk.
    pub joined: Vec<Box<str>>,
    /// Files where both sides changed the same.
    pub disputed: Vec<Box<str>>,
}

impl Arrived {
    /// All files that are not as they were.
    pub fn paths(&self) -> Vec<Box<str>> {
        let all = self.reloaded.iter().chain(&self.joined);
        all.chain(&self.disputed).cloned().collect()
    }
}

impl Session {
    /// Looks at some files on disk again and takes in what someone else did to them.
    pub fn reload(&mut self, paths: &[Box<str>]) -> Result<Arrived, SessionError> {
        let mut arrived = Arrived::default();
        let mut files = Vec::new();
        for path in paths {
            if let Some((file, fate)) = self.look_at(path)? {
                match fate {
                    Fate::Reloaded => arrived.reloaded.push(path.clone()),
                    Fate::Joined => arrived.joined.push(path.clone()),
                    Fate::Disputed => arrived.disputed.push(path.clone()),
                    Fate::Settled => {}
                }
                files.push((path.clone(), file));
            }
        }
        self.take_in(&files);
        Ok(arrived)
    }

    /// What a file is to be here after a look at the disk; `None` if nobody else touched it.
    fn look_at(&mut self, path: &str) -> Result<Option<(Option<Document>, Fate)>, SessionError> {
        let disk = on_disk(&self.root, path)?;
        let theirs = disk.as_ref().map(|document| Arc::clone(document.text()));
        let here = text_of(&self.catalog, path);
        let base = self
            .saved
            .get(path)
            .cloned()
            .unwrap_or_else(|| here.clone());
        // A file that is read when it is asked says what is on disk anyway, but what is known of it does not.
        let is_packed = self.catalog.file(path).is_some_and(|file| file.is_packed());
        let is_ours = self.saved.contains_key(path);
        if theirs == base && (is_ours || !is_packed) {
            return Ok(None);
        }
        if !is_ours {
            return Ok(Some((disk, Fate::Reloaded)));
        }
        if here == theirs {
            self.saved.remove(path);
            self.disputes.remove(path);
            return Ok(Some((disk, Fate::Settled)));
        }
        // A dispute that is still open goes on with what both began with then.
        let (base, ours) = match self.disputes.remove(path) {
            Some(open) if open.joined == here => (open.base, open.ours),
            _ => (base, here),
        };
        let merged = self.join(path, [&base, &ours, &theirs], &[]);
        let joined: Option<Arc<str>> = merged.text.map(Arc::from);
        self.saved.insert(path.into(), theirs.clone());
        let fate = if merged.clashes.is_empty() {
            Fate::Joined
        } else {
            let joined = joined.clone();
            let clashes = merged.clashes;
            let dispute = Dispute {
                base,
                ours,
                theirs,
                joined,
                clashes,
            };
            self.disputes.insert(path.into(), dispute);
            Fate::Disputed
        };
        Ok(Some((joined.map(yaml::read), fate)))
    }

    fn join(&self, path: &str, three: [&Option<Arc<str>>; 3], choices: &[Side]) -> Merged {
        let schema = self.catalog.standard.schema(FileKind::of(path));
        let [base, ours, theirs] = three.map(|text| text.as_deref());
        merge(
            schema.map(AsRef::as_ref),
            Three { base, ours, theirs },
            choices,
        )
    }

    /// Puts files into the catalog as they are now.
    fn take_in(&mut self, files: &[(Box<str>, Option<Document>)]) {
        if files.is_empty() {
            return;
        }
        let mut changed = Vec::new();
        let mut removed = Vec::new();
        for (path, document) in files {
            match document {
                Some(document) => changed.push(Arc::new(File::new(path, document.clone()))),
                None => removed.push(&**path),
            }
        }
        self.catalog = Arc::new(self.catalog.with_files(changed, &removed));
        self.forget_what_is_settled();
    }

    /// A file that says what is on disk is not unsaved, and nothing is disputed in it.
    pub(super) fn forget_what_is_settled(&mut self) {
        let catalog = &self.catalog;
        self.saved
            .retain(|path, saved| text_of(catalog, path) != *saved);
        let saved = &self.saved;
        self.disputes.retain(|path, _| saved.contains_key(path));
    }

    /// The files in which both sides changed the same, with what they changed.
    pub fn disputes(&self) -> impl Iterator<Item = (&str, &Dispute)> {
        self.disputes
            .iter()
            .map(|(path, dispute)| (&**path, dispute))
    }

    /// Settles a dispute: for each clash one side is taken. What was edited here meanwhile stays.
    pub fn settle(&mut self, path: &str, choices: &[Side]) -> Plan {
        let Some(dispute) = self.disputes.remove(path) else {
            return Plan::default();
        };
        let Dispute {
            base,
            ours,
            theirs,
            joined,
            ..
        } = dispute;
        let chosen = self.join(path, [&base, &ours, &theirs], choices);
        let chosen: Option<Arc<str>> = chosen.text.map(Arc::from);
        let here = text_of(&self.catalog, path);
        let after = self.join(path, [&joined, &here, &chosen], &[]).text;
        let change = FileChange {
            path: path.into(),
            before: here,
            after: after.map(Arc::from),
        };
        let mut plan = Plan {
            changes: vec![change],
        };
        plan.changes.retain(|change| change.before != change.after);
        if !plan.is_empty() {
            self.carry_out(&plan);
            self.history.remember(plan.clone());
        }
        plan
    }

    /// A step of the history as it can be done now. A file that is not as the step left it is joined with what
    /// the step does to it; the step is refused if that cannot be without a choice.
    pub(super) fn fitted(&self, step: &Plan) -> Result<Plan, SessionError> {
        let mut fitted = Plan::default();
        for change in &step.changes {
            let here = text_of(&self.catalog, &change.path);
            if here == change.before {
                fitted.changes.push(change.clone());
                continue;
            }
            let merged = self.join(&change.path, [&change.before, &here, &change.after], &[]);
            if !merged.clashes.is_empty() {
                return Err(SessionError::Refused(Refused {
                    path: change.path.clone(),
                    reason: words(
                        "这里已被他人改过，这一步不能再撤销或重做",
                        "someone else changed the same place; this step cannot be taken back or done again",
                    )
                    .into(),
                }));
            }
            let after: Option<Arc<str>> = merged.text.map(Arc::from);
            if here != after {
                fitted.changes.push(FileChange {
                    path: change.path.clone(),
                    before: here,
                    after,
                });
            }
        }
        Ok(fitted)
    }

    /// Takes up unsaved work of an earlier session, as one change that can be undone. A file that is no longer as
    /// it was then is joined; what clashes is disputed. The files that are not as they were.
    pub fn recover(&mut self, changes: Vec<FileChange>) -> Vec<Box<str>> {
        let mut plan = Plan::default();
        for change in changes {
            let place = plan
                .changes
                .iter()
                .position(|known: &FileChange| known.path == change.path);
            let known = place.and_then(|place| plan.changes.get_mut(place));
            let here = match &known {
                Some(known) => known.after.clone(),
                None => text_of(&self.catalog, &change.path),
            };
            let merged = self.join(&change.path, [&change.before, &change.after, &here], &[]);
            let joined: Option<Arc<str>> = merged.text.map(Arc::from);
            match known {
                Some(known) => known.after.clone_from(&joined),
                None => plan.changes.push(FileChange {
                    path: change.path.clone(),
                    before: here.clone(),
                    after: joined.clone(),
                }),
            }
            if !merged.clashes.is_empty() {
                let dispute = Dispute {
                    base: change.before,
                    ours: change.after,
                    theirs: here,
                    joined,
                    clashes: merged.clashes,
                };
                self.disputes.insert(change.path, dispute);
            }
        }
        plan.changes.retain(|change| change.before != change.after);
        let paths = plan
            .changes
            .iter()
            .map(|change| change.path.clone())
            .collect();
        self.carry_out(&plan);
        if !plan.is_empty() {
            self.history.remember(plan);
        }
        paths
    }

    /// Why not all can be saved: what is disputed.
    pub(super) fn refuse_disputed(&self) -> Result<(), SessionError> {
        match self.disputes.keys().next() {
            Some(path) => Err(StoreError::Changed(self.root.file(path)).into()),
            None => Ok(()),
        }
    }
}

enum Fate {
    Reloaded,
    Joined,
    Disputed,
    Settled,
}
