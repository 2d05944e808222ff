//! What was found with where it comes from, so that it can be found again by looking at a part only.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::catalog::{Catalog, FileKind};
use crate::findings::{Finding, settle};
use crate::rules::engine::excuse::Excuses;
use crate::rules::engine::{Run, Settings};
use crate::rules::{Check, TieKind, rule};

/// 判定: a finding, be it excused or not.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What was found.
    pub finding: Finding,
    /// What was looked at for it.
    pub origin: Origin,
    /// Whether its file excuses it.
    pub is_excused: bool,
}

/// 来由: what was looked at for a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its file, by itself and beside what it follows.
    File,
    /// The catalog as a whole.
    Catalog,
    /// The exceptions of its file, and what they excuse.
    Exception,
}

/// What of an earlier judgement must be found anew.
pub struct Anew<'a> {
    /// The files that are judged anew, gone ones among them.
    pub files: &'a HashSet<&'a str>,
    /// The files of the groups that are, by what is common to each group.
    pub groups: &'a dyn Fn(TieKind, &str) -> bool,
}

impl Judged {
    pub(super) fn of(origin: Origin, finding: Finding) -> Judged {
        Judged {
            finding,
            origin,
            is_excused: false,
        }
    }

    /// Whether it says which code is free, which hangs on every code in use.
    pub fn hangs_on_all(&self) -> bool {
        self.finding.rule == "R002" && self.finding.file.kind == FileKind::Base
    }

    /// Whether it says that there is no base matter by a code, or may say more once there is one.
    pub fn seeks_a_base(&self) -> bool {
        matches!(self.finding.rule, "C001" | "R001")
    }

    fn path(&self) -> &str {
        &self.finding.file.path
    }
}

/// Every finding in a catalog.
pub fn judge(catalog: &Catalog, settings: Settings) -> Vec<Judged> {
    let run = Run::new(catalog, settings);
    let (findings, whole) = rayon::join(|| run.files(&|| true), || run.whole(&|| true));
    run.judged(findings, whole)
}

/// Every finding in a catalog that was judged before. Of the catalog, what must be judged anew and what that is
/// judged by need be at hand.
pub fn judge_again(
    mut judged: Vec<Judged>,
    anew: &Anew<'_>,
    catalog: &Catalog,
    settings: Settings,
) -> Vec<Judged> {
    let run = Run::new(catalog, settings);
    let mut touched: HashSet<Box<str>> = anew.files.iter().map(|path| (*path).into()).collect();
    let is_anew = |origin, finding: &Finding| match origin {
        Origin::Catalog => {
            kind_of(finding).is_none_or(|kind| (anew.groups)(kind, &finding.file.path))
        }
        Origin::File | Origin::Exception => anew.files.contains(&*finding.file.path),
    };
    judged.retain(|judged| {
        let is_anew = is_anew(judged.origin, &judged.finding);
        if is_anew {
            touched.insert(judged.path().into());
        }
        !is_anew
    });
    let files = || -> Vec<Finding> {
        let files = anew.files.par_iter();
        let file = |path: &&str| Some(run.file(catalog.file(path)?, catalog.matter_at(path)));
        files.filter_map(file).flatten_iter().collect()
    };
    let (found, mut whole) = rayon::join(files, || run.whole(&|| true));
    whole.retain(|finding| is_anew(Origin::Catalog, finding));
    touched.extend(whole.iter().map(|finding| finding.file.path.clone()));
    judged.extend(marked(found, whole));
    // What files excuse is settled anew where anything was found or is gone.
    judged.retain(|judged| judged.origin != Origin::Exception || !touched.contains(judged.path()));
    let is_touched = |judged: &&mut Judged| touched.contains(judged.path());
    let anew = judged.iter_mut().filter(is_touched);
    anew.for_each(|judged| judged.is_excused = false);
    let matters = touched.iter().filter_map(|path| catalog.matter_at(path));
    let excuses = Excuses::of(matters.map(|id| catalog.matter(id)));
    run.excuse(excuses, &mut judged, true);
    judged
}

/// What counts of what was found, in the order of every output.
pub fn told(judged: Vec<Judged>) -> Vec<Finding> {
    let counts = judged.into_iter().filter(|judged| !judged.is_excused);
    let mut findings: Vec<Finding> = counts.map(|judged| judged.finding).collect();
    settle(&mut findings);
    findings
}

impl Run<'_> {
    /// What is said of files and of the catalog as a whole, with what files excuse.
    pub(super) fn judged(&self, findings: Vec<Finding>, whole: Vec<Finding>) -> Vec<Judged> {
        let mut judged: Vec<Judged> = marked(findings, whole).collect();
        let matters = self.catalog.matters().map(|(_, matter)| matter);
        self.excuse(Excuses::of(matters), &mut judged, true);
        judged
    }
}

fn marked(findings: Vec<Finding>, whole: Vec<Finding>) -> impl Iterator<Item = Judged> {
    let of = |origin| move |finding| Judged::of(origin, finding);
    let findings = findings.into_iter().map(of(Origin::File));
    findings.chain(whole.into_iter().map(of(Origin::Catalog)))
}

/// What the groups have in common of which a rule speaks.
fn kind_of(finding: &Finding) -> Option<TieKind> {
    match rule(finding.rule)?.check {
        Check::Catalog(kind, _) => Some(kind),
        _ => None,
    }
}
