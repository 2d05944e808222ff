//! The tree: the base catalog and the divisions, each with its departments.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use crate::catalog::{Catalog, Registers};
use crate::text::{Message as Saying, words};
use crate::tui::outline::entry::place;
use crate::tui::outline::{Entry, Node, NodeKey};

/// The matters of each division by department, as places.
type Groups<'e> = BTreeMap<&'e str, BTreeMap<&'e str, Vec<usize>>>;

/// The lines of the tree from top to bottom.
pub(super) fn nodes(catalog: &Catalog) -> Vec<Node> {
    let mut builder = Builder {
        catalog,
        groups: groups(catalog),
        nodes: Vec::new(),
    };
    let all = (0..catalog.matters().len()).collect();
    builder.node(
        NodeKey::All,
        words("全部事项", "All matters").into(),
        0,
        all,
    );
    let base = words("基本目录", "Base catalog").into();
    builder.group(0, base, "", NodeKey::Base);
    builder.divisions();
    builder.nodes
}

/// Matters that follow one another mostly stand together: then nothing is looked up.
fn groups(catalog: &Catalog) -> Groups<'_> {
    let places = 0..catalog.matters().len();
    let stand = |place| {
        let id = catalog.numbered(place);
        id.map(|id| Entry::of(catalog, id).stand())
            .unwrap_or_default()
    };
    let stands: Vec<(&str, &str)> = places.into_par_iter().map(stand).collect();
    let mut groups = Groups::new();
    let mut place = 0;
    for run in stands.chunk_by(PartialEq::eq) {
        if let Some((division, department)) = run.first() {
            let departments = groups.entry(division).or_default();
            let matters = departments.entry(department).or_default();
            matters.extend(place..place + run.len());
        }
        place += run.len();
    }
    groups
}

struct Builder<'c> {
    catalog: &'c Catalog,
    groups: Groups<'c>,
    nodes: Vec<Node>,
}

impl Builder<'_> {
    fn node(&mut self, key: NodeKey, label: Saying, depth: usize, matters: Vec<usize>) {
        self.nodes.push(Node {
            key,
            label,
            depth,
            matters,
        });
    }

    /// A line for a division (or the base catalog), and one for each department there.
    fn group(
        &mut self,
        depth: usize,
        label: Saying,
        division: &str,
        key: impl Fn(Option<Box<str>>) -> NodeKey,
    ) {
        let departments = self.groups.remove(division).unwrap_or_default();
        let mut matters: Vec<usize> = departments.values().flatten().copied().collect();
        matters.sort_unstable();
        self.node(key(None), label, depth, matters);
        for (code, matters) in departments {
            let label = department(self.catalog, code);
            self.node(key(Some(code.into())), label, depth + 1, matters);
        }
    }

    /// The divisions of the register, each below the one it belongs to, then those it does not know.
    fn divisions(&mut self) {
        let registers = &self.catalog.registers;
        let below = below(registers);
        let mut seen: HashSet<&str> = HashSet::from([""]);
        let mut waiting: Vec<(&str, usize)> = Vec::new();
        waiting.extend(below.get("").into_iter().flatten().map(|code| (*code, 0)));
        while let Some((code, depth)) = waiting.pop() {
            if seen.insert(code) {
                let below = below.get(code).into_iter().flatten();
                waiting.extend(below.map(|code| (*code, depth + 1)));
                self.division(code, depth);
            }
        }
        let unknown: Vec<Box<str>> = self.groups.keys().map(|code| Box::from(*code)).collect();
        for code in unknown {
            self.division(&code, 0);
        }
    }

    fn division(&mut self, code: &str, depth: usize) {
        let label = place(self.catalog, code);
        self.group(depth, label, code, |department| {
            NodeKey::Division(code.into(), department)
        });
    }
}

/// The divisions below each one, the last first; below none are those whose upper one is not known.
fn below(registers: &Registers) -> HashMap<&str, Vec<&str>> {
    let mut below: HashMap<&str, Vec<&str>> = HashMap::new();
    for division in registers.divisions.iter().rev() {
        let parent = division.parent.as_deref();
        let parent = parent.filter(|parent| registers.division(parent).is_some());
        let there = below.entry(parent.unwrap_or_default());
        there.or_default().push(&division.code);
    }
    below
}

fn department(catalog: &Catalog, code: &str) -> Saying {
    match catalog.standard.department(code) {
        Some(named) => named.name(),
        None if code.is_empty() => words("部门未定", "No department").into(),
        None => Saying::same(code),
    }
}
