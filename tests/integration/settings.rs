//! The settings of `mulu.yaml`: what rules weigh everywhere, for some types, at some divisions.

use std::sync::Arc;

use mulu::catalog::{Catalog, File};
use mulu::findings::{Finding, Severity};
use mulu::yaml;

use crate::stage::{Example, findings, stage};

/// A flaw of rule S012 in a base matter of type 01, in one of type 05, and in a local one below each.
fn flawed(rules: &str) -> Vec<Finding> {
    let mut stage = stage();
    for path in [LICENCE, BENEFIT, LICENCE_BELOW, BENEFIT_BELOW] {
        let text = format!("{}odd: 1\n", stage[path]);
        stage.insert(path.to_owned(), text);
    }
    let manifest = format!("{}{rules}\n", stage["mulu.yaml"]);
    stage.insert("mulu.yaml".to_owned(), manifest);
    let mut found = findings(&Example::read("", "").catalog(&stage));
    found.retain(|finding| finding.rule == "S012");
    found
}

const LICENCE: &str = "base/23/000123001000.yaml";
const BENEFIT: &str = "base/11/000511001000.yaml";
const LICENCE_BELOW: &str = "local/330106/11330106002500033X4000123001000.yaml";
const BENEFIT_BELOW: &str = "local/330106/11330106002500041Q4000511001000.yaml";

/// How grave S012 is at each of the four, in the order of the constants.
fn severities(rules: &str) -> [Option<Severity>; 4] {
    let found = flawed(rules);
    [LICENCE, BENEFIT, LICENCE_BELOW, BENEFIT_BELOW].map(|path| {
        let mut here = found.iter().filter(|finding| &*finding.file.path == path);
        here.next().map(|finding| finding.severity)
    })
}

const E: Option<Severity> = Some(Severity::Error);
const W: Option<Severity> = Some(Severity::Warning);
const N: Option<Severity> = Some(Severity::Note);

#[test]
fn a_code_counts_before_its_family_and_off_before_a_severity() {
    assert_eq!(severities("rules: {severities: {S012: note}}"), [N; 4]);
    assert_eq!(severities("rules: {severities: {S: error}}"), [E; 4]);
    assert_eq!(
        severities("rules: {severities: {S012: note, S: error}}"),
        [N; 4]
    );
    assert_eq!(severities("rules: {off: [S012]}"), [None; 4]);
    assert_eq!(
        severities("rules: {off: [S], severities: {S012: note}}"),
        [N; 4]
    );
    assert_eq!(
        severities("rules: {off: [S012], severities: {S012: note}}"),
        [None; 4]
    );
    assert_eq!(
        severities("rules: {severities: {S012: 严重, S: note}}"),
        [N; 4]
    );
}

/// The type of a local matter is the one it inherits.
#[test]
fn settings_can_hold_for_some_types_or_divisions_only() {
    let only = |scope: &str| {
        severities(&format!(
            "rules: {{severities: {{S: error}}, for: [{scope}]}}"
        ))
    };
    assert_eq!(
        only("{types: [\"01\"], severities: {S012: note}}"),
        [N, E, N, E]
    );
    assert_eq!(only("{types: [\"05\"], off: [S]}"), [E, None, E, None]);
    assert_eq!(
        only("{divisions: [\"330000\"], severities: {S: note}}"),
        [E, E, N, N]
    );
    assert_eq!(
        only("{divisions: [\"330106\"], severities: {S: note}}"),
        [E, E, N, N]
    );
    assert_eq!(
        only("{divisions: [\"990000\"], severities: {S: note}}"),
        [E; 4]
    );
    assert_eq!(
        only("{types: [\"05\"], divisions: [\"330106\"], severities: {S: note}}"),
        [E, E, E, N]
    );
    assert_eq!(only("{severities: {S: warning}}"), [W; 4]);
}

#[test]
fn a_later_setting_counts_before_an_earlier_one() {
    let both = "{divisions: [\"330106\"], off: [S]}, {types: [\"05\"], severities: {S012: note}}";
    assert_eq!(
        severities(&format!(
            "rules: {{severities: {{S: error}}, for: [{both}]}}"
        )),
        [E, N, None, N]
    );
    assert_eq!(
        severities(
            "rules: {for: [{types: [\"01\"], severities: {S012: note}}, {severities: {S: error}}]}"
        ),
        [E; 4]
    );
}

/// A rule on the catalog as a whole speaks of a file as the settings for that file say.
#[test]
fn settings_hold_for_rules_on_the_whole_catalog_too() {
    let found = |rules: &str| {
        let mut stage = stage();
        let other = "local/330100/1133010000249002393000123001000.yaml";
        let text = stage[LICENCE_BELOW].clone();
        stage.insert(other.to_owned(), text);
        let manifest = format!("{}{rules}\n", stage["mulu.yaml"]);
        stage.insert("mulu.yaml".to_owned(), manifest);
        let mut found = findings(&Example::read("", "").catalog(&stage));
        found.retain(|finding| finding.rule == "R002");
        found
            .iter()
            .map(|finding| finding.severity)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(""), [Severity::Error]);
    assert_eq!(
        found("rules: {for: [{divisions: [\"330106\"], severities: {R: note}}]}"),
        [Severity::Note]
    );
    assert_eq!(
        found("rules: {for: [{divisions: [\"330100\"], off: [R002]}]}"),
        []
    );
    assert_eq!(
        found("rules: {for: [{types: [\"05\"], off: [R002]}]}"),
        [Severity::Error]
    );
}

/// A file that is no matter goes by the general settings.
#[test]
fn settings_for_some_matters_leave_registers_alone() {
    let mut stage = stage();
    stage.insert(
        "mulu.yaml".to_owned(),
        format!(
            "{}rules: {{for: [{{off: [S]}}]}}\nodd: 1\n",
            stage["mulu.yaml"]
        ),
    );
    let text = format!("{}odd: 1\n", stage[LICENCE]);
    stage.insert(LICENCE.to_owned(), text);
    let found = findings(&Example::read("", "").catalog(&stage));
    let found: Vec<_> = found
        .iter()
        .map(|finding| (&*finding.file.path, finding.rule))
        .collect();
    assert_eq!(found, [("mulu.yaml", "S012")]);
}

/// What a family A rule says stays, whatever is excused.
#[test]
fn nothing_excuses_what_is_said_about_excuses() {
    let stage = stage();
    let excuses = "exceptions:\n  - {rule: A003, reason: 甲, by: 乙, until: \"2026-12-31\"}\n  - {rule: A001, reason: 甲, by: 乙, until: \"2026-12-31\"}\n  - {rule: N003, reason: 甲, by: 乙, until: \"2026-01-31\"}\n";
    let text = format!("{}{excuses}", stage[LICENCE]);
    let file = Arc::new(File::new(LICENCE, yaml::read(text)));
    let catalog: Catalog = Example::read("", "")
        .catalog(&stage)
        .with_files(vec![file], &[]);
    let found: Vec<_> = findings(&catalog)
        .iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(found, ["A003", "A003", "A001"]);
}
