//! Checking again after a few matters were edited: only what hangs on them is looked at anew, and what comes
//! out is what a check of everything would find.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::catalog::{Catalog, File, Floor, Matter, MatterId};
use crate::findings::Finding;
use crate::rules::engine::{Run, Settings};

/// 上次检查: the findings of each file by itself and beside what it follows, excused ones included.
#[derive(Debug, Default)]
pub struct LastCheck {
    findings: Vec<Finding>,
}

/// What is told how many files are looked at, and how many there are; says whether to go on.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) -> bool + Sync);

/// Every finding in a catalog, and what is needed to check again; `None` if it was not to go on.
pub fn check_first(
    catalog: &Catalog,
    settings: Settings,
    progress: Progress<'_>,
) -> Option<(Vec<Finding>, LastCheck)> {
    let (done, all) = (AtomicUsize::new(0), catalog.files().len());
    let told = || progress(done.fetch_add(1, Ordering::Relaxed) + 1, all);
    let goes_on = || progress(done.load(Ordering::Relaxed), all);
    let run = Run::new(catalog, settings);
    let (findings, whole) = rayon::join(|| run.files(&told), || run.whole(&goes_on));
    if !goes_on() {
        return None;
    }
    let last = LastCheck {
        findings: findings.clone(),
    };
    Some((run.settled(findings, whole), last))
}

/// Every finding in a catalog that was checked before as it then was. `None` if it was not to go on.
pub fn check_again(
    (before, last): (&Catalog, LastCheck),
    catalog: &Catalog,
    settings: Settings,
    progress: Progress<'_>,
) -> Option<(Vec<Finding>, LastCheck)> {
    let Some(touched) = touched(before, catalog) else {
        return check_first(catalog, settings, progress);
    };
    let all = catalog.files().len();
    let goes_on = || progress(all, all);
    let run = Run::new(catalog, settings);
    let files = || run.files_again(last, &touched);
    let (findings, whole) = rayon::join(files, || run.whole(&goes_on));
    if !goes_on() {
        return None;
    }
    let last = LastCheck {
        findings: findings.clone(),
    };
    Some((run.settled(findings, whole), last))
}

impl Run<'_> {
    /// The findings of all files: those of the matters touched and of all that are no matters anew.
    fn files_again(&self, last: LastCheck, touched: &[MatterId]) -> Vec<Finding> {
        let path = |id: &MatterId| &*self.catalog.matter(*id).file.path;
        let paths: HashSet<&str> = touched.iter().map(path).collect();
        let stays = |finding: &Finding| {
            let path = &*finding.file.path;
            !paths.contains(path) && self.catalog.matter_at(path).is_some()
        };
        let mut findings = last.findings;
        findings.retain(stays);
        let file = |id: &MatterId| self.file(&self.catalog.matter(*id).file, Some(*id));
        let anew: Vec<Finding> = touched.par_iter().flat_map_iter(file).collect();
        findings.extend(anew);
        findings.extend(self.other_files(&|| true));
        findings
    }
}

/// The matters on which a change of some files may tell: those of the same base codes. `None` if it may tell
/// on any: a register changed, a file came or went, or a matter has other ties than before.
fn touched(before: &Catalog, now: &Catalog) -> Option<Vec<MatterId>> {
    if before.files().len() != now.files().len() {
        return None;
    }
    let pairs = before.files().iter().zip(now.files());
    let mut ids = Vec::new();
    for (old, new) in pairs.filter(|(old, new)| !Arc::ptr_eq(old, new)) {
        let id = (old.path == new.path).then(|| now.matter_at(&new.path))??;
        if !has_same_ties(old, new, now) {
            return None;
        }
        ids.extend(family(now, id));
    }
    ids.sort_unstable();
    ids.dedup();
    Some(ids)
}

/// Whether a matter is tied to others as before: by its codes, its division, and, where another is to take
/// its place, by its name.
fn has_same_ties(old: &Arc<File>, new: &Arc<File>, catalog: &Catalog) -> bool {
    let (Some(old), Some(new)) = (Matter::read(old), Matter::read(new)) else {
        return false;
    };
    let code = |matter: &Matter| matter.code().map(|code| code.value.to_owned());
    let base = |matter: &Matter| matter.base_code().map(|code| code.value.to_owned());
    let retired = &catalog.registers.codes.retired;
    let is_successor = || {
        let own = code(&new);
        retired
            .iter()
            .any(|retired| retired.successor.as_deref() == own.as_deref())
    };
    let name = |matter: &Matter| matter.name().map(|name| name.value.to_owned());
    code(&old) == code(&new)
        && base(&old) == base(&new)
        && old.division() == new.division()
        && (name(&old) == name(&new) || !is_successor())
}

/// A matter with all that have its base code.
fn family(catalog: &Catalog, id: MatterId) -> Vec<MatterId> {
    let base = catalog.matter(id).base_code().map_or("", |code| code.value);
    let is_base = |id: &&MatterId| catalog.matter(**id).floor == Floor::Base;
    let bases = catalog.by_code(base).iter().filter(is_base);
    let locals = catalog.locals_of(base).iter();
    bases.chain(locals).chain([&id]).copied().collect()
}
