//! Which rules look at a file, laid out by what they look at, so that no rule is asked what it wants.

use crate::catalog::{Exception, File, Matter, MatterId};
use crate::findings::{Severity, Status};
use crate::levels::Difference;
use crate::rules::law::Citation;
use crate::rules::{Check, Fault, Pair, RULES, Report, Usage};
use crate::yaml::Problem;

/// 排程: the rules that are on for some files, by what they look at.
#[derive(Default)]
pub(super) struct Plan {
    /// How grave each rule is, by its place in the table; `None` if it is off.
    severities: Vec<Option<Severity>>,
    pub(super) problems: Vec<On<OfProblem>>,
    pub(super) faults: Vec<On<OfFault>>,
    pub(super) files: Vec<On<OfFile>>,
    pub(super) citations: Vec<On<OfCitation>>,
    pub(super) matters: Vec<On<OfMatter>>,
    pub(super) differences: Vec<On<OfDifference>>,
    pub(super) effectives: Vec<On<OfEffective>>,
    pub(super) exceptions: Vec<On<OfException>>,
}

type OfProblem = fn(&Problem, &mut Report<'_>);
type OfFault = fn(&Fault<'_>, &mut Report<'_>);
type OfFile = fn(&File, &mut Report<'_>);
type OfCitation = fn(&Citation<'_>, &mut Report<'_>);
type OfMatter = fn(&Matter, &mut Report<'_>);
type OfDifference = fn(&Difference<'_>, Pair, &mut Report<'_>);
type OfEffective = fn(MatterId, &mut Report<'_>);
type OfException = fn(&Exception<'_>, Usage, &mut Report<'_>);

/// A rule that is on: its place in the table, and how it looks.
pub(super) struct On<F> {
    pub(super) place: usize,
    pub(super) check: F,
}

impl<F> On<F> {
    pub(super) fn new(place: usize, check: F) -> On<F> {
        On { place, check }
    }
}

impl Plan {
    /// Lays out the rules by their severities, which stand in the order of the table.
    pub(super) fn of(severities: Vec<Option<Severity>>) -> Plan {
        let mut plan = Plan {
            severities,
            ..Plan::default()
        };
        for (place, rule) in RULES.iter().enumerate() {
            if plan.severity(place).is_some() {
                plan.add(place, &rule.check);
            }
        }
        plan
    }

    fn add(&mut self, place: usize, check: &Check) {
        match *check {
            Check::Problem(check) => self.problems.push(On::new(place, check)),
            Check::Fault(check) => self.faults.push(On::new(place, check)),
            Check::File(check) => self.files.push(On::new(place, check)),
            Check::Citation(check) => self.citations.push(On::new(place, check)),
            Check::Matter(check) => self.matters.push(On::new(place, check)),
            Check::Difference(check) => self.differences.push(On::new(place, check)),
            Check::Effective(check) => self.effectives.push(On::new(place, check)),
            Check::Exception(check) => self.exceptions.push(On::new(place, check)),
            Check::Catalog(..) | Check::Commit(_) => {}
        }
    }

    /// How grave the rule at a place in the table is; `None` if it is off.
    pub(super) fn severity(&self, place: usize) -> Option<Severity> {
        self.severities.get(place).copied().flatten()
    }

    /// Whether the rule with this code is on.
    pub(super) fn is_on(&self, code: &str) -> bool {
        let place = RULES.iter().position(|rule| rule.info.code == code);
        place.is_some_and(|place| self.severity(place).is_some())
    }
}

/// How grave each rule of the table is where no setting speaks of it.
pub(super) fn usual() -> Vec<Option<Severity>> {
    let severity = |status| matches!(status, Status::Stable { .. });
    RULES
        .iter()
        .map(|rule| severity(rule.info.status).then_some(rule.info.severity))
        .collect()
}
