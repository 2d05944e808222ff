//! Judges commits by what the manifest of the branch they are to go to says of their authors. Its own weights
//! count: a commit cannot switch off what judges it.

use crate::catalog::Catalog;
use crate::findings::{Finding, settle};
use crate::rules::engine::{Scopes, Settings};
use crate::rules::{Check, Commit, RULES, Report};

/// What is said of some commits. `target` holds at least the manifest and the divisions of the branch.
pub fn check_commits(target: &Catalog, commits: &[Commit], settings: Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(manifest) = target.file("mulu.yaml") else {
        return findings;
    };
    if target.registers.manifest.remit.is_open() {
        return findings;
    }
    let scopes = Scopes::of(target);
    for commit in commits {
        for (place, rule) in RULES.iter().enumerate() {
            if let Check::Commit(check) = rule.check {
                let here = (manifest, place);
                let mut report = Report::new(target, settings.today, &scopes, here, &mut findings);
                check(commit, &mut report);
            }
        }
    }
    settle(&mut findings);
    findings
}
