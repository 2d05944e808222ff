//! How rules weigh where: the settings of the manifest, resolved once for every kind of matter that they
//! tell apart.

use std::collections::HashMap;

use crate::catalog::{Catalog, Field, MatterId, Scope, Weights, effective_text};
use crate::findings::{Severity, Status};
use crate::rules::RULES;
use crate::rules::engine::plan::{Plan, usual};

/// 适用范围: a plan for each combination of types and divisions that the settings tell apart.
pub(in crate::rules) struct Scopes {
    /// For files that are no matters.
    general: Plan,
    /// One for each class of types and class of divisions; empty if no setting speaks of either.
    plans: Vec<Plan>,
    /// Class of each type that a setting names; any other type is of class 0.
    types: HashMap<Box<str>, usize>,
    /// Class of each division that lies in one that a setting names; no division and any other is of class 0.
    divisions: HashMap<Box<str>, usize>,
    division_classes: usize,
}

impl Scopes {
    /// The settings of a catalog, resolved.
    pub(super) fn of(catalog: &Catalog) -> Scopes {
        let manifest = &catalog.registers.manifest;
        let mut general = usual();
        weigh(&manifest.weights, &mut general);
        let scopes = &manifest.scopes;
        let (types, type_classes) = type_classes(scopes);
        let (divisions, division_classes) = division_classes(catalog, scopes);
        let of_both = |types: &Vec<bool>, divisions: &Vec<bool>| {
            let mut severities = general.clone();
            let holds = types
                .iter()
                .zip(divisions)
                .map(|(one, other)| *one && *other);
            for (scope, _) in scopes.iter().zip(holds).filter(|(_, holds)| *holds) {
                weigh(&scope.weights, &mut severities);
            }
            Plan::of(severities)
        };
        let plans = type_classes
            .iter()
            .flat_map(|types| {
                division_classes
                    .iter()
                    .map(move |divisions| (types, divisions))
            })
            .map(|(types, divisions)| of_both(types, divisions));
        Scopes {
            plans: if scopes.is_empty() {
                Vec::new()
            } else {
                plans.collect()
            },
            general: Plan::of(general),
            types,
            divisions,
            division_classes: division_classes.len(),
        }
    }

    /// The rules for a matter; for a file that is none, those of the general settings.
    pub(super) fn plan(&self, catalog: &Catalog, matter: Option<MatterId>) -> &Plan {
        let Some(id) = matter.filter(|_| !self.plans.is_empty()) else {
            return &self.general;
        };
        let kind = effective_text(catalog, id, Field::Type).map(|(kind, _)| kind);
        let class = |classes: &HashMap<Box<str>, usize>, code: Option<&str>| {
            code.and_then(|code| classes.get(code).copied())
                .unwrap_or(0)
        };
        let division = class(&self.divisions, catalog.matter(id).division());
        let place = class(&self.types, kind) * self.division_classes + division;
        self.plans.get(place).unwrap_or(&self.general)
    }

    /// How grave the rule at a place in the table is in a file; `None` if it is off there.
    pub(in crate::rules) fn severity(
        &self,
        catalog: &Catalog,
        path: &str,
        place: usize,
    ) -> Option<Severity> {
        let plan = if self.plans.is_empty() {
            &self.general
        } else {
            self.plan(catalog, catalog.matter_at(path))
        };
        plan.severity(place)
    }

    /// Whether the rule at a place in the table is on for any file.
    pub(super) fn is_on_somewhere(&self, place: usize) -> bool {
        let mut plans = std::iter::once(&self.general).chain(&self.plans);
        plans.any(|plan| plan.severity(place).is_some())
    }
}

/// Which scopes hold for a class.
type Holding = Vec<bool>;

fn type_classes(scopes: &[Scope]) -> (HashMap<Box<str>, usize>, Vec<Holding>) {
    let holding = |code: Option<&str>| -> Holding {
        let holds = |scope: &Scope| match &scope.types {
            None => true,
            Some(types) => types.iter().any(|known| Some(known.as_str()) == code),
        };
        scopes.iter().map(holds).collect()
    };
    let mut classes = Classes::with(holding(None));
    for code in scopes
        .iter()
        .filter_map(|scope| scope.types.as_ref())
        .flatten()
    {
        classes.add(code, holding(Some(code)));
    }
    (classes.of, classes.holding)
}

fn division_classes(
    catalog: &Catalog,
    scopes: &[Scope],
) -> (HashMap<Box<str>, usize>, Vec<Holding>) {
    let named = |scope: &Scope, code: &str| {
        let divisions = scope.divisions.as_ref();
        divisions.is_some_and(|divisions| divisions.iter().any(|known| known == code))
    };
    let nowhere: Holding = scopes
        .iter()
        .map(|scope| scope.divisions.is_none())
        .collect();
    let mut classes = Classes::with(nowhere.clone());
    let registers = &catalog.registers;
    // A division that the register does not have lies in no other, but can be named itself.
    let unregistered = scopes
        .iter()
        .filter_map(|scope| scope.divisions.as_ref())
        .flatten();
    let registered = registers.divisions.iter().map(|division| &*division.code);
    for code in registered.chain(unregistered.map(String::as_str)) {
        let way = || std::iter::once(code).chain(registers.above(code).map(|above| &*above.code));
        let holds =
            |scope: &Scope| scope.divisions.is_none() || way().any(|code| named(scope, code));
        let holding: Holding = scopes.iter().map(holds).collect();
        if holding != nowhere {
            classes.add(code, holding);
        }
    }
    (classes.of, classes.holding)
}

/// Codes for which the same scopes hold are of one class.
struct Classes {
    of: HashMap<Box<str>, usize>,
    holding: Vec<Holding>,
}

impl Classes {
    fn with(first: Holding) -> Classes {
        Classes {
            of: HashMap::new(),
            holding: vec![first],
        }
    }

    fn add(&mut self, code: &str, holding: Holding) {
        let class = self.holding.iter().position(|known| *known == holding);
        let class = class.unwrap_or_else(|| {
            self.holding.push(holding);
            self.holding.len() - 1
        });
        self.of.insert(code.into(), class);
    }
}

/// What stands for a rule that is off.
const OFF: &str = "off";

/// Lets settings speak of each rule.
fn weigh(weights: &Weights, severities: &mut [Option<Severity>]) {
    for (rule, severity) in RULES.iter().zip(severities) {
        let is_in_force = matches!(rule.info.status, Status::Stable { .. });
        if let Some(word) = said(weights, rule.info.code).filter(|_| is_in_force) {
            *severity = Severity::from_word(word);
        }
    }
}

/// What settings say of a rule, a severity or [`OFF`]: its own code counts before the letter of its family,
/// off before a severity. A word that is no severity says nothing.
fn said<'w>(weights: &'w Weights, code: &str) -> Option<&'w str> {
    let names = [code, code.get(..1)?];
    names.into_iter().find_map(|name| {
        if weights.off.iter().any(|off| off == name) {
            return Some(OFF);
        }
        let mut severities = weights.severities.iter();
        let (_, word) = severities.find(|(known, _)| known == name)?;
        Severity::from_word(word).map(Severity::word)
    })
}
