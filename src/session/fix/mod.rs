//! The fixing loop: in each round every fix is made that does not get in another's way, and the whole
//! catalog is looked at again. A round that brings a finding which was not there is taken back and made
//! smaller, until the fix that brings it stands alone and is refused. Each round that stays leaves fewer
//! findings than it found, so the loop ends, and two rules that undo each other's fixes cannot go in circles.

mod blame;
mod choose;
mod foresee;
mod fresh;

#[cfg(test)]
mod tests;

pub use foresee::{Foresight, foresee};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::{Catalog, File};
use crate::change::{FileChange, Intent, Plan, plan};
use crate::findings::{Finding, Fixing, Unfixed, WhyNot};
use crate::session::baseline::compare;
use crate::session::fix::blame::{all_guilty, fewer};
use crate::session::fix::choose::{by_file, choose};
use crate::session::{Session, check, text_of};
use crate::yaml;

pub(super) use fresh::fresh;

impl Session {
    /// Puts right in memory, as one change that can be undone, what can be put right by a fix and is wanted.
    /// No finding comes of it that was not there before.
    pub fn fix(&mut self, today: Date, wanted: &dyn Fn(&Finding) -> bool) -> Fixing {
        // Old debt is put right like anything else; what is left of it is no news.
        let look = |catalog: &Catalog| check(catalog, today).without_baseline().new;
        let Some((mut fixing, plan, _)) = mend(&self.catalog, &look, wanted, &|_| true) else {
            return Fixing::default();
        };
        if !plan.is_empty() {
            self.carry_out(&plan);
            self.history.remember(plan);
        }
        fixing.remaining = compare(&self.catalog, fixing.remaining).new;
        fixing
    }
}

type Look<'l> = &'l dyn Fn(&Catalog) -> Vec<Finding>;

/// The fixing of a catalog: what came of it, what it does to the files, and the catalog then. Before each
/// round it is asked whether to go on; `None` if not.
pub(super) fn mend(
    catalog: &Arc<Catalog>,
    look: Look<'_>,
    wanted: &dyn Fn(&Finding) -> bool,
    goes_on: &dyn Fn(usize) -> bool,
) -> Option<(Fixing, Plan, Arc<Catalog>)> {
    let mut rounds = 1..;
    let mut bench = Bench {
        look,
        fixing: Fixing {
            remaining: look(catalog),
            ..Fixing::default()
        },
        catalog: Arc::clone(catalog),
        before: BTreeMap::new(),
        has_moved: false,
    };
    while goes_on(rounds.next().unwrap_or_default()) {
        let chosen = choose(&bench.fixing, wanted);
        if !chosen.is_empty() {
            bench.round(chosen);
        } else if bench.has_moved && !bench.fixing.refused.is_empty() {
            // What was refused may do now that other things are in order.
            bench.fixing.refused.clear();
            bench.has_moved = false;
        } else {
            return Some(bench.result());
        }
    }
    None
}

/// 工作台: the catalog as it stands between two rounds.
struct Bench<'l> {
    look: Look<'l>,
    /// What came of it so far; `remaining` is of the catalog as it stands.
    fixing: Fixing,
    catalog: Arc<Catalog>,
    /// The text of each changed file before the first round.
    before: BTreeMap<Box<str>, Option<Arc<str>>>,
    /// Whether a round stayed since the refused fixes were last tried.
    has_moved: bool,
}

impl Bench<'_> {
    /// Makes some fixes, or as many of them as bring no new finding; refuses one that does.
    fn round(&mut self, mut chosen: Vec<Finding>) {
        loop {
            let (plan, made) = self.plan(chosen);
            if made.is_empty() {
                return;
            }
            let next = with(&self.catalog, &plan);
            let found = (self.look)(&next);
            let new = fresh(&self.fixing.remaining, &found);
            if new.is_empty() && found.len() < self.fixing.remaining.len() {
                return self.keep(&plan, Arc::new(next), made, found);
            }
            if let [only] = made.as_slice() {
                let reason = new.first().map_or(WhyNot::Useless, |new| brings(new));
                return self.refuse(only.clone(), reason);
            }
            if let Some(guilty) = all_guilty(&made, &new) {
                for (fix, new) in guilty {
                    self.refuse(fix.clone(), brings(new));
                }
                return;
            }
            chosen = fewer(made, &new);
        }
    }

    /// What the fixes do to the files, and the fixes that can be made; those that cannot are refused.
    fn plan(&mut self, chosen: Vec<Finding>) -> (Plan, Vec<Finding>) {
        let (mut whole, mut made) = (Plan::default(), Vec::new());
        for mut group in by_file(chosen) {
            let mut planned = plan(&self.catalog, &intents(&group));
            if planned.is_err() {
                group = self.possible(group);
                planned = plan(&self.catalog, &intents(&group));
            }
            if planned.is_err() {
                // Each can be made, but not all at once.
                group.truncate(1);
                planned = plan(&self.catalog, &intents(&group));
            }
            if let Ok(plan) = planned {
                whole.changes.extend(plan.changes);
                made.extend(group);
            }
        }
        (whole, made)
    }

    /// Those of some fixes that can be made by themselves; the others are refused.
    fn possible(&mut self, group: Vec<Finding>) -> Vec<Finding> {
        let mut possible = Vec::new();
        for finding in group {
            match plan(&self.catalog, &intents(std::slice::from_ref(&finding))) {
                Ok(_) => possible.push(finding),
                Err(refused) => self.refuse(finding, WhyNot::Impossible(refused.reason)),
            }
        }
        possible
    }

    fn refuse(&mut self, finding: Finding, reason: WhyNot) {
        self.fixing.refused.push(Unfixed { finding, reason });
    }

    fn keep(&mut self, plan: &Plan, next: Arc<Catalog>, made: Vec<Finding>, found: Vec<Finding>) {
        for change in &plan.changes {
            let before = || change.before.clone();
            self.before
                .entry(change.path.clone())
                .or_insert_with(before);
        }
        self.catalog = next;
        self.fixing.applied.extend(made);
        self.fixing.remaining = found;
        self.has_moved = true;
    }

    fn result(self) -> (Fixing, Plan, Arc<Catalog>) {
        let catalog = &self.catalog;
        let changes = self.before.into_iter().map(|(path, before)| FileChange {
            after: text_of(catalog, &path),
            path,
            before,
        });
        let changes = changes.filter(|change| change.before != change.after);
        let plan = Plan {
            changes: changes.collect(),
        };
        (self.fixing, plan, self.catalog)
    }
}

fn intents(findings: &[Finding]) -> Vec<Intent> {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    fixes.flat_map(|fix| fix.intents.clone()).collect()
}

fn brings(new: &Finding) -> WhyNot {
    WhyNot::Brings(Box::new(new.clone()))
}

/// The catalog after a plan.
pub(super) fn with(catalog: &Catalog, plan: &Plan) -> Catalog {
    let read = |change: &FileChange| {
        let document = yaml::read(Arc::clone(change.after.as_ref()?));
        Some(Arc::new(File::new(&change.path, document)))
    };
    let changed = plan.changes.par_iter().filter_map(read).collect();
    let gone = plan.changes.iter().filter(|change| change.after.is_none());
    let removed: Vec<&str> = gone.map(|change| &*change.path).collect();
    catalog.with_files(changed, &removed)
}
