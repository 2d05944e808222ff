//! Levels side by side at the size of a province: what was planted is found, and nothing besides.

use std::collections::{BTreeMap, BTreeSet};

use mulu::catalog::Catalog;
use mulu::levels::{align, counts, survey};

use crate::province::{Planted, Province, Size, province};
use crate::stage::{TODAY, catalog, findings, placed};

const SIZE: Size = Size {
    bases: 300,
    locals: 10_000,
    planted: 100,
};

fn made() -> (Province, Catalog) {
    let province = province(7, SIZE);
    let bytes = |(path, text): &(String, String)| (path.clone(), text.clone().into_bytes());
    let files: BTreeMap<String, Vec<u8>> = province.files.iter().map(bytes).collect();
    assert_eq!(files.len(), province.files.len());
    let catalog = catalog(files);
    (province, catalog)
}

#[test]
fn of_ten_thousand_matters_each_planted_difference_is_found_and_each_broken_code_aligned() {
    let (province, catalog) = made();
    let found: BTreeSet<(String, &str, &str)> = survey(&catalog, TODAY)
        .iter()
        .filter(|one| counts(&catalog, one))
        .map(|one| {
            let path = catalog.matter(one.lower).file.path.to_string();
            (
                path,
                one.difference.field.key(),
                one.difference.class.word(),
            )
        })
        .collect();
    let known = |planted: Planted| (planted.path, planted.field, planted.class);
    let planted: BTreeSet<_> = province.differences.into_iter().map(known).collect();
    assert!(planted.len() > 500);
    let missed: Vec<_> = planted.difference(&found).take(5).collect();
    let besides: Vec<_> = found.difference(&planted).take(5).collect();
    assert!(
        missed.is_empty() && besides.is_empty(),
        "missed {missed:#?}, besides {besides:#?}"
    );

    let alignment = align(&catalog);
    let meant: BTreeMap<String, String> = alignment
        .unlinked
        .iter()
        .filter_map(|one| {
            let base = catalog.matter(one.meant()?.base).code()?.value.to_owned();
            Some((catalog.matter(one.local).file.path.to_string(), base))
        })
        .collect();
    assert_eq!(alignment.unlinked.len(), province.broken.len());
    for is_renamed in [false, true] {
        let broken = province
            .broken
            .iter()
            .filter(|one| one.is_renamed == is_renamed);
        let broken: Vec<_> = broken.collect();
        let told = broken
            .iter()
            .filter(|one| meant.contains_key(&one.path))
            .count();
        let right = broken
            .iter()
            .filter(|one| meant.get(&one.path) == Some(&one.meant))
            .count();
        assert!(
            broken.len() > 50 && right * 100 >= told * 98 && right * 100 >= broken.len() * 95,
            "{right} right of {told} told of {} broken",
            broken.len()
        );
    }
}

/// A province in which nothing was planted is as clean as its generator knows how to make it.
#[test]
fn a_province_with_nothing_planted_has_no_findings() {
    let size = Size {
        bases: 120,
        locals: 1_500,
        planted: 0,
    };
    let bytes = province(3, size).files.into_iter();
    let bytes = bytes.map(|(path, text)| (path, text.into_bytes()));
    let found = findings(&catalog(bytes.collect()));
    let mut by_rule: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    for finding in &found {
        let shown = format!("{} {}", placed(finding), finding.message.zh);
        by_rule.entry(finding.rule).or_insert((0, shown)).0 += 1;
    }
    assert!(by_rule.is_empty(), "{by_rule:#?}");
}
