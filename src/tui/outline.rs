//! The catalog as the desk lists it: places and departments as a tree, matters as rows. Made by the worker,
//! so that no key waits for it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::catalog::{Catalog, Field, Floor, Matter, MatterId, effective_value};
use crate::text::{Message as Saying, words};

/// 总览: the tree and the rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    /// The tree, from top to bottom.
    pub(crate) nodes: Vec<Node>,
    /// Every matter, by path.
    pub(crate) entries: Vec<Entry>,
}

/// One line of the tree.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What it stands for.
    pub(crate) key: NodeKey,
    /// What it is called.
    pub(crate) label: Saying,
    /// How far it is indented.
    pub(crate) depth: usize,
    /// The matters it stands for, as places in `entries`.
    pub(crate) matters: Vec<usize>,
}

/// What a line of the tree stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NodeKey {
    /// Every matter.
    All,
    /// The base catalog, or one department in it.
    Base(Option<Box<str>>),
    /// The matters of one division, or of one department there.
    Division(Box<str>, Option<Box<str>>),
}

impl NodeKey {
    /// The line that must be open for this one to be seen.
    pub(crate) fn parent(&self) -> Option<NodeKey> {
        match self {
            NodeKey::Base(Some(_)) => Some(NodeKey::Base(None)),
            NodeKey::Division(code, Some(_)) => Some(NodeKey::Division(code.clone(), None)),
            _ => None,
        }
    }
}

/// One matter in the list.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its file.
    pub(crate) path: Box<str>,
    /// Its code as stated.
    pub(crate) code: Box<str>,
    /// Its name in effect.
    pub(crate) name: Box<str>,
    /// Its type in effect.
    pub(crate) kind: Saying,
    /// Its division; empty in the base catalog.
    pub(crate) division: Box<str>,
    /// Name of its division.
    pub(crate) place: Saying,
    /// Central department in effect.
    department: Box<str>,
    /// What the filter looks in, in lower case.
    pub(crate) haystack: Box<str>,
}

impl Outline {
    /// Lists a catalog.
    pub(crate) fn of(catalog: &Catalog) -> Outline {
        let entries: Vec<Entry> = catalog
            .matters()
            .map(|(id, matter)| entry(catalog, id, matter))
            .collect();
        let mut builder = Builder {
            catalog,
            entries: &entries,
            nodes: Vec::new(),
        };
        builder.node(
            NodeKey::All,
            words("全部事项", "All matters").into(),
            0,
            (0..entries.len()).collect(),
        );
        builder.group(
            0,
            words("基本目录", "Base catalog").into(),
            "",
            NodeKey::Base,
        );
        builder.divisions();
        Outline {
            nodes: builder.nodes,
            entries,
        }
    }

    /// The place of a matter in `entries`, by its file.
    pub(crate) fn place_of(&self, path: &str) -> Option<usize> {
        self.entries
            .binary_search_by(|entry| (*entry.path).cmp(path))
            .ok()
    }
}

struct Builder<'c> {
    catalog: &'c Catalog,
    entries: &'c [Entry],
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
        let there =
            |(place, entry): (usize, &Entry)| (*entry.division == *division).then_some(place);
        let matters: Vec<usize> = self.entries.iter().enumerate().filter_map(there).collect();
        let mut departments: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for place in &matters {
            if let Some(entry) = self.entries.get(*place) {
                departments
                    .entry(&entry.department)
                    .or_default()
                    .push(*place);
            }
        }
        self.node(key(None), label, depth, matters);
        for (code, matters) in departments {
            let label = department(self.catalog, code);
            self.node(key(Some(code.into())), label, depth + 1, matters);
        }
    }

    /// The divisions of the register, each below the one it belongs to, then those it does not know.
    fn divisions(&mut self) {
        let registers = &self.catalog.registers;
        let mut seen: HashSet<&str> = HashSet::from([""]);
        let known = |code: &str| registers.division(code).is_some();
        let mut waiting: Vec<(&str, usize)> = registers
            .divisions
            .iter()
            .filter(|division| !division.parent.as_deref().is_some_and(known))
            .map(|division| (&*division.code, 0))
            .rev()
            .collect();
        while let Some((code, depth)) = waiting.pop() {
            if !seen.insert(code) {
                continue;
            }
            let below = registers
                .divisions
                .iter()
                .filter(|division| division.parent.as_deref() == Some(code));
            waiting.extend(below.rev().map(|division| (&*division.code, depth + 1)));
            self.division(code, depth);
        }
        let entries = self.entries;
        let unknown: BTreeSet<&str> = entries
            .iter()
            .filter(|entry| !seen.contains(&*entry.division))
            .map(|entry| &*entry.division)
            .collect();
        for code in unknown {
            self.division(code, 0);
        }
    }

    fn division(&mut self, code: &str, depth: usize) {
        let label = place(self.catalog, code);
        self.group(depth, label, code, |department| {
            NodeKey::Division(code.into(), department)
        });
    }
}

fn entry(catalog: &Catalog, id: MatterId, matter: &Matter) -> Entry {
    let text = |field| {
        effective_value(catalog, id, field)
            .and_then(|effective| effective.value.text())
            .unwrap_or_default()
    };
    let code = matter.code().map_or(matter.file.stem(), |code| code.value);
    let name = text(Field::Name);
    let plain_names = effective_value(catalog, id, Field::PlainNames);
    let mut haystack = format!("{name}\n{code}");
    for plain in plain_names
        .iter()
        .flat_map(|effective| effective.value.items())
    {
        haystack.push('\n');
        haystack.push_str(plain.text().unwrap_or_default());
    }
    let division = matter.division().filter(|_| matter.floor == Floor::Local);
    Entry {
        path: matter.file.path.clone(),
        code: code.into(),
        name: name.into(),
        kind: kind(catalog, text(Field::Type)),
        division: division.unwrap_or_default().into(),
        place: division.map_or_else(
            || words("基本目录", "Base").into(),
            |code| place(catalog, code),
        ),
        department: text(Field::Department).into(),
        haystack: haystack.to_lowercase().into(),
    }
}

fn kind(catalog: &Catalog, code: &str) -> Saying {
    match catalog.standard.kind(code) {
        Some(named) => named.name(),
        None => Saying::same(code),
    }
}

fn place(catalog: &Catalog, code: &str) -> Saying {
    let division = catalog.registers.division(code);
    Saying::same(division.map_or(code, |division| &division.name))
}

fn department(catalog: &Catalog, code: &str) -> Saying {
    match catalog.standard.department(code) {
        Some(named) => named.name(),
        None if code.is_empty() => words("部门未定", "No department").into(),
        None => Saying::same(code),
    }
}
