//! Changes taken over into a text, one by one or all: nothing else in the text is touched.

use std::sync::Arc;

use crate::catalog::standard::Schema;
use crate::change::compare::tree::Tree;
use crate::change::compare::{ChangeKind, FieldChange, FieldPath, Part, says_the_same};
use crate::text::{Message, apply, words};
use crate::yaml::{self, Data, Document, Op, Path, patch};

/// Why changes were not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untaken {
    /// What would change is not there, or not any more.
    Missing(FieldPath),
    /// The text cannot be edited so.
    Refused(Message),
}

impl Untaken {
    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Untaken::Missing(_) => words(
                "要改的内容已经不在了",
                "what would change is not there any more",
            )
            .into(),
            Untaken::Refused(reason) => reason.clone(),
        }
    }
}

/// The text of a document after some changes.
pub fn take(
    document: &Document,
    changes: &[&FieldChange],
    schema: Option<&Schema>,
) -> Result<Arc<str>, Untaken> {
    steps(document, changes, schema).map(|(_, text)| text)
}

/// The edits that take some changes over, one after the other, and the text after them.
pub fn steps(
    document: &Document,
    changes: &[&FieldChange],
    schema: Option<&Schema>,
) -> Result<(Vec<Op>, Arc<str>), Untaken> {
    let said = |document: &Document| document.root().map_or(Data::Empty, Data::of);
    let mut tree = Tree::of(&said(document), schema);
    let mut now = document.clone();
    let mut steps = Vec::new();
    for change in changes {
        for op in step(&mut tree, change, schema)? {
            let edits = patch(&now, &op).map_err(|refusal| Untaken::Refused(refusal.message()))?;
            now = yaml::read(apply(now.text(), &edits));
            steps.push(op);
        }
    }
    if !says_the_same(&said(&now), &tree.data()) {
        let reason = words("读回的内容不同", "it would read differently");
        return Err(Untaken::Refused(reason.into()));
    }
    Ok((steps, Arc::clone(now.text())))
}

/// Takes one change over into the tree; the edits that do the same to the text.
fn step(
    tree: &mut Tree,
    change: &FieldChange,
    schema: Option<&Schema>,
) -> Result<Vec<Op>, Untaken> {
    let missing = || Untaken::Missing(change.path.clone());
    let schema = schema.and_then(|schema| change.path.schema(schema));
    let after = || change.after.clone().unwrap_or_default();
    let Some((last, above)) = change.path.0.split_last() else {
        *tree = Tree::of(&after(), schema);
        return Ok(vec![Op::Set {
            path: Path::default(),
            value: after(),
        }]);
    };
    let way = tree.path(&change.path);
    let way_above = tree.path(&FieldPath(above.to_vec())).ok_or_else(missing)?;
    let parent = tree.at_mut(above).ok_or_else(missing)?;
    match (&change.kind, way) {
        // What is gone already need not go.
        (ChangeKind::Gone, None) => Ok(Vec::new()),
        (ChangeKind::Gone, Some(path)) => {
            let place = parent.place(last).ok_or_else(missing)?;
            parent.remove(place);
            Ok(vec![Op::Remove { path }])
        }
        (ChangeKind::Changed | ChangeKind::New(_), Some(path)) => {
            let place = parent.place(last).ok_or_else(missing)?;
            parent.remove(place);
            parent.insert(place, last, Tree::of(&after(), schema));
            Ok(vec![Op::Set {
                path,
                value: after(),
            }])
        }
        (ChangeKind::New(spot), None) => {
            parent.open_for(last);
            let at = parent.place_of(spot);
            parent.insert(at, last, Tree::of(&after(), schema));
            Ok(vec![inserted(way_above, at, last, after())])
        }
        (ChangeKind::Moved(spot), Some(path)) => {
            let from = parent.place(last).ok_or_else(missing)?;
            let element = parent.remove(from).ok_or_else(missing)?;
            let to = parent.place_of(spot);
            parent.insert(to, last, element);
            let is_moved = from != to;
            Ok(is_moved
                .then_some(Op::Move { path, to })
                .into_iter()
                .collect())
        }
        (ChangeKind::Changed | ChangeKind::Moved(_), None) => Err(missing()),
    }
}

fn inserted(path: Path, at: usize, part: &Part, value: Data) -> Op {
    match part {
        Part::Key(key) => Op::InsertKey {
            path,
            at: Some(at),
            key: key.clone(),
            value,
        },
        Part::Element(_) => Op::InsertItem {
            path,
            at: Some(at),
            value,
        },
    }
}
