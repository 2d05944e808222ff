//! What the findings screen remembers: what is shown of the findings, in which groups, which are folded,
//! and the finding that is looked at.

use std::collections::HashMap;
use std::sync::Arc;

use crate::findings::{Finding, Severity};
use crate::text::Lang;
use crate::tui::findings::Findings;
use crate::tui::panel::{Group, Grouping, groups};
use crate::tui::widgets::{Cursor, Row};

/// Up to so many findings are shown unfolded.
const FEW: usize = 100;

/// 问题面板: the state of the findings screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Panel {
    /// What of the findings is shown, and how.
    pub(crate) scope: Scope,
    /// The groups.
    pub(crate) groups: Vec<Group>,
    /// The lines that can be seen.
    pub(crate) lines: Vec<Line>,
    /// Where the cursor is among them.
    pub(crate) cursor: Cursor,
    /// How many findings are shown.
    pub(crate) shown: usize,
    /// Groups that a person folded or unfolded, with whether they are open.
    folds: HashMap<(Grouping, Box<str>), bool>,
    /// Whether the findings changed since the groups were made.
    pub(crate) is_stale: bool,
    /// The finding looked at.
    pub(crate) detail: Detail,
}

/// 范围: what of the findings is shown, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope {
    /// By what they are grouped.
    pub(crate) grouping: Grouping,
    /// The only severity shown.
    pub(crate) severity: Option<Severity>,
    /// What is looked for.
    pub(crate) filter: String,
    /// Whether what the baseline records is shown too.
    pub(crate) shows_known: bool,
    /// The only rules shown; all if empty.
    pub(crate) rules: &'static [&'static str],
}

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// The head of a group.
    Group(usize),
    /// A finding of a group, by its place among all.
    Finding(usize, usize),
}

/// What the cursor is on, so that it can be found again when the findings are new.
#[derive(Clone, Debug)]
pub(crate) enum Spot {
    /// A group.
    Group(Box<str>),
    /// A finding: its rule, its file, what it says.
    Finding(Arc<Finding>),
}

/// One finding as lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Detail {
    /// What the lines were made for.
    pub(crate) made_for: Option<DetailKey>,
    /// The lines.
    pub(crate) lines: Vec<Row>,
    /// The first of them shown.
    pub(crate) top: usize,
}

/// What the lines of a finding depend on.
#[derive(Clone, Debug)]
pub(crate) struct DetailKey {
    /// Which finding.
    pub(crate) finding: Arc<Finding>,
    /// Cells to a line.
    pub(crate) cells: usize,
    /// The language.
    pub(crate) lang: Lang,
}

impl PartialEq for DetailKey {
    fn eq(&self, other: &DetailKey) -> bool {
        Arc::ptr_eq(&self.finding, &other.finding)
            && (self.cells, self.lang) == (other.cells, other.lang)
    }
}

impl Panel {
    /// Makes the groups anew of the findings at some places; the cursor stays on what it was on.
    pub(crate) fn group(&mut self, findings: &Findings, places: Vec<usize>, here: Option<&Spot>) {
        self.shown = places.len();
        self.groups = groups(findings, self.scope.grouping, places.into_iter());
        self.is_stale = false;
        let was_empty = self.lines.is_empty();
        self.relist();
        if let Some(at) = here.and_then(|spot| self.find(findings, spot)) {
            self.cursor.at = at;
        } else if was_empty {
            self.cursor.at = self.first_finding().unwrap_or(0);
        }
    }

    /// After folding: the lines.
    pub(crate) fn relist(&mut self) {
        let mut lines = Vec::new();
        for (at, group) in self.groups.iter().enumerate() {
            lines.push(Line::Group(at));
            if self.is_open(group) {
                let members = group.members.iter();
                lines.extend(members.map(|place| Line::Finding(at, *place)));
            }
        }
        self.lines = lines;
    }

    fn first_finding(&self) -> Option<usize> {
        let is_finding = |line: &Line| matches!(line, Line::Finding(..));
        self.lines.iter().position(is_finding)
    }

    /// Whether the findings of a group are listed.
    pub(crate) fn is_open(&self, group: &Group) -> bool {
        let key = (self.scope.grouping, group.key.clone());
        let chosen = self.folds.get(&key).copied();
        chosen.unwrap_or(self.shown <= FEW || self.groups.len() == 1)
    }

    /// Folds or unfolds the group at a place.
    pub(crate) fn fold(&mut self, at: usize, is_open: bool) {
        if let Some(group) = self.groups.get(at) {
            let key = (self.scope.grouping, group.key.clone());
            self.folds.insert(key, is_open);
            self.relist();
        }
    }

    /// The line under the cursor.
    pub(crate) fn line(&self) -> Option<Line> {
        self.lines.get(self.cursor.at).copied()
    }

    /// The group under the cursor, or the one of the finding under it.
    pub(crate) fn group_here(&self) -> Option<(usize, &Group)> {
        let (Line::Group(at) | Line::Finding(at, _)) = self.line()?;
        Some((at, self.groups.get(at)?))
    }

    /// The finding under the cursor.
    pub(crate) fn finding<'f>(&self, findings: &'f Findings) -> Option<&'f Arc<Finding>> {
        match self.line()? {
            Line::Finding(_, place) => findings.at(place),
            Line::Group(_) => None,
        }
    }

    /// The finding under the cursor, or the first of the group under it.
    pub(crate) fn example<'f>(&self, findings: &'f Findings) -> Option<&'f Arc<Finding>> {
        let first = || self.group_here()?.1.members.first().copied();
        match self.line()? {
            Line::Finding(_, place) => findings.at(place),
            Line::Group(_) => findings.at(first()?),
        }
    }

    /// What the cursor is on.
    pub(crate) fn spot(&self, findings: &Findings) -> Option<Spot> {
        match self.finding(findings) {
            Some(finding) => Some(Spot::Finding(Arc::clone(finding))),
            None => Some(Spot::Group(self.group_here()?.1.key.clone())),
        }
    }

    /// The line of a spot; of a finding that reads otherwise now, one of the same rule in the same file.
    fn find(&self, findings: &Findings, spot: &Spot) -> Option<usize> {
        let place_of = |is_it: &dyn Fn(&Line) -> bool| self.lines.iter().position(is_it);
        let Spot::Finding(wanted) = spot else {
            let is_it = |line: &Line| match (line, spot) {
                (Line::Group(at), Spot::Group(key)) => {
                    self.groups.get(*at).is_some_and(|group| group.key == *key)
                }
                _ => false,
            };
            return place_of(&is_it);
        };
        let alike = |place: usize| {
            findings.at(place).filter(|finding| {
                finding.rule == wanted.rule && finding.file.path == wanted.file.path
            })
        };
        let same = |line: &Line| match line {
            Line::Finding(_, place) => {
                alike(*place).is_some_and(|finding| finding.message == wanted.message)
            }
            Line::Group(_) => false,
        };
        let near = |line: &Line| match line {
            Line::Finding(_, place) => alike(*place).is_some(),
            Line::Group(_) => false,
        };
        place_of(&same).or_else(|| place_of(&near))
    }
}
