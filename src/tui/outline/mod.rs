//! The catalog as the desk lists it: places and departments as a tree, matters as rows. Made by the worker,
//! so that no key waits for it; after a change it is brought up to date where the change is.

mod entry;
mod tree;

pub(crate) use entry::Entry;

use crate::catalog::Catalog;
use crate::search::affected;
use crate::text::Message as Saying;
use crate::tui::outline::entry::Shared;

/// 总览: the tree and the rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    /// The tree, from top to bottom.
    pub(crate) nodes: Vec<Node>,
    /// Every matter, by path.
    pub(crate) entries: Vec<Entry>,
    shared: Shared,
}

/// One line of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Outline {
    /// Lists a catalog.
    pub(crate) fn of(catalog: &Catalog) -> Outline {
        let mut shared = Shared::default();
        let entry = |id| Entry::of(catalog, id, &mut shared);
        let entries: Vec<Entry> = catalog.matters().map(|(id, _)| id).map(entry).collect();
        Outline {
            nodes: tree::nodes(catalog, &entries),
            entries,
            shared,
        }
    }

    /// Follows a change of some files; equal to listing the catalog anew.
    pub(crate) fn follow(&mut self, before: &Catalog, after: &Catalog, paths: &[Box<str>]) {
        let Some(affected) = affected(before, after, paths) else {
            *self = Outline::of(after);
            return;
        };
        let stands = |entries: &[Entry]| -> Vec<_> {
            let changed = affected.changed.iter();
            let there = changed.filter_map(|id| entries.get(id.number()));
            there.map(Entry::stand).collect()
        };
        let before = stands(&self.entries);
        affected.follow(&mut self.entries, |id| {
            Entry::of(after, id, &mut self.shared)
        });
        if affected.is_shift() || stands(&self.entries) != before {
            self.nodes = tree::nodes(after, &self.entries);
        }
    }

    /// The place of a matter in `entries`, by its file.
    pub(crate) fn place_of(&self, path: &str) -> Option<usize> {
        self.entries
            .binary_search_by(|entry| (*entry.path).cmp(path))
            .ok()
    }
}
