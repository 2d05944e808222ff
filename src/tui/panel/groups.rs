//! Findings in groups, the gravest and largest first. Made once for each look at the catalog, not for each
//! picture of it.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::findings::{Finding, Severity};
use crate::text::{Words, words};
use crate::tui::findings::Findings;

/// 分组: by what findings are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Grouping {
    /// 按规则.
    #[default]
    Rule,
    /// 按事项: by file.
    File,
    /// 按区划.
    Division,
    /// 按级别: by severity.
    Severity,
}

impl Grouping {
    /// What it is called.
    pub(crate) fn title(self) -> Words {
        match self {
            Grouping::Rule => words("按规则", "by rule"),
            Grouping::File => words("按事项", "by matter"),
            Grouping::Division => words("按区划", "by division"),
            Grouping::Severity => words("按级别", "by severity"),
        }
    }

    /// The one after; the first after the last.
    pub(crate) fn next(self) -> Grouping {
        match self {
            Grouping::Rule => Grouping::File,
            Grouping::File => Grouping::Division,
            Grouping::Division => Grouping::Severity,
            Grouping::Severity => Grouping::Rule,
        }
    }

    /// The group of a finding.
    pub(crate) fn key(self, finding: &Finding) -> &str {
        match self {
            Grouping::Rule => finding.rule,
            Grouping::File => &finding.file.path,
            Grouping::Division => division(&finding.file.path),
            Grouping::Severity => finding.severity.word(),
        }
    }
}

/// The division in the path of a local matter; the first folder of any other file, and nothing for one that
/// is in no folder.
fn division(path: &str) -> &str {
    let mut folders = path.split('/');
    match (folders.next(), folders.next()) {
        (Some("local"), Some(division)) => division,
        (Some(folder), Some(_)) => folder,
        _ => "",
    }
}

/// 组: findings that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// A rule's code, a path, a division's code or the word of a severity.
    pub(crate) key: Box<str>,
    /// The gravest of its findings.
    pub(crate) gravest: Severity,
    /// Its findings as places among all, the gravest first.
    pub(crate) members: Vec<usize>,
}

/// Puts the findings at some places in groups.
pub(crate) fn groups(
    findings: &Findings,
    grouping: Grouping,
    places: impl Iterator<Item = usize>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut by_key: HashMap<&str, usize> = HashMap::new();
    // Neighbours mostly belong together, and then nothing needs to be looked up.
    let mut last: Option<(&str, usize)> = None;
    for place in places {
        let Some(finding) = findings.at(place) else {
            continue;
        };
        let key = grouping.key(finding);
        let at = match last {
            Some((same, at)) if same == key => at,
            _ => *by_key.entry(key).or_insert_with(|| {
                groups.push(Group {
                    key: key.into(),
                    gravest: finding.severity,
                    members: Vec::new(),
                });
                groups.len() - 1
            }),
        };
        last = Some((key, at));
        if let Some(group) = groups.get_mut(at) {
            group.gravest = group.gravest.max(finding.severity);
            group.members.push(place);
        }
    }
    for group in &mut groups {
        let severity = |place: &usize| findings.at(*place).map(|finding| finding.severity);
        group.members.sort_by_key(|place| Reverse(severity(place)));
    }
    groups.sort_by(|one, other| order(one).cmp(&order(other)));
    groups
}

/// By what one group comes before another.
fn order(group: &Group) -> (Reverse<Severity>, Reverse<usize>, &str) {
    let count = Reverse(group.members.len());
    (Reverse(group.gravest), count, &group.key)
}
