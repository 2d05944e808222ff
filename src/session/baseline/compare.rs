//! Which findings the baseline records, which are new, and which of those recorded are gone.

use std::collections::HashMap;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File, Recorded};
use crate::findings::{Finding, fingerprint, settle};
use crate::rules::{is_excusable, rule};

/// 对照: findings beside the baseline.
#[derive(Debug, Default)]
pub struct Compared {
    /// Those that are new: all of them, where there is no baseline.
    pub new: Vec<Finding>,
    /// Those that the baseline records.
    pub known: Vec<Finding>,
    /// How many the baseline records that are gone. None is said to be where a file cannot be read to its
    /// end: what it hides may be there still.
    pub gone: usize,
}

impl Compared {
    /// The same as if there were no baseline.
    #[must_use]
    pub fn without_baseline(mut self) -> Compared {
        self.new.append(&mut self.known);
        settle(&mut self.new);
        let new = self.new;
        Compared {
            new,
            ..Compared::default()
        }
    }
}

/// A rule, a file and a fingerprint.
pub(super) type Key = (Box<str>, Box<str>, Box<str>);

/// What findings are sorted by.
pub(in crate::session) struct Known<'k> {
    /// The baseline, if there is one.
    pub(in crate::session) baseline: Option<&'k File>,
    /// The standard in force.
    pub(in crate::session) standard: &'k Standard,
    /// Tells whether every file could be read to its end.
    pub(in crate::session) is_readable: &'k dyn Fn() -> bool,
}

/// Sorts the findings of a catalog by what its baseline records.
pub(in crate::session) fn compare(catalog: &Catalog, findings: Vec<Finding>) -> Compared {
    let known = Known {
        baseline: catalog.baseline(),
        standard: &catalog.standard,
        is_readable: &|| is_readable(catalog),
    };
    compare_in(&known, findings)
}

/// The same, of a catalog that is not at hand.
pub(in crate::session) fn compare_in(known: &Known<'_>, findings: Vec<Finding>) -> Compared {
    let mut left: HashMap<Key, usize> = HashMap::new();
    for recorded in known.baseline.into_iter().flat_map(Recorded::all) {
        *left.entry(key_of(&recorded)).or_default() += recorded.count;
    }
    if left.is_empty() {
        let new = findings;
        return Compared {
            new,
            ..Compared::default()
        };
    }
    let is_known = |finding: &Finding| {
        let key = is_recordable(finding).then(|| key(known.standard, finding));
        let count = key
            .and_then(|key| left.get_mut(&key))
            .filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    };
    let (recorded, new) = findings.into_iter().partition(is_known);
    let gone = left.iter().filter(|((rule, ..), _)| is_judged(rule));
    let gone = gone.map(|(_, count)| count).sum();
    Compared {
        gone: if gone > 0 && (known.is_readable)() {
            gone
        } else {
            0
        },
        new,
        known: recorded,
    }
}

pub(super) fn key(standard: &Standard, finding: &Finding) -> Key {
    let fingerprint = fingerprint(finding, standard).to_string();
    (
        finding.rule.into(),
        finding.file.path.clone(),
        fingerprint.into(),
    )
}

pub(super) fn key_of(recorded: &Recorded) -> Key {
    let Recorded {
        rule,
        path,
        fingerprint,
        ..
    } = recorded;
    (rule.clone(), path.clone(), fingerprint.clone())
}

/// Neither what is said about exceptions nor what is said about the baseline can be lived with.
pub(super) fn is_recordable(finding: &Finding) -> bool {
    is_excusable(finding.rule) && &*finding.file.path != Recorded::PATH
}

/// Whether this program can tell that a finding is gone: a rule that it does not know may be a newer one.
pub(super) fn is_judged(code: &str) -> bool {
    rule(code).is_some()
}

/// Whether every file could be read to its end.
pub(super) fn is_readable(catalog: &Catalog) -> bool {
    catalog.files().iter().all(|file| file.is_whole())
}
