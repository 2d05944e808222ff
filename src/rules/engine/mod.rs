//! Runs the rules over a catalog: each file in parallel, then what needs the catalog as a whole, then what
//! files excuse.

mod again;
mod commits;
mod excuse;
mod judge;
mod part;
mod plan;
mod scopes;
mod ties;

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

pub use again::{LastCheck, Progress, check_again, check_first};
pub use commits::check_commits;
pub use excuse::is_excusable;
pub use judge::{Anew, Judged, Origin, judge, judge_again, told};
pub use part::check_part;
pub(super) use scopes::Scopes;
pub use ties::{Register, Tie, TieKind, register_ties, ties};

use crate::catalog::{Catalog, File, Matter, MatterId};
use crate::findings::Finding;
use crate::rules::engine::excuse::Excuses;
use crate::rules::engine::plan::{On, Plan};
use crate::rules::law::citations;
use crate::rules::level::open_differences;
use crate::rules::{Check, Pair, RULES, Report, Usage, walk};

/// What a check is to know besides the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Today's date.
    pub today: Date,
}

/// Every finding in the catalog, in the order of every output.
pub fn check_catalog(catalog: &Catalog, settings: Settings) -> Vec<Finding> {
    told(judge(catalog, settings))
}

/// The findings of one file by itself and beside its upper matter, for the screen while someone types.
pub fn check_file(catalog: &Catalog, path: &str, settings: Settings) -> Vec<Finding> {
    check_files(catalog, &[path], settings)
}

/// The findings of some files, each by itself and beside its upper matter.
pub fn check_files(catalog: &Catalog, paths: &[&str], settings: Settings) -> Vec<Finding> {
    let run = Run::new(catalog, settings);
    let id = |path: &str| catalog.matter_at(path);
    let found = paths
        .par_iter()
        .filter_map(|path| Some(run.file(catalog.file(path)?, id(path))))
        .flatten_iter();
    let mut judged: Vec<Judged> = found
        .map(|finding| Judged::of(Origin::File, finding))
        .collect();
    let matters = paths.iter().filter_map(|path| id(path));
    let excuses = Excuses::of(matters.map(|id| catalog.matter(id)));
    run.excuse(excuses, &mut judged, false);
    told(judged)
}

struct Run<'c> {
    catalog: &'c Catalog,
    settings: Settings,
    scopes: Scopes,
}

