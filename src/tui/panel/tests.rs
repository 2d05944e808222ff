//! Findings in groups, folded and found again.

use std::sync::Arc;

use crate::catalog::File;
use crate::findings::{Finding, Severity};
use crate::session::Compared;
use crate::text::{Digest, Message, Span};
use crate::tui::findings::Findings;
use crate::tui::panel::{Grouping, Line, Panel, groups};
use crate::yaml;

fn finding(rule: &'static str, severity: Severity, path: &str) -> Finding {
    Finding {
        rule,
        severity,
        file: Arc::new(File::new(path, yaml::read("a: 1\n"))),
        span: Span::at(0),
        message: Message::same("写错"),
        substance: Digest::new(),
        related: Vec::new(),
        fix: None,
    }
}

fn findings(said: &[(&'static str, Severity, &str)]) -> Findings {
    let new = said
        .iter()
        .map(|(rule, severity, path)| finding(rule, *severity, path));
    Findings::of(Compared {
        new: new.collect(),
        ..Compared::default()
    })
}

const SAID: [(&str, Severity, &str); 5] = [
    ("N003", Severity::Warning, "base/31/1.yaml"),
    ("N003", Severity::Warning, "local/330106/2.yaml"),
    ("N003", Severity::Warning, "local/330106/3.yaml"),
    ("L001", Severity::Error, "local/330106/3.yaml"),
    ("C001", Severity::Note, "laws/law.yaml"),
];

fn keys(grouping: Grouping) -> Vec<(String, usize)> {
    let findings = findings(&SAID);
    let groups = groups(&findings, grouping, 0..SAID.len());
    groups
        .iter()
        .map(|group| (group.key.to_string(), group.members.len()))
        .collect()
}

fn pairs(wanted: &[(&str, usize)]) -> Vec<(String, usize)> {
    let pair = |(key, count): &(&str, usize)| ((*key).to_owned(), *count);
    wanted.iter().map(pair).collect()
}

#[test]
fn the_gravest_group_is_first_and_then_the_largest() {
    let wanted = [("L001", 1), ("N003", 3), ("C001", 1)];
    assert_eq!(keys(Grouping::Rule), pairs(&wanted));
    let wanted = [("330106", 3), ("base", 1), ("laws", 1)];
    assert_eq!(keys(Grouping::Division), pairs(&wanted));
    let wanted = [("error", 1), ("warning", 3), ("note", 1)];
    assert_eq!(keys(Grouping::Severity), pairs(&wanted));
    assert_eq!(keys(Grouping::File)[0].0, "local/330106/3.yaml");
}

#[test]
fn one_file_looked_at_anew_changes_its_share_and_the_counts() {
    let mut findings = findings(&SAID);
    let path = "local/330106/3.yaml";
    findings.renew_file(path, vec![finding("N001", Severity::Note, path)]);
    assert_eq!(findings.in_file(path).count(), 1);
    assert_eq!(findings.all.len(), 4);
    assert_eq!(findings.count(Severity::Error), 0);
    assert_eq!(findings.count(Severity::Note), 2);
    findings.renew_file(
        "base/31/0.yaml",
        vec![finding("N001", Severity::Note, "base/31/0.yaml")],
    );
    assert_eq!(&*findings.all[0].file.path, "base/31/0.yaml");
}

#[test]
fn what_a_person_folded_stays_folded_when_the_findings_are_new() {
    let findings = findings(&SAID);
    let mut panel = Panel::default();
    panel.group(&findings, (0..5).collect(), None);
    // So few are shown unfolded, with the cursor on the first.
    assert_eq!(panel.lines.len(), 8);
    assert_eq!(
        panel.line(),
        Some(Line::Finding(0, panel.groups[0].members[0]))
    );
    panel.fold(1, false);
    let here = panel.spot(&findings);
    panel.group(&findings, (0..5).collect(), here.as_ref());
    assert_eq!(panel.lines.len(), 5);
}

#[test]
fn many_findings_are_folded_at_first() {
    let said: Vec<_> = (0..101)
        .map(|at| (["N001", "N002"][at % 2], Severity::Note, "a/b.yaml"))
        .collect();
    let findings = findings(&said);
    let mut panel = Panel::default();
    panel.group(&findings, (0..101).collect(), None);
    assert_eq!(panel.lines, [Line::Group(0), Line::Group(1)]);
}
