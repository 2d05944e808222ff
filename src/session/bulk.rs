//! A change of many files at once: worked out for each by itself, looked at by the rules before anything is
//! done, then carried out as one change that can be undone. What cannot be done to one file does not keep it
//! from the others; it is said.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::change::{Intent, Plan, Refused, plan};
use crate::findings::{Finding, Fixing};
use crate::rules::{Settings, check_files};
use crate::session::baseline::compare;
use crate::session::fix::{fresh, mend, with};
use crate::session::{Session, SessionError, check};
use crate::text::words;

/// 意愿: what is wanted of one file.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The file.
    pub path: Box<str>,
    /// What shall be done to it, and to no other.
    pub intents: Vec<Intent>,
}

/// 预案: a change of many files that is worked out and not done yet.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The catalog that would change.
    pub before: Arc<Catalog>,
    /// The catalog as it would be.
    pub after: Arc<Catalog>,
    /// What would happen to the files.
    pub plan: Plan,
    /// Which files cannot be changed so, and why.
    pub refused: Vec<Refused>,
    /// Findings in the changed files that are not there yet.
    pub brought: Vec<Finding>,
    /// How many findings in the changed files would be gone.
    pub settled: usize,
}

/// How far the work is: called with steps done and steps in all, answers whether to go on.
pub type Progress<'p> = &'p (dyn Fn(usize, usize) -> bool + Sync);

/// So many files are worked on between two looks at whether to go on.
const AT_A_TIME: usize = 256;

/// Works out a change of many files, each wish of a file of its own; `None` if it was stopped.
pub fn prepare(
    catalog: &Arc<Catalog>,
    wishes: &[Wish],
    today: Date,
    progress: Progress<'_>,
) -> Option<Prepared> {
    // Each file is planned once and looked at twice.
    let steps = wishes.len() * 3;
    let (mut whole, mut refused) = (Plan::default(), Vec::new());
    let mut seen = HashSet::new();
    for (place, some) in wishes.chunks(AT_A_TIME).enumerate() {
        if !progress(place * AT_A_TIME, steps) {
            return None;
        }
        let plans: Vec<Result<Plan, Refused>> = some
            .par_iter()
            .map(|wish| plan(catalog, &wish.intents))
            .collect();
        for (wish, planned) in some.iter().zip(plans) {
            match planned {
                Ok(plan) if seen.insert(&*wish.path) => whole.changes.extend(plan.changes),
                Ok(_) => refused.push(twice(wish)),
                Err(why) => refused.push(why),
            }
        }
    }
    let after = Arc::new(with(catalog, &whole));
    let look = |catalog: &Catalog, done: usize| {
        let mut findings = Vec::new();
        for (place, some) in whole.changes.chunks(AT_A_TIME).enumerate() {
            if !progress(done + place * AT_A_TIME, steps) {
                return None;
            }
            let paths: Vec<&str> = some.iter().map(|change| &*change.path).collect();
            findings.extend(check_files(catalog, &paths, Settings { today }));
        }
        Some(compare(catalog, findings).new)
    };
    let old = look(catalog, wishes.len())?;
    let new = look(&after, wishes.len() * 2)?;
    let brought: Vec<Finding> = fresh(&old, &new).into_iter().cloned().collect();
    Some(Prepared {
        before: Arc::clone(catalog),
        settled: (old.len() + brought.len()).saturating_sub(new.len()),
        after,
        plan: whole,
        refused,
        brought,
    })
}

fn twice(wish: &Wish) -> Refused {
    Refused {
        path: wish.path.clone(),
        reason: words(
            "另一项改动已用到这个文件",
            "another one of these changes has this file already",
        )
        .into(),
    }
}

/// Works out the fixes that are wanted, so that no new finding comes of them; `progress` is told the round.
/// `None` if it was stopped.
pub fn prepare_fixes(
    catalog: &Arc<Catalog>,
    wanted: &dyn Fn(&Finding) -> bool,
    today: Date,
    progress: Progress<'_>,
) -> Option<(Prepared, Fixing)> {
    let look = |catalog: &Catalog| check(catalog, today).without_baseline().new;
    let goes_on = |round| progress(round, 0);
    let (fixing, plan, after) = mend(catalog, &look, wanted, &goes_on)?;
    let prepared = Prepared {
        before: Arc::clone(catalog),
        after,
        plan,
        refused: Vec::new(),
        brought: Vec::new(),
        settled: fixing.applied.len(),
    };
    Some((prepared, fixing))
}

impl Session {
    /// Carries out what was prepared, as one change; refuses if the catalog is another one now.
    pub fn carry(&mut self, prepared: &Prepared) -> Result<(), SessionError> {
        if !Arc::ptr_eq(&self.catalog, &prepared.before) {
            let first = prepared.plan.changes.first();
            return Err(SessionError::Refused(Refused {
                path: first.map_or_else(Box::default, |change| change.path.clone()),
                reason: words(
                    "这之间目录有了别的改动，请重新预览",
                    "the catalog has changed meanwhile; look at the preview again",
                )
                .into(),
            }));
        }
        for change in &prepared.plan.changes {
            self.saved
                .entry(change.path.clone())
                .or_insert_with(|| change.before.clone());
        }
        self.put(Arc::clone(&prepared.after));
        self.history.remember(prepared.plan.clone());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::MatterId;
    use crate::change::set_field;
    use crate::session::create;
    use crate::yaml::{Data, Path};

    const TODAY: Date = jiff::civil::date(2026, 11, 24);

    fn wish(catalog: &Catalog, id: MatterId, status: &str) -> Wish {
        let intent = set_field(catalog, id, &Path::key("status"), Data::from(status));
        Wish {
            path: catalog.matter(id).file.path.clone(),
            intents: intent.into_iter().collect(),
        }
    }

    fn open(folder: &std::path::Path) -> Session {
        Session::open(create(folder).unwrap(), &|_, _| ()).unwrap()
    }

    #[test]
    fn what_a_change_brings_is_known_before_it_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = open(folder.path());
        let catalog = Arc::clone(session.catalog());
        let wishes: Vec<Wish> = catalog
            .matters()
            .filter(|(_, matter)| matter.file.path.starts_with("base"))
            .map(|(id, _)| wish(&catalog, id, "9"))
            .collect();
        let prepared = prepare(&catalog, &wishes, TODAY, &|_, _| true).unwrap();
        assert_eq!(prepared.brought.len(), 1);
        assert_eq!(session.unsaved().len(), 0);
        session.carry(&prepared).unwrap();
        assert_eq!(session.unsaved().len(), 1);
        session.undo().unwrap();
        assert_eq!(session.unsaved().len(), 0);
    }

    #[test]
    fn what_was_prepared_for_another_state_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = open(folder.path());
        let catalog = Arc::clone(session.catalog());
        let wishes: Vec<Wish> = catalog
            .matters()
            .map(|(id, _)| wish(&catalog, id, "2"))
            .collect();
        let prepared = prepare(&catalog, &wishes, TODAY, &|_, _| true).unwrap();
        session.apply(&wishes[0].intents).unwrap();
        assert!(session.carry(&prepared).is_err());
    }

    #[test]
    fn what_is_stopped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let session = open(folder.path());
        let catalog = session.catalog();
        let wishes: Vec<Wish> = catalog
            .matters()
            .map(|(id, _)| wish(catalog, id, "2"))
            .collect();
        assert!(prepare(catalog, &wishes, TODAY, &|_, _| false).is_none());
    }
}
