//! Checking a part of a catalog: some files are looked at, the others are there to be seen beside them.

use rayon::prelude::*;

use crate::catalog::Catalog;
use crate::findings::Finding;
use crate::rules::engine::{Run, Settings};

/// What is said of some files, each by itself and beside what it follows, and of the catalog as a whole.
pub fn check_part(catalog: &Catalog, paths: &[&str], settings: Settings) -> Vec<Finding> {
    let run = Run::new(catalog, settings);
    let files = || {
        let file = |path: &&str| {
            let file = catalog.file(path)?;
            Some(run.file(file, catalog.matter_at(path)))
        };
        let found = paths.par_iter().filter_map(file);
        found.flatten_iter().collect()
    };
    let (findings, whole) = rayon::join(files, || run.whole(&|| true));
    run.settled(findings, whole)
}
