//! One slip in the bundled catalog at a time: each is found once, where it was made, and by no second rule.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use mulu::catalog::{Catalog, File};
use mulu::findings::Finding;
use mulu::yaml;

use crate::stage::{catalog, files, findings, placed};

const BASE: &str = "base/14/000114001000.yaml";
const HEALTH: &str = "base/23/000123001000.yaml";
const LOCAL: &str = "local/330109/11330109MU0414018J4000114001000.yaml";
const BUNDLE: &str = "bundles/newborn.yaml";

/// Path, what stands there, what takes its place, and what is found: line and rule.
#[rustfmt::skip]
const SLIPS: &[(&str, &str, &str, &str)] = &[
    (LOCAL, "code: \"11330109MU0414018J4000114001000\"", "code: \"11330109MU0414018J4000114002000\"", "1: C002"),
    (LOCAL, "base_code: \"000114001000\"", "base_code: \"000114009000\"", "2: R001"),
    (LOCAL, "base_code: \"000114001000\"", "base_code: \"O00114001000\"", "2: C001"),
    (LOCAL, "division: \"330109\"", "division: \"330106\"", "4: C003"),
    (LOCAL, "division: \"330109\"", "division: \"330199\"", "4: R004"),
    (LOCAL, "body: \"11330109MU0414018J\"", "body: \"1133O109MU0414018J\"", "5: C004"),
    (LOCAL, "body: \"11330109MU0414018J\"", "body: 11330109MU0414018J", "5: S016"),
    (LOCAL, "level: \"4\"", "level: \"4\"\nonline: false", "4: G004"),
    (BASE, "code: \"000114001000\"", "code: \"000214001000\"", "1: C003"),
    (LOCAL, "level: \"4\"", "name: 勞务派遣经营许可\nlevel: \"4\"", "3: N001"),
    (LOCAL, "level: \"4\"", "name: 1.劳务派遣经营许可\nlevel: \"4\"", "3: N001"),
    (HEALTH, "type: \"01\"", "type: \"07\"", "7: T002"),
    (HEALTH, "type: \"01\"", "type: 行政许可", "7: T001"),
    (HEALTH, "levels: [\"3\", \"4\"]", "levels: [\"3\", \"7\"]", "9: S017"),
    (BASE, "name: 劳务派遣经营许可", "name: 勞务派遣经营许可", "2: N010"),
    (BASE, "name: 劳务派遣经营许可", "name: 劳务派遣经营许可。", "2: N004"),
    (BASE, "name: 劳务派遣经营许可", "name: 1. 劳务派遣经营许可", "2: N008"),
    (BASE, "law: 中华人民共和国劳动合同法", "law: 中华人民共和国合同法", "10: L001"),
    (BASE, "law: 中华人民共和国劳动合同法\n    article: 57", "law: 国家有关规定", "10: L008"),
    (BASE, "legal_basis:\n  - law: 中华人民共和国劳动合同法\n    article: 57\n", "", "1: S013"),
    (BASE, "handling_type: \"2\"", "handling_type: \"1\"", "20: D004"),
    (BASE, "    days: 3\n", "    days: 13\n", "20: D005"),
    (BASE, "charged: false", "chargd: false", "45: S012"),
    (BASE, "charged: false", "charged：false", "45: S006"),
    (BASE, "  unit: working", "\tunit: working", "18: S005"),
    (BUNDLE, "audience: person", "audience: body", "9: P010"),
    (BASE, "article: 57", "article: 第五十七条", "11: S014"),
    ("divisions.yaml", "name: 萧山区, level: \"4\", parent: \"330100\"", "name: 萧山区, level: \"4\", parent: \"330109\"", "6: R016"),
];

#[test]
fn one_slip_is_one_finding_where_it_was_made() {
    let bundled = bundled();
    let before: BTreeSet<String> = findings(&bundled).iter().map(said).collect();
    let mut wrong = String::new();
    for (path, old, new, expected) in SLIPS {
        let found = findings(&slipped(&bundled, path, old, new));
        let found = found
            .iter()
            .filter(|finding| !before.contains(&said(finding)));
        let found: Vec<String> = found.map(placed).collect();
        if found != [format!("{path}:{expected}")] {
            let _ = writeln!(
                wrong,
                "{path}: {new}\n  expected {expected}, found {found:#?}"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A finding by what it says and not by its line.
fn said(finding: &Finding) -> String {
    format!(
        "{} {} {}",
        finding.file.path, finding.rule, finding.message.zh
    )
}

fn bundled() -> Catalog {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let bytes = files(&folder).into_iter();
    catalog(
        bytes
            .map(|(path, text)| (path, text.into_bytes()))
            .collect(),
    )
}

fn slipped(bundled: &Catalog, path: &str, old: &str, new: &str) -> Catalog {
    let text = bundled.file(path).unwrap().document().text();
    assert!(text.contains(old), "{path}: {old}");
    let file = File::new(path, yaml::read(text.replacen(old, new, 1)));
    bundled.with_files(vec![Arc::new(file)], &[])
}
