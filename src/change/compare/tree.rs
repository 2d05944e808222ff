//! What a file says, with its list elements called by their names. The names stay while changes are taken
//! over, even of an element that is told apart otherwise afterwards.

use crate::catalog::standard::{Form, Schema};
use crate::change::compare::path::names;
use crate::change::compare::{ElementName, FieldPath, Part, Spot};
use crate::yaml::{Data, Path};

/// 树: what a file says.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    Leaf(Data),
    List(Vec<(ElementName, Tree)>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn of(data: &Data, schema: Option<&Schema>) -> Tree {
        match data {
            Data::List(items) => {
                let below = schema.and_then(|schema| match &schema.form {
                    Form::List { items, .. } => Some(items.as_ref()),
                    _ => None,
                });
                let trees = items.iter().map(|item| Tree::of(item, below));
                Tree::List(names(items, schema).into_iter().zip(trees).collect())
            }
            Data::Map(entries) => {
                let entry = |(key, value): &(String, Data)| {
                    let below = schema.and_then(|schema| schema.property(key));
                    (key.clone(), Tree::of(value, below.map(AsRef::as_ref)))
                };
                Tree::Map(entries.iter().map(entry).collect())
            }
            other => Tree::Leaf(other.clone()),
        }
    }

    pub(super) fn data(&self) -> Data {
        match self {
            Tree::Leaf(data) => data.clone(),
            Tree::List(items) => Data::List(items.iter().map(|(_, item)| item.data()).collect()),
            Tree::Map(entries) => {
                let entry = |(key, tree): &(String, Tree)| (key.clone(), tree.data());
                Data::Map(entries.iter().map(entry).collect())
            }
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Tree> {
        match self {
            Tree::Map(entries) => entries
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, tree)| tree),
            _ => None,
        }
    }

    pub(super) fn child(&self, part: &Part) -> Option<&Tree> {
        match (self, part) {
            (Tree::Map(_), Part::Key(key)) => self.get(key),
            (Tree::List(items), Part::Element(_)) => {
                items.get(self.place(part)?).map(|(_, item)| item)
            }
            _ => None,
        }
    }

    fn child_mut(&mut self, part: &Part) -> Option<&mut Tree> {
        let place = self.place(part)?;
        match self {
            Tree::Map(entries) => entries.get_mut(place).map(|(_, tree)| tree),
            Tree::List(items) => items.get_mut(place).map(|(_, tree)| tree),
            Tree::Leaf(_) => None,
        }
    }

    pub(super) fn at_mut(&mut self, path: &[Part]) -> Option<&mut Tree> {
        let mut tree = self;
        for part in path {
            tree = tree.child_mut(part)?;
        }
        Some(tree)
    }

    /// The place of a child among its siblings.
    pub(super) fn place(&self, part: &Part) -> Option<usize> {
        match (self, part) {
            (Tree::Map(entries), Part::Key(key)) => {
                entries.iter().position(|(name, _)| name == key)
            }
            (Tree::List(items), Part::Element(name)) => {
                items.iter().position(|(known, _)| known == name)
            }
            _ => None,
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Tree::Map(entries) => entries.len(),
            Tree::List(items) => items.len(),
            Tree::Leaf(_) => 0,
        }
    }

    /// The place that a spot means here.
    pub(super) fn place_of(&self, spot: &Spot) -> usize {
        let number = spot.at.min(self.len());
        match &spot.behind {
            None => 0,
            Some(part) => self.place(part).map_or(number, |place| place + 1),
        }
    }

    pub(super) fn insert(&mut self, at: usize, part: &Part, tree: Tree) {
        match (self, part) {
            (Tree::Map(entries), Part::Key(key)) => entries.insert(at, (key.clone(), tree)),
            (Tree::List(items), Part::Element(name)) => items.insert(at, (name.clone(), tree)),
            _ => {}
        }
    }

    pub(super) fn remove(&mut self, at: usize) -> Option<Tree> {
        match self {
            Tree::Map(entries) if at < entries.len() => Some(entries.remove(at).1),
            Tree::List(items) if at < items.len() => Some(items.remove(at).1),
            _ => None,
        }
    }

    /// Nothing becomes a collection for what is to be put in.
    pub(super) fn open_for(&mut self, part: &Part) {
        if matches!(self, Tree::Leaf(Data::Empty)) {
            *self = match part {
                Part::Key(_) => Tree::Map(Vec::new()),
                Part::Element(_) => Tree::List(Vec::new()),
            };
        }
    }

    /// The way to a field by numbers, as the file stands now.
    pub(super) fn path(&self, path: &FieldPath) -> Option<Path> {
        let mut tree = self;
        let mut way = Path::default();
        for part in &path.0 {
            way = match part {
                Part::Key(key) => way.then_key(key),
                Part::Element(_) => way.then_index(tree.place(part)?),
            };
            tree = tree.child(part)?;
        }
        Some(way)
    }
}
