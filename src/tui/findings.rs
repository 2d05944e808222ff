//! What the rules say, kept so that a file's share is at hand.

use std::sync::Arc;

use crate::findings::{Finding, Severity};
use crate::session::Compared;
use crate::tui::many::Halt;

/// What the rules say about the catalog.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    /// Every finding that is new, by path.
    pub(crate) all: Vec<Arc<Finding>>,
    /// Those that the baseline records, by path.
    pub(crate) known: Vec<Arc<Finding>>,
    counts: [usize; 3],
    /// Whether the catalog as it stands has been looked at as a whole.
    pub(crate) is_complete: bool,
    /// Files looked at and files in all, while the catalog is being looked at.
    pub(crate) progress: Option<(usize, usize)>,
    /// Stops that.
    pub(crate) halt: Halt,
    /// Whether it was stopped.
    pub(crate) is_halted: bool,
}

impl Findings {
    /// The findings of a whole catalog.
    pub(crate) fn of(found: Compared) -> Findings {
        let shared = |findings: Vec<Finding>| {
            let mut findings: Vec<_> = findings.into_iter().map(Arc::new).collect();
            findings.sort_by(|one, other| one.file.path.cmp(&other.file.path));
            findings
        };
        let mut findings = Findings {
            all: shared(found.new),
            known: shared(found.known),
            is_complete: true,
            ..Findings::default()
        };
        for finding in &findings.all {
            findings.counts[finding.severity as usize] += 1;
        }
        findings
    }

    /// Takes in what is said about one file, looked at anew.
    pub(crate) fn renew_file(&mut self, path: &str, findings: Vec<Finding>) {
        let share = share(&self.all, path);
        for finding in self.all.get(share.clone()).into_iter().flatten() {
            self.counts[finding.severity as usize] -= 1;
        }
        for finding in &findings {
            self.counts[finding.severity as usize] += 1;
        }
        self.all.splice(share, findings.into_iter().map(Arc::new));
        self.is_complete = false;
    }

    /// The findings of one file.
    pub(crate) fn in_file(&self, path: &str) -> impl Iterator<Item = &Arc<Finding>> {
        self.all.get(share(&self.all, path)).into_iter().flatten()
    }

    /// The gravest severity in one file.
    pub(crate) fn gravest(&self, path: &str) -> Option<Severity> {
        self.in_file(path).map(|finding| finding.severity).max()
    }

    /// How many there are of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// The finding at a place: the new ones first, then those that the baseline records.
    pub(crate) fn at(&self, place: usize) -> Option<&Arc<Finding>> {
        match place.checked_sub(self.all.len()) {
            None => self.all.get(place),
            Some(place) => self.known.get(place),
        }
    }

    /// Whether the finding at a place is one that the baseline records.
    pub(crate) fn is_known(&self, place: usize) -> bool {
        place >= self.all.len()
    }
}

/// Where the findings of a file are among all of them, which are by path.
fn share(all: &[Arc<Finding>], path: &str) -> std::ops::Range<usize> {
    let start = all.partition_point(|finding| *finding.file.path < *path);
    let rest = all.get(start..).unwrap_or_default();
    let len = rest.partition_point(|finding| *finding.file.path == *path);
    start..start + len
}