impl<'c> Run<'c> {
    fn new(catalog: &'c Catalog, settings: Settings) -> Run<'c> {
        Run {
            catalog,
            settings,
            scopes: Scopes::of(catalog),
        }
    }

    /// What is said of each file by itself and beside what it follows, as long as it goes on.
    fn files(&self, told: &(dyn Fn() -> bool + Sync)) -> Vec<Finding> {
        let settings = self.settings;
        let of_matters = || {
            self.catalog.by_parts(|view, ids| {
                let run = Run::new(view, settings);
                let file = |id: &MatterId| {
                    if !told() {
                        return Vec::new();
                    }
                    run.file(&view.matter(*id).file, Some(*id))
                };
                let mut findings: Vec<Finding> = ids.par_iter().flat_map_iter(file).collect();
                for finding in &mut findings {
                    self.bring_home(finding);
                }
                findings
            })
        };
        let (parts, mut findings) = rayon::join(of_matters, || self.other_files(told));
        findings.extend(parts.into_iter().flatten());
        findings
    }

    /// What is said of files and of the catalog as a whole, in order, but for what files excuse.
    fn settled(&self, findings: Vec<Finding>, whole: Vec<Finding>) -> Vec<Finding> {
        told(self.judged(findings, whole))
    }

    /// What is said of the files that are no matters.
    fn other_files(&self, told: &(dyn Fn() -> bool + Sync)) -> Vec<Finding> {
        let files = self.catalog.files().par_iter().enumerate();
        let others = files.filter(|(place, _)| self.catalog.matter_in(*place).is_none());
        others
            .flat_map_iter(|(_, file)| {
                if !told() {
                    return Vec::new();
                }
                self.file(file, None)
            })
            .collect()
    }

    /// A finding keeps the catalog's own file, not the one that was read to find it.
    fn bring_home(&self, finding: &mut Finding) {
        let related = finding.related.iter_mut().map(|related| &mut related.file);
        for file in std::iter::once(&mut finding.file).chain(related) {
            if let Some(own) = self.catalog.file(&file.path).filter(|_| file.is_packed()) {
                *file = Arc::clone(own);
            }
        }
    }

    fn file(&self, file: &'c Arc<File>, id: Option<MatterId>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let plan = self.scopes.plan(self.catalog, id);
        self.problems(file, plan, &mut findings);
        // A file that does not parse would only give follow-on noise.
        if file.is_whole() {
            self.faults(file, plan, &mut findings);
            for on in &plan.files {
                (on.check)(file, &mut self.report(file, on, &mut findings));
            }
            if let Some(id) = id {
                self.matter(file, id, plan, &mut findings);
            }
        }
        findings
    }

    /// What reading noticed, said by the rules.
    fn problems(&self, file: &'c Arc<File>, plan: &Plan, findings: &mut Vec<Finding>) {
        for problem in file.document().problems() {
            for on in &plan.problems {
                (on.check)(problem, &mut self.report(file, on, findings));
            }
        }
    }

    /// Where the file departs from its schema, said by the rules; one walk for all of them.
    fn faults(&self, file: &'c Arc<File>, plan: &Plan, findings: &mut Vec<Finding>) {
        let schema = self.catalog.standard.schema(file.kind);
        let Some((root, schema)) = file.document().root().zip(schema) else {
            return;
        };
        walk(root, schema, &mut |fault| {
            for on in &plan.faults {
                (on.check)(fault, &mut self.report(file, on, findings));
            }
        });
    }

    /// What a matter says, by itself, with all it inherits, and beside its upper matter.
    fn matter(&self, file: &'c Arc<File>, id: MatterId, plan: &Plan, findings: &mut Vec<Finding>) {
        let matter = self.catalog.matter(id);
        self.citations(matter, plan, findings);
        for on in &plan.matters {
            (on.check)(matter, &mut self.report(file, on, findings));
        }
        for on in &plan.effectives {
            (on.check)(id, &mut self.report(file, on, findings));
        }
        let upper = self.catalog.upper(id);
        if let Some(upper) = upper.filter(|upper| self.is_readable(*upper)) {
            let lower = id;
            self.pair(file, Pair { lower, upper }, plan, findings);
        }
    }

    /// What a matter cites; each law is looked up once for all rules.
    fn citations(&self, matter: &'c Matter, plan: &Plan, findings: &mut Vec<Finding>) {
        if plan.citations.is_empty() {
            return;
        }
        for citation in citations(matter, &self.catalog.registers, self.settings.today) {
            for on in &plan.citations {
                (on.check)(&citation, &mut self.report(&matter.file, on, findings));
            }
        }
    }

    /// What the file says beside its upper matter; one comparing for all rules.
    fn pair(&self, file: &'c Arc<File>, pair: Pair, plan: &Plan, findings: &mut Vec<Finding>) {
        if plan.differences.is_empty() {
            return;
        }
        for difference in open_differences(self.catalog, pair, self.settings.today) {
            for on in &plan.differences {
                (on.check)(&difference, pair, &mut self.report(file, on, findings));
            }
        }
    }

    fn is_readable(&self, id: MatterId) -> bool {
        self.catalog.matter(id).file.is_whole()
    }

    /// What the rules say that look at the catalog as a whole. One that is off for some files only looks at
    /// them all, and what it says of those files is dropped.
    fn whole(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Vec<Finding> {
        let mut findings = Vec::new();
        let Some(first) = self.catalog.files().first() else {
            return findings;
        };
        for (place, rule) in RULES.iter().enumerate() {
            if let Check::Catalog(_, check) = rule.check
                && self.scopes.is_on_somewhere(place)
                && goes_on()
            {
                let on = On::new(place, check);
                check(self.catalog, &mut self.report(first, &on, &mut findings));
            }
        }
        findings
    }

    /// Marks what files excuse, and says what is wrong with the excuses themselves.
    fn excuse(&self, mut excuses: Excuses<'c>, judged: &mut Vec<Judged>, is_whole: bool) {
        if excuses.is_empty() {
            return;
        }
        for judged in &mut *judged {
            judged.is_excused |= excuses.cover(&judged.finding, self.settings.today);
        }
        let mut findings = Vec::new();
        for (matter, exception, usage) in excuses.judged(is_whole) {
            let id = self.catalog.matter_at(&matter.file.path);
            let plan = self.scopes.plan(self.catalog, id);
            let is_unknown = usage == Usage::Unused && !plan.is_on(exception.rule.value);
            let usage = if is_unknown { Usage::Unknown } else { usage };
            for on in &plan.exceptions {
                let mut report = self.report(&matter.file, on, &mut findings);
                (on.check)(&exception, usage, &mut report);
            }
        }
        let of_exceptions = |finding| Judged::of(Origin::Exception, finding);
        judged.extend(findings.into_iter().map(of_exceptions));
    }

    fn report<'r, F>(
        &'r self,
        file: &'r Arc<File>,
        on: &On<F>,
        findings: &'r mut Vec<Finding>,
    ) -> Report<'r> {
        Report::new(
            self.catalog,
            self.settings.today,
            &self.scopes,
            (file, on.place),
            findings,
        )
    }
}
