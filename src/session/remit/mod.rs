//! The gate of remits: the commits between two states, each judged by what the manifest of the branch it is to go
//! to says of its author. Whatever the commits bring themselves counts for nothing in that.

mod merge;
mod signatures;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::standard::Standard;
use crate::catalog::{Author, Catalog, File, Manifest, Remit, Signature};
use crate::findings::Finding;
use crate::rules::{Changed, Commit, Settings, check_commits};
use crate::session::remit::merge::own_changes;
use crate::session::remit::signatures::signatures;
use crate::session::{SessionError, document, parse};
use crate::store::{Committed, Differing, Git, Person, RawFile, Revision, Snapshot};
use crate::yaml;

/// 目标分支: the branch that is to take what is judged.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its last commit.
    pub revision: Revision,
    /// Whether what is judged takes the place of the branch, rather than being joined to it.
    pub is_replaced: bool,
}

/// What is said of the authors of all that a branch does not have yet, under its standard. What is not committed
/// is `person`'s.
pub fn judge_authors(
    git: &Git,
    (target, standard): (&Target, &Arc<Standard>),
    new: &Snapshot,
    (person, today): (Option<Person>, Date),
) -> Result<Vec<Finding>, SessionError> {
    if is_open(git, &target.revision) {
        return Ok(Vec::new());
    }
    let catalog = catalog(git, &target.revision, standard)?;
    let remit = &catalog.registers.manifest.remit;
    let mut commits = committed(git, target, new, remit)?;
    commits.extend(pending(git, new, person)?);
    Ok(check_commits(&catalog, &commits, Settings { today }))
}

/// Whether everyone may change everything there, which is soon told.
fn is_open(git: &Git, target: &Revision) -> bool {
    let bytes = git.read_file(target, "mulu.yaml").unwrap_or_default();
    let manifest = yaml::read_bytes(&bytes);
    let manifest = manifest.root().map(Manifest::read);
    manifest.is_none_or(|manifest| manifest.remit.is_open())
}

/// As much of the branch's catalog as tells who may change what.
fn catalog(
    git: &Git,
    target: &Revision,
    standard: &Arc<Standard>,
) -> Result<Catalog, SessionError> {
    let is_wanted = |name: &str| matches!(name, "mulu.yaml" | "divisions.yaml");
    let open = |raw: RawFile| Arc::new(parse(raw));
    let files = git.read_files_where(target, yaml::MAX_BYTES as u64, &is_wanted, &open)?;
    Ok(Catalog::new(Arc::clone(standard), files))
}

/// The commits that the branch does not have yet.
fn committed(
    git: &Git,
    target: &Target,
    new: &Snapshot,
    remit: &Remit,
) -> Result<Vec<Commit>, SessionError> {
    let tip = match new {
        Snapshot::Nothing => return Ok(Vec::new()),
        Snapshot::Revision(revision) => revision.clone(),
        Snapshot::Index | Snapshot::WorkTree => match git.next_parents()?.into_iter().next() {
            Some(last) => last,
            None => return Ok(Vec::new()),
        },
    };
    let made = git.commits(&target.revision, &tip)?;
    let mut signatures = if remit.asks_for_signatures() {
        signatures(git, &made, remit)?
    } else {
        HashMap::new()
    };
    let commits = made.into_iter().map(|made| {
        let signature = signatures.remove(&made.revision.id).unwrap_or_default();
        commit(git, &made, signature)
    });
    let mut commits = commits.collect::<Result<Vec<Commit>, SessionError>>()?;
    if target.is_replaced {
        let author = commits.last().map(|last| last.author.clone());
        commits.extend(taken_back(git, (&target.revision, &tip), author)?);
    }
    Ok(commits)
}

/// What a push that does not follow the branch undoes of it, as if its last author did. Where nothing new is
/// pushed that is nobody.
fn taken_back(
    git: &Git,
    (branch, tip): (&Revision, &Revision),
    author: Option<Author>,
) -> Result<Option<Commit>, SessionError> {
    let forks = git.forks(&[branch.clone(), tip.clone()])?;
    let fork = match forks.first() {
        Some(fork) if fork.id == branch.id => return Ok(None),
        Some(fork) => Snapshot::Revision(fork.clone()),
        None => Snapshot::Nothing,
    };
    let mut undone = git.between(&Snapshot::Revision(branch.clone()), &fork)?;
    let redone = git.between(&fork, &Snapshot::Revision(tip.clone()))?;
    undone.retain(|file| redone.iter().all(|other| other.path != file.path));
    Ok(Some(Commit {
        id: Some(tip.short().to_owned()),
        author: author.unwrap_or_default(),
        changes: changes(git, &undone)?,
    }))
}

fn commit(git: &Git, made: &Committed, signature: Signature) -> Result<Commit, SessionError> {
    let state = Snapshot::Revision(made.revision.clone());
    let differing = own_changes(git, &made.parents, &state)?;
    Ok(Commit {
        id: Some(made.revision.short().to_owned()),
        author: author(&made.author, signature),
        changes: changes(git, &differing)?,
    })
}

/// What is not committed yet, if there is any.
fn pending(
    git: &Git,
    new: &Snapshot,
    person: Option<Person>,
) -> Result<Option<Commit>, SessionError> {
    if !matches!(new, Snapshot::Index | Snapshot::WorkTree) {
        return Ok(None);
    }
    let differing = own_changes(git, &git.next_parents()?, new)?;
    if differing.is_empty() {
        return Ok(None);
    }
    let person = person.or_else(|| git.person()).unwrap_or_default();
    Ok(Some(Commit {
        id: None,
        author: author(&person, Signature::Unseen),
        changes: changes(git, &differing)?,
    }))
}

fn author(person: &Person, signature: Signature) -> Author {
    Author {
        name: person.name.clone(),
        email: person.email.clone(),
        signature,
    }
}

/// Both sides of each file, read as far as the catalog reads it.
fn changes(git: &Git, differing: &[Differing]) -> Result<Vec<Changed>, SessionError> {
    let limit = yaml::MAX_BYTES as u64;
    let changes = git.read_differing(differing, limit, &|file, before, after| {
        let path = file.in_catalog();
        let side = |content| path.map(|path| Arc::new(File::new(path, document(content))));
        Changed {
            path: file.path.clone(),
            before: before.and_then(side),
            after: after.and_then(side),
        }
    })?;
    Ok(changes)
}
