//! The way to a field that stays right when a list changes: elements are called by what tells them apart.

use crate::catalog::standard::{Form, Schema};
use crate::change::compare::tree::Tree;
use crate::yaml::{Data, Path, Step};

/// 字段路径: the way to a field of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldPath(pub Vec<Part>);

/// One step of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Into the value of a key.
    Key(String),
    /// Into an element of a list.
    Element(ElementName),
}

/// 元素名: what tells an element of a list from the others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ElementName {
    /// The texts of the keys that tell it apart; all it says, if the schema names no such keys.
    pub said: Vec<String>,
    /// How many before it are called the same.
    pub nth: usize,
}

impl FieldPath {
    /// The way to a key of the file.
    pub fn key(key: &str) -> FieldPath {
        FieldPath(vec![Part::Key(key.to_owned())])
    }

    /// This way and one step further.
    #[must_use]
    pub fn then(&self, part: Part) -> FieldPath {
        let mut parts = self.0.clone();
        parts.push(part);
        FieldPath(parts)
    }

    /// Whether one of the two lies in the other, or is it.
    pub fn touches(&self, other: &FieldPath) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }

    /// The key of the file that it leads into; `None` for the file itself, or a file that is a list.
    pub fn top(&self) -> Option<&str> {
        match self.0.first()? {
            Part::Key(key) => Some(key),
            Part::Element(_) => None,
        }
    }

    /// The way to what stands at a path of a file that says `data`; `None` if nothing stands there. A missing
    /// last key counts as standing there.
    pub fn of(path: &Path, data: &Data, schema: Option<&Schema>) -> Option<FieldPath> {
        let tree = Tree::of(data, schema);
        let mut place = Some(&tree);
        let mut parts = Vec::new();
        for step in &path.0 {
            let (part, next) = match (step, place?) {
                (Step::Key(key), tree) => (Part::Key(key.clone()), tree.get(key)),
                (Step::Index(index), Tree::List(items)) => {
                    let (name, item) = items.get(*index)?;
                    (Part::Element(name.clone()), Some(item))
                }
                _ => return None,
            };
            parts.push(part);
            place = next;
        }
        Some(FieldPath(parts))
    }

    /// What stands there in a file that says `data`.
    pub fn value(&self, data: &Data, schema: Option<&Schema>) -> Option<Data> {
        let tree = Tree::of(data, schema);
        self.0
            .iter()
            .try_fold(&tree, |tree, part| tree.child(part))
            .map(Tree::data)
    }

    /// The schema of what stands there; `None` where the schema knows nothing.
    pub fn schema<'s>(&self, whole: &'s Schema) -> Option<&'s Schema> {
        self.0.iter().try_fold(whole, below)
    }
}

/// The schema one step further down.
pub(super) fn below<'s>(schema: &'s Schema, part: &Part) -> Option<&'s Schema> {
    match (part, &schema.form) {
        (Part::Key(key), _) => schema.property(key).map(AsRef::as_ref),
        (Part::Element(_), Form::List { items, .. }) => Some(items),
        _ => None,
    }
}

/// The names of the elements of a list.
pub(super) fn names(items: &[Data], schema: Option<&Schema>) -> Vec<ElementName> {
    let keys = match schema.map(|schema| &schema.form) {
        Some(Form::List { identity, .. }) => identity.as_slice(),
        _ => &[],
    };
    let mut seen = std::collections::HashMap::new();
    items
        .iter()
        .map(|item| {
            let said = said(item, keys);
            let count = seen.entry(said.clone()).or_insert(0);
            *count += 1;
            ElementName {
                said,
                nth: *count - 1,
            }
        })
        .collect()
}

/// What tells an element apart; one that lacks all of it is told by all it says.
fn said(item: &Data, keys: &[Box<str>]) -> Vec<String> {
    let value = |key: &str| match item {
        Data::Map(entries) => entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| written(value)),
        _ => None,
    };
    let values: Vec<Option<String>> = keys.iter().map(|key| value(key)).collect();
    if values.iter().all(Option::is_none) {
        return vec![written(item)];
    }
    values.into_iter().map(Option::unwrap_or_default).collect()
}

/// A value as one text.
fn written(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Bool(yes) => yes.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Text(text) => text.clone(),
        Data::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join("\u{1f}"))
        }
        Data::Map(entries) => {
            let mut entries: Vec<String> = entries
                .iter()
                .map(|(key, value)| format!("{key}\u{1e}{}", written(value)))
                .collect();
            entries.sort_unstable();
            format!("{{{}}}", entries.join("\u{1f}"))
        }
    }
}
