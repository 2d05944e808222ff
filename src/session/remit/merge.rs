//! What a commit changes itself. Of a merge that is what joining its parents would not have given: a file that
//! one side only changed is expected as that side has it.

use std::collections::{BTreeSet, HashMap};

use crate::session::SessionError;
use crate::store::{Blob, Differing, Git, Revision, Snapshot};

/// The files that a state changes beside what it follows.
pub(super) fn own_changes(
    git: &Git,
    parents: &[Revision],
    state: &Snapshot,
) -> Result<Vec<Differing>, SessionError> {
    match parents {
        [] => Ok(git.between(&Snapshot::Nothing, state)?),
        [parent] => Ok(git.between(&Snapshot::Revision(parent.clone()), state)?),
        _ => merged(git, parents, state),
    }
}

/// What a file is, beside what it is in the merge.
#[derive(Clone, PartialEq, Eq)]
enum Was {
    Same,
    Other(Option<Blob>),
}

/// How a commit differs from the merge, by path.
struct Beside {
    files: HashMap<String, Differing>,
}

impl Beside {
    fn read(git: &Git, revision: &Revision, state: &Snapshot) -> Result<Beside, SessionError> {
        let differing = git.between(&Snapshot::Revision(revision.clone()), state)?;
        let files = differing.into_iter().map(|file| (file.path.clone(), file));
        Ok(Beside {
            files: files.collect(),
        })
    }

    fn was(&self, path: &str) -> Was {
        let file = self.files.get(path);
        file.map_or(Was::Same, |file| Was::Other(file.before.clone()))
    }
}

fn merged(
    git: &Git,
    parents: &[Revision],
    state: &Snapshot,
) -> Result<Vec<Differing>, SessionError> {
    let read = |revision: &Revision| Beside::read(git, revision, state);
    let sides: Result<Vec<Beside>, _> = parents.iter().map(read).collect();
    let forks: Result<Vec<Beside>, _> = git.forks(parents)?.iter().map(read).collect();
    let (sides, forks) = (sides?, forks?);
    let paths: BTreeSet<&String> = sides.iter().flat_map(|side| side.files.keys()).collect();
    let own = |path: &&String| own_change(path, &sides, &forks);
    Ok(paths.iter().filter_map(own).collect())
}

/// The change of one file, if the merge made it. Where histories cross there are several forks, and what fits
/// one of them is no change.
fn own_change(path: &str, sides: &[Beside], forks: &[Beside]) -> Option<Differing> {
    let sides: Vec<(Was, &Beside)> = sides.iter().map(|side| (side.was(path), side)).collect();
    let mut expected = None;
    let nothing = [Was::Other(None)];
    let forks: Vec<Was> = forks.iter().map(|fork| fork.was(path)).collect();
    for fork in if forks.is_empty() {
        &nothing[..]
    } else {
        &forks
    } {
        match join(fork, &sides) {
            Was::Same => return None,
            Was::Other(blob) => expected = Some(blob.clone()),
        }
    }
    let expected = expected?;
    let known = sides.iter().find_map(|(_, side)| side.files.get(path))?;
    Some(Differing {
        path: path.to_owned(),
        before: expected,
        after: known.after.clone(),
    })
}

/// What joining should have given, beside what the merge is. Where several sides changed a file, one of their
/// states is as good as any, and a joint one is the work of the merge.
fn join<'w>(fork: &'w Was, sides: &'w [(Was, &Beside)]) -> &'w Was {
    let mut changed: Vec<&Was> = Vec::new();
    for (was, _) in sides {
        if was != fork && !changed.contains(&was) {
            changed.push(was);
        }
    }
    match changed.as_slice() {
        [] => fork,
        [one] => one,
        _ if changed.contains(&&Was::Same) => &Was::Same,
        [first, ..] => first,
    }
}
