//! Values in which a merge has left both sides, signs around them: taken for clashes again, and settled.

use std::borrow::Cow;
use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::merge::content::{Clash, ClashPlace, Side, taken};
use crate::text::{Conflict, conflicts, settled};
use crate::yaml::{Data, Document, Op, Path, Value, read};

/// 待取舍处: what clashes inside a value, and what the two sides are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedClash {
    /// What clashes.
    pub clash: Clash,
    /// What our side and theirs are called; empty if nothing is said.
    pub names: [Box<str>; 2],
}

/// What clashes inside the values of a document, in the order of its lines.
pub fn marked_clashes(schema: Option<&Arc<Schema>>, document: &Document) -> Vec<MarkedClash> {
    let values = marked(schema, document);
    let clashes = values.iter().flat_map(|value| {
        let found = conflicts(value.text).into_iter();
        let names = found.map(|conflict| conflict.names.map(Box::from));
        let clashes = value.clashes().into_iter().zip(names);
        clashes.map(|(clash, names)| MarkedClash { clash, names })
    });
    clashes.collect()
}

/// The edits that put what is chosen in the place of each clash, in the order of `marked_clashes`; where nothing
/// is chosen the signs stay. To be made one after another.
pub fn settle_marked(
    schema: Option<&Arc<Schema>>,
    document: &Document,
    choices: &[Option<Side>],
) -> Vec<Op> {
    let mut choices = choices.iter().copied();
    let values = marked(schema, document);
    let ops = values.iter().filter_map(|value| {
        let clashes = value.clashes();
        let mine: Vec<_> = choices.by_ref().take(clashes.len()).collect();
        let is_chosen = mine.iter().any(Option::is_some);
        is_chosen.then(|| value.settled(&clashes, &mine))
    });
    let mut ops: Vec<Vec<Op>> = ops.collect();
    // From the end, so that an element taken out moves none that is still to come.
    ops.reverse();
    ops.concat()
}

/// A value with conflicts in it.
struct Marked<'d> {
    path: Path,
    text: &'d str,
    /// Whether there is nothing but one conflict in it.
    is_whole: bool,
    /// Whether what the sides say is written as YAML, because it is no text.
    is_written: bool,
}

fn marked<'d>(schema: Option<&'d Arc<Schema>>, document: &'d Document) -> Vec<Marked<'d>> {
    let mut found = Vec::new();
    if let Some(root) = document.root() {
        gather(root, schema, &Path::default(), &mut found);
    }
    found
}

fn gather<'d>(
    value: Value<'d>,
    schema: Option<&'d Arc<Schema>>,
    path: &Path,
    found: &mut Vec<Marked<'d>>,
) {
    for entry in value.entries() {
        let Some(key) = entry.key.text() else {
            continue;
        };
        let schema = schema.and_then(|schema| schema.property(key));
        gather(entry.value, schema, &path.then_key(key), found);
    }
    for (index, item) in value.items().enumerate() {
        let path = path.then_index(index);
        let schema = path.0.last().and_then(|step| schema?.below(step));
        gather(item, schema, &path, found);
    }
    let text = value.text().unwrap_or_default();
    let found_here = conflicts(text);
    if let [first, rest @ ..] = found_here.as_slice() {
        let is_text = schema.is_none_or(|schema| matches!(schema.form, Form::Text(_)));
        let is_whole = rest.is_empty() && first.range == (0..text.len());
        found.push(Marked {
            path: path.clone(),
            text,
            is_whole,
            is_written: is_whole && !is_text,
        });
    }
}

impl Marked<'_> {
    fn clashes(&self) -> Vec<Clash> {
        let clash = |conflict: &Conflict<'_>| Clash {
            place: ClashPlace::Field(self.path.clone()),
            base: conflict.base.and_then(|base| self.data(base)),
            ours: self.data(conflict.ours),
            theirs: self.data(conflict.theirs),
        };
        conflicts(self.text).iter().map(clash).collect()
    }

    /// What a side says; nothing where it took the value away.
    fn data(&self, side: &str) -> Option<Data> {
        let text = side.strip_suffix('\n').unwrap_or(side);
        if text.is_empty() {
            return None;
        }
        let document = self.is_written.then(|| read(side));
        let written = document.filter(|document| document.problems().is_empty());
        let data = written.and_then(|document| document.root().map(Data::of));
        Some(data.unwrap_or_else(|| text.into()))
    }

    fn settled(&self, clashes: &[Clash], choices: &[Option<Side>]) -> Vec<Op> {
        let path = || self.path.clone();
        let value = match (clashes, choices) {
            ([only], [side]) if self.is_written => {
                taken(*side, only.ours.as_ref(), only.theirs.as_ref())
            }
            _ => Some(self.text(clashes, choices))
                .filter(|text| !text.is_empty())
                .map(Data::Text),
        };
        let Some(value) = value else {
            return vec![Op::Remove { path: path() }];
        };
        // The block was there for the signs: what has one line is written anew, in the dress that fits it.
        let is_line = matches!(&value, Data::Text(text) if !text.contains('\n'));
        let bare = (self.is_whole && is_line).then(|| Op::Set {
            path: path(),
            value: Data::Empty,
        });
        let set = Op::Set {
            path: path(),
            value,
        };
        bare.into_iter().chain([set]).collect()
    }

    fn text(&self, clashes: &[Clash], choices: &[Option<Side>]) -> String {
        let mut places = clashes.iter().zip(choices);
        settled(self.text, |conflict| {
            let whole = || self.text.get(conflict.range.clone()).unwrap_or_default();
            match places.next() {
                Some((_, Some(Side::Theirs))) => conflict.theirs.into(),
                Some((clash, Some(Side::Both))) if clash.takes_both() => {
                    Cow::Owned(format!("{}{}", conflict.ours, conflict.theirs))
                }
                Some((_, Some(_))) => conflict.ours.into(),
                Some((_, None)) | None => whole().into(),
            }
        })
    }
}
