//! The catalog as the desk lists it: places and departments as a tree, made by the worker, so that no key waits
//! for it; matters as rows, read from the catalog when they are drawn.

mod entry;
mod tree;

pub(crate) use entry::Entry;

use crate::catalog::{Catalog, MatterId};
use crate::search::affected;
use crate::text::Message as Saying;

/// 总览: the tree.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    /// Its lines, from top to bottom.
    pub(crate) nodes: Vec<Node>,
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
    /// The matters it stands for, by their numbers.
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
        Outline {
            nodes: tree::nodes(catalog),
        }
    }

    /// Follows a change of some files; equal to listing the catalog anew.
    pub(crate) fn follow(&mut self, before: &Catalog, after: &Catalog, paths: &[Box<str>]) {
        let stays = affected(before, after, paths).is_some_and(|affected| {
            let stand = |catalog, id: &MatterId| Entry::of(catalog, *id).stand();
            let mut changed = affected.changed.iter();
            !affected.is_shift() && changed.all(|id| stand(before, id) == stand(after, id))
        });
        if !stays {
            self.nodes = tree::nodes(after);
        }
    }
}
