//! What a change broke: the findings that are there now and were not there before, in the files that changed
//! and in those that depend on them. Only what is tied to the changed files is opened; an entry of a register is
//! tied to those that speak of it. The manifest, the baseline and the standard may tell on any matter, and then all
//! are looked at.

mod ground;
mod index;
mod reach;
mod registers;

pub(super) use index::standard_of;
pub(super) use reach::{Codes, members};

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::{Catalog, File, FileKind};
use crate::findings::{Finding, fingerprint};
use crate::rules::Settings;
use crate::session::baseline::compare;
use crate::session::since::ground::Ground;
use crate::session::since::reach::Reach;
use crate::session::{SessionError, document};
use crate::store::{Differing, Git, Snapshot};
use crate::yaml;

/// 新问题: what a change broke.
#[derive(Debug)]
pub struct Broken {
    /// What is found now and was not before, in the order of every output.
    pub findings: Vec<Finding>,
    /// How many findings of before are gone.
    pub solved: usize,
    /// How many files of the catalog or its standard changed.
    pub changed: usize,
    /// The files that feel the change, by path: those that changed and those that depend on them.
    pub felt: Vec<Box<str>>,
    /// Whether the change may tell on any matter, so that all were looked at.
    pub is_whole: bool,
    /// The catalog before, as far as it had to be looked at.
    pub before: Arc<Catalog>,
    /// The catalog now, as far as it had to be looked at.
    pub after: Arc<Catalog>,
}

/// One file of the catalog that changed.
pub(super) struct Change {
    pub(super) path: Box<str>,
    pub(super) before: Option<Arc<File>>,
    pub(super) after: Option<Arc<File>>,
}

impl Change {
    /// The file before and now, as far as it is there.
    pub(super) fn both(&self) -> impl Iterator<Item = &Arc<File>> {
        self.before.iter().chain(&self.after)
    }
}

/// Two catalogs side by side, what was found in each, and who feels what changed between them.
struct Sides {
    before: Catalog,
    after: Catalog,
    found: [Vec<Finding>; 2],
    felt: BTreeSet<Box<str>>,
    reach: Reach,
}

impl Sides {
    fn new(
        (before, after): (Catalog, Catalog),
        found: [Vec<Finding>; 2],
        felt: BTreeSet<Box<str>>,
        reach: Reach,
    ) -> Sides {
        Sides {
            before,
            after,
            found,
            felt,
            reach,
        }
    }
}

/// What the way from one snapshot to another broke. `cache` is the user's folder for what may be kept.
pub fn since(
    git: &Git,
    (old, new): (&Snapshot, &Snapshot),
    cache: Option<&Path>,
    today: Date,
) -> Result<Broken, SessionError> {
    let differing = git.between(old, new)?;
    let changes = changes(git, &differing)?;
    let ground = Ground::read(git, old, cache)?;
    let reach = if differing.iter().any(reaches_far) {
        Reach::All
    } else {
        Reach::Tied
    };
    let sides = ground.sides(changes, &differing, reach, Settings { today })?;
    let [before, after] = sides.found;
    let before = compare(&sides.before, before).new;
    let after = compare(&sides.after, after).new;
    let (findings, solved) = beside(&sides.before, &before, &sides.after, after);
    let mut felt = sides.felt;
    felt.extend(findings.iter().map(|finding| finding.file.path.clone()));
    Ok(Broken {
        findings,
        solved,
        changed: differing.len(),
        felt: felt.into_iter().collect(),
        is_whole: sides.reach == Reach::All,
        before: Arc::new(sides.before),
        after: Arc::new(sides.after),
    })
}

/// Whether a file may tell on any matter.
fn reaches_far(file: &Differing) -> bool {
    let Some(path) = file.path.strip_prefix("catalog/") else {
        return true;
    };
    matches!(FileKind::of(path), FileKind::Manifest | FileKind::Baseline)
}

/// Both sides of each changed file of the catalog, read.
fn changes(git: &Git, differing: &[Differing]) -> Result<Vec<Change>, SessionError> {
    let limit = yaml::MAX_BYTES as u64;
    let read = git.read_differing(differing, limit, &|file, before, after| {
        let path = file.in_catalog()?;
        let file = |content| Arc::new(File::new(path, document(content)));
        Some(Change {
            path: path.into(),
            before: before.map(file),
            after: after.map(file),
        })
    })?;
    Ok(read.into_iter().flatten().collect())
}

/// What was found now and not before, and how many findings of before are gone.
fn beside(
    then: &Catalog,
    before: &[Finding],
    now: &Catalog,
    mut after: Vec<Finding>,
) -> (Vec<Finding>, usize) {
    let mut left: HashMap<_, usize> = HashMap::new();
    for finding in before {
        *left.entry(known_by(then, finding)).or_default() += 1;
    }
    after.retain(|finding| {
        let count = left.get_mut(&known_by(now, finding));
        let count = count.filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_none()
    });
    (after, left.values().sum())
}

/// By what a finding is known again: its fingerprint is of its rule and its file.
fn known_by(catalog: &Catalog, finding: &Finding) -> u64 {
    fingerprint(finding, &catalog.standard).number()
}
