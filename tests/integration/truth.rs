//! A check of a made-up province finds what was planted there, file by file and rule by rule, and nothing
//! besides.

use std::collections::{BTreeMap, BTreeSet};

use crate::province::{Size, province};
use crate::stage::{catalog, findings};

#[test]
fn each_planted_flaw_is_found_and_nothing_besides() {
    for (seed, matters) in [(5, 1_500), (6, 3_000)] {
        let province = province(seed, Size::of(matters)).with_flaws(seed, 40);
        let bytes = |(path, text): &(String, String)| (path.clone(), text.clone().into_bytes());
        let files: BTreeMap<String, Vec<u8>> = province.files.iter().map(bytes).collect();
        let found = findings(&catalog(files));
        let found: BTreeSet<(&str, &str)> = found
            .iter()
            .map(|finding| (&*finding.file.path, finding.rule))
            .collect();
        let planted = province.findings.iter();
        let planted: BTreeSet<(&str, &str)> =
            planted.map(|(path, rule)| (path.as_str(), *rule)).collect();
        let rules: BTreeSet<&str> = planted.iter().map(|(_, rule)| *rule).collect();
        assert!(
            planted.len() > matters / 20 && rules.len() > 14,
            "{rules:?}"
        );
        let missed: Vec<_> = planted.difference(&found).take(8).collect();
        let besides: Vec<_> = found.difference(&planted).take(8).collect();
        assert!(
            missed.is_empty() && besides.is_empty(),
            "missed {missed:#?}, besides {besides:#?}"
        );
    }
}
