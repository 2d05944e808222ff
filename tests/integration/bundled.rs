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

/// The clean part: every other file is silent.
#[test]
fn each_flaw_is_in_the_file_where_it_was_planted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let bytes = files(&folder)
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()));
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings(&catalog(bytes.collect())) {
        let place = format!("{} {}", finding.rule, finding.file.path);
        *places.entry(place).or_default() += 1;
    }
    let lines = places.iter().map(|(place, count)| match count {
        1 => format!("{place}\n"),
        count => format!("{place} ({count})\n"),
    });
    insta::assert_snapshot!(lines.collect::<String>(), @r"
    C004 local/330106/11330106MU0320011R4000120004000.yaml
    C004 local/330203/11330203MU070901984000109006000.yaml
    C004 local/330212/11330212MU080901XR4000109003000.yaml
    D001 local/330226/11330226MU0914012M4000114001000.yaml
    D001 local/330226/11330226MU096401X04000164001000.yaml
    L001 local/330106/11330106MU033101XF4000131001000.yaml
    L001 local/330109/11330109MU042502464000125003000.yaml
    L001 local/330203/11330203MU071401004000714001000.yaml (2)
    L002 local/330106/11330106MU0320011R4000120003000.yaml
    L002 local/330109/11330109MU0405015Q4000105003000.yaml
    L002 local/330109/11330109MU0414018J4000514002000.yaml
    L002 local/330203/11330203MU071401004000114001000.yaml
    N001 local/330106/11330106MU0305014P4000105001000.yaml
    N001 local/330106/11330106MU031101924000511005000.yaml
    N001 local/330106/11330106MU032301X64000123003000.yaml
    N001 local/330109/11330109MU0423010A4000123004000.yaml
    N001 local/330122/11330122MU0517017H4000117001000.yaml
    N001 local/330122/11330122MU0564016F4000164001000.yaml
    N001 local/330200/11330200MU061201403000112001000.yaml
    N001 local/330203/11330203MU0711012G4000111002000.yaml
    N001 local/330226/11330226MU092001704000120002000.yaml
    N001 local/330226/11330226MU0923015F4000123001000.yaml
    N005 local/330106/11330106MU032301X64000123001000.yaml
    N005 local/330109/11330109MU0420012T4000120003000.yaml
    N005 local/330212/11330212MU0831014R4000131003000.yaml
    N005 local/330226/11330226MU0909010U4000109004000.yaml
    T002 local/330106/12330106MU031202X54000512001000.yaml
    T002 local/330109/11330109MU041101XX4000511001000.yaml
    T002 local/330203/11330203MU0711012G4000511004000.yaml
    T002 local/330203/11330203MU071401004000514002000.yaml
    T002 local/330212/11330212MU081101374000511005000.yaml
    T002 local/330226/11330226MU0914012M4000514001000.yaml
    X001 local/330106/11330106MU033101XF4000131002000.yaml
    X001 local/330122/11330122MU0523011R4000123001000.yaml
    X001 local/330203/11330203MU071401004000514001000.yaml
    X001 local/330203/11330203MU0762012E4000162001000.yaml
    X001 local/330212/11330212MU0814011N4000714001000.yaml
    X002 local/330122/11330122MU0517017H4000117002000.yaml
    X002 local/330122/11330122MU0520013A4000120002000.yaml
    X002 local/330122/11330122MU053101134000131003000.yaml
    X002 local/330122/12330122MU0512021Q4000512001000.yaml
    X002 local/330203/11330203MU0717019H4000117004000.yaml
    X002 local/330203/11330203MU0719014G4000119002000.yaml
    X002 local/330226/11330226MU091101464000511002000.yaml
    X002 local/330226/11330226MU0923015F4000123003000.yaml
    X002 local/330226/11330226MU096201444000162001000.yaml
    ");
}

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
