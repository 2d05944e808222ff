//! What is said of a file while someone types is what a check of the whole catalog says of it.

use mulu::catalog::Catalog;
use mulu::findings::Finding;
use mulu::rules::{Check, Settings, check_file, rule};
use rayon::prelude::*;

use crate::rules::every_example;
use crate::stage::{TODAY, catalog, files, findings, placed, stage};

#[test]
fn a_file_of_the_bundled_catalog_is_judged_alike_alone_and_among_all() {
    let folder = crate::schemas::root().join("catalog");
    let files = files(&folder).into_iter();
    let catalog = catalog(
        files
            .map(|(path, text)| (path, text.into_bytes()))
            .collect(),
    );
    let paths: Vec<&str> = catalog.files().iter().map(|file| &*file.path).collect();
    agree(&catalog, &paths);
}

#[test]
fn a_file_of_an_example_is_judged_alike_alone_and_among_all() {
    every_example().par_iter().for_each(|example| {
        let mut files = stage();
        files.extend(example.clone());
        let files = files.into_iter();
        let catalog = catalog(
            files
                .map(|(path, text)| (path, text.into_bytes()))
                .collect(),
        );
        let paths: Vec<&str> = example.keys().map(String::as_str).collect();
        agree(&catalog, &paths);
    });
}

/// Rules on the catalog as a whole are not asked while someone types.
fn agree(catalog: &Catalog, paths: &[&str]) {
    let all = findings(catalog);
    for path in paths {
        let of_file = |finding: &&Finding| *finding.file.path == **path && !looks_at_all(finding);
        let among_all: Vec<String> = all.iter().filter(of_file).map(shown).collect();
        let alone = check_file(catalog, path, Settings { today: TODAY });
        let alone: Vec<String> = alone.iter().map(shown).collect();
        assert_eq!(alone, among_all, "{path}");
    }
}

fn looks_at_all(finding: &Finding) -> bool {
    rule(finding.rule).is_some_and(|rule| matches!(rule.check, Check::Catalog(..)))
}

fn shown(finding: &Finding) -> String {
    let fix = finding.fix.as_ref().map(|fix| &fix.title);
    let seen = (finding.severity, finding.span, &finding.message, fix);
    format!("{} {seen:?}", placed(finding))
}
