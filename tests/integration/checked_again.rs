//! A check after a few edits says what a check of everything says.

use std::sync::Arc;

use mulu::catalog::standard::Standard;
use mulu::catalog::{Catalog, Field, File};
use mulu::findings::Finding;
use mulu::session::Checker;
use mulu::yaml::read;

use crate::province::{Size, province};
use crate::stage::TODAY;

const SIZE: Size = Size {
    bases: 15,
    locals: 200,
    planted: 80,
};

#[test]
fn after_any_edits_a_check_again_finds_what_a_first_check_finds() {
    let mut dice = fastrand::Rng::with_seed(9);
    let standard = Arc::new(Standard::bundled().unwrap());
    let file = |(path, text): &(String, String)| Arc::new(File::new(path, read(text.as_str())));
    let files = province(4, SIZE).files.iter().map(file).collect();
    let mut catalog = Arc::new(Catalog::new(standard, files));
    let mut checker = Checker::new(TODAY);
    let mut counts = Vec::new();
    let first = |catalog: &Arc<Catalog>| {
        let found = Checker::new(TODAY).check(catalog, &|_, _| true);
        found.unwrap().new
    };
    for turn in 0..80 {
        // A check that was stopped leaves nothing behind.
        if turn % 20 == 10 {
            assert!(checker.check(&catalog, &|done, _| done < 30).is_none());
        }
        let again = told(&checker.check(&catalog, &|_, _| true).unwrap().new);
        assert_eq!(again, told(&first(&catalog)));
        counts.push(again.len());
        let changed = (0..dice.usize(1..3)).map(|_| edited(&catalog, &mut dice));
        catalog = Arc::new(catalog.with_files(changed.collect(), &[]));
    }
    counts.dedup();
    assert!(counts.len() > 20, "the edits must bring and take findings");
}

/// A file with one of its lines taken away, written twice, or with another file's value.
fn edited(catalog: &Catalog, dice: &mut fastrand::Rng) -> Arc<File> {
    let files = catalog.files();
    // Registers change too, but seldom.
    let others = files
        .iter()
        .filter(|file| dice.u8(..) < 4 || file.path.contains('/'));
    let others: Vec<&Arc<File>> = others.collect();
    let (one, other) = (
        others[dice.usize(..others.len())],
        others[dice.usize(..others.len())],
    );
    let lines: Vec<&str> = one.document().text().lines().collect();
    let at = dice.usize(..lines.len());
    let field = dice
        .choice([Field::Name, Field::Type, Field::BaseCode, Field::Status])
        .unwrap();
    let key = format!("{}: ", field.key());
    let theirs = other
        .document()
        .text()
        .lines()
        .find(|line| line.starts_with(&key));
    let kind = dice.u8(..4);
    let line = |(place, line): (usize, &&str)| match (kind, theirs) {
        (0, _) if place == at => String::new(),
        (1, _) if place == at => format!("{line}\n{line}\n"),
        (2 | 3, Some(theirs)) if line.starts_with(&key) => format!("{theirs}\n"),
        _ => format!("{line}\n"),
    };
    let text: String = lines.iter().enumerate().map(line).collect();
    Arc::new(File::new(&one.path, read(text)))
}

fn told(findings: &[Finding]) -> Vec<String> {
    let line = |finding: &Finding| {
        let path = &finding.file.path;
        format!(
            "{} {path} {:?} {}",
            finding.rule, finding.span, finding.message.zh
        )
    };
    findings.iter().map(line).collect()
}
