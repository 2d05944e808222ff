//! What changed between two texts of one file, field by field: list elements by what tells them apart, moved
//! ones as moved, and nothing where only comments or layout differ. Such changes can be taken over one by
//! one, into the text they start from or into another one. Pure; what a change looks like is not known here.

mod alike;
mod differ;
mod list;
mod path;
mod take;
mod tree;

pub use list::partners;
pub use path::{ElementName, FieldPath, Part};
pub use take::{Untaken, steps, take};

use crate::catalog::standard::Schema;
use crate::yaml::{Data, Document};

/// 对照: what differs between two texts of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Not one byte.
    Same,
    /// Comments, blank lines, quotes, the order of keys: nothing that the file says.
    Layout,
    /// What the file says.
    Fields(Vec<FieldChange>),
    /// One of the two cannot be read field by field: not YAML, a key twice, not UTF-8.
    Text,
}

/// 字段改动: one thing that a file says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// What is changed. An element is called by the name it had before, if it was there.
    pub path: FieldPath,
    /// What happened to it.
    pub kind: ChangeKind,
    /// What it said; `None` if it was not there.
    pub before: Option<Data>,
    /// What it says; `None` if it is gone.
    pub after: Option<Data>,
}

/// What happens to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// 新增: it was not there.
    New(Spot),
    /// 删去: it is gone.
    Gone,
    /// 修改: it says something else.
    Changed,
    /// 移动: an element stands elsewhere in its list.
    Moved(Spot),
}

/// 位置: where among its siblings a field comes to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Right behind this one; `None` for the first place.
    pub behind: Option<Part>,
    /// The place by number, for where the one before is missing.
    pub at: usize,
}

/// What differs between two texts; what the schema does not know is compared all the same.
pub fn compare(before: &Document, after: &Document, schema: Option<&Schema>) -> Comparison {
    if before.text() == after.text() {
        return Comparison::Same;
    }
    let (Some(old), Some(new)) = (said(before), said(after)) else {
        return Comparison::Text;
    };
    match compare_data(&old, &new, schema) {
        changes if changes.is_empty() => Comparison::Layout,
        changes => Comparison::Fields(changes),
    }
}

/// What differs between what two files say. In the order of the second one, what is gone before the rest.
pub fn compare_data(before: &Data, after: &Data, schema: Option<&Schema>) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    differ::differ(&mut changes, &FieldPath::default(), (before, after), schema);
    changes
}

/// Whether two files say the same; the order of keys says nothing.
pub fn says_the_same(one: &Data, other: &Data) -> bool {
    match (one, other) {
        (Data::Map(one), Data::Map(other)) => {
            let same = |(key, value): &(String, Data)| {
                let found = other.iter().find(|(name, _)| name == key);
                found.is_some_and(|(_, found)| says_the_same(value, found))
            };
            one.len() == other.len() && one.iter().all(same)
        }
        (Data::List(one), Data::List(other)) => {
            let pairs = one.iter().zip(other);
            one.len() == other.len()
                && pairs
                    .into_iter()
                    .all(|(one, other)| says_the_same(one, other))
        }
        _ => one == other,
    }
}

/// What a document says; `None` if it cannot be read field by field.
fn said(document: &Document) -> Option<Data> {
    if !document.is_editable() {
        return None;
    }
    let data = document.root().map_or(Data::Empty, Data::of);
    (!has_repeated_key(&data)).then_some(data)
}

fn has_repeated_key(data: &Data) -> bool {
    match data {
        Data::List(items) => items.iter().any(has_repeated_key),
        Data::Map(entries) => {
            let mut keys: Vec<&String> = entries.iter().map(|(key, _)| key).collect();
            keys.sort_unstable();
            keys.windows(2).any(|pair| pair.first() == pair.last())
                || entries.iter().any(|(_, value)| has_repeated_key(value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
