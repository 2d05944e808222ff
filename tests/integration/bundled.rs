//! The bundled sample catalog: every finding in it is a flaw that was planted there, and none is missed.

use std::collections::BTreeMap;
use std::path::Path;

use crate::stage::{catalog, files, findings, placed};

/// How often each rule speaks.
const EXPECTED: &[(&str, usize)] = &[
    ("C004", 3),
    ("D001", 2),
    ("L001", 4),
    ("L002", 4),
    ("N001", 10),
    ("N005", 4),
    ("T002", 6),
    ("X001", 5),
    ("X002", 9),
];

#[test]
fn each_rule_finds_what_was_planted_and_no_more() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let bytes = files(&folder)
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()));
    let found = findings(&catalog(bytes.collect()));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &found {
        *counts.entry(finding.rule).or_default() += 1;
    }
    let counts: Vec<(&str, usize)> = counts.into_iter().collect();
    let shown = found
        .iter()
        .map(|finding| format!("{} {}", placed(finding), finding.message.zh));
    let shown: Vec<String> = shown.collect();
    assert_eq!(counts, EXPECTED, "{}", shown.join("\n"));
}
