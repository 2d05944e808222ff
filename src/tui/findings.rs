//! What the rules say, kept so that a file's share is at hand.

use std::collections::HashMap;
use std::sync::Arc;

use crate::findings::{Finding, Severity};

/// What the rules say about the catalog.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    /// Every finding, in the order of every output.
    pub(crate) all: Vec<Arc<Finding>>,
    by_path: HashMap<Box<str>, Vec<usize>>,
    /// Whether the catalog as it stands has been looked at as a whole.
    pub(crate) is_complete: bool,
}

impl Findings {
    /// The findings of a whole catalog.
    pub(crate) fn of(all: Vec<Arc<Finding>>) -> Findings {
        let mut by_path: HashMap<Box<str>, Vec<usize>> = HashMap::new();
        for (place, finding) in all.iter().enumerate() {
            let path = finding.file.path.clone();
            by_path.entry(path).or_default().push(place);
        }
        Findings {
            all,
            by_path,
            is_complete: true,
        }
    }

    /// The same, with one file looked at anew.
    pub(crate) fn with_file(&self, path: &str, findings: Vec<Finding>) -> Findings {
        let others = self
            .all
            .iter()
            .filter(|finding| *finding.file.path != *path)
            .cloned();
        let mut all: Vec<Arc<Finding>> = others.collect();
        let place = all.partition_point(|finding| *finding.file.path < *path);
        all.splice(place..place, findings.into_iter().map(Arc::new));
        Findings {
            is_complete: false,
            ..Findings::of(all)
        }
    }

    /// The findings of one file.
    pub(crate) fn in_file(&self, path: &str) -> impl Iterator<Item = &Arc<Finding>> {
        let places = self.by_path.get(path).into_iter().flatten();
        places.filter_map(|place| self.all.get(*place))
    }

    /// The gravest severity in one file.
    pub(crate) fn gravest(&self, path: &str) -> Option<Severity> {
        self.in_file(path).map(|finding| finding.severity).max()
    }

    /// How many there are of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        let of_it = self
            .all
            .iter()
            .filter(|finding| finding.severity == severity);
        of_it.count()
    }
}
