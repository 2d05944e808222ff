//! A value set, or put in.

use crate::text::{Edit, apply};
use crate::yaml::patch::spot::Spot;
use crate::yaml::patch::write::Writer;
use crate::yaml::patch::{Data, Op, Refusal, block, flow, minimal, op, replace};
use crate::yaml::{Document, Path, Shape, Step, Value, read, source};

/// The edits that give the value at a path another content.
pub(super) fn set(
    document: &Document,
    path: &Path,
    data: &Data,
    writer: &Writer<'_>,
) -> Result<Vec<Edit>, Refusal> {
    match (Spot::find(document, path), path.0.split_last()) {
        (Ok(spot), _) => {
            if writer.is_first_manner()
                && let Some(edits) = meld(document, path, spot.value, data)
            {
                return Ok(edits);
            }
            replace::replace(document, &spot, data, writer)
        }
        (Err(_), Some((Step::Key(key), above))) => insert(
            document,
            &Path(above.to_vec()),
            None,
            Some(key),
            data,
            writer,
        ),
        (Err(_), None) => Ok(vec![only(document, data, writer)]),
        (Err(refusal), _) => Err(refusal),
    }
}

/// The edits that put an element into a collection: an entry if there is a key, an item if not.
pub(super) fn insert(
    document: &Document,
    path: &Path,
    at: Option<usize>,
    key: Option<&String>,
    data: &Data,
    writer: &Writer<'_>,
) -> Result<Vec<Edit>, Refusal> {
    let alone = || match key {
        Some(key) => Data::Map(vec![(key.clone(), data.clone())]),
        None => Data::List(vec![data.clone()]),
    };
    let spot = match Spot::find(document, path) {
        Ok(spot) => spot,
        Err(_) if path.0.is_empty() => return Ok(vec![only(document, &alone(), writer)]),
        Err(refusal) => return Err(refusal),
    };
    if spot.value.shape() == Shape::Empty || is_bare(spot.value) && !spot.is_in_flow() {
        return replace::replace(document, &spot, &alone(), writer);
    }
    let count = spot.value.items().len() + spot.value.entries().len();
    let at = at.unwrap_or(count);
    if spot.value.is_flow() {
        let written = match key {
            Some(key) => writer.flow_entry(key, data),
            None => writer.flow(data),
        };
        return flow::insert(spot.value, at, &written, writer);
    }
    let column = spot.layout()?.column();
    let written = match key {
        Some(key) => writer.entry(key, data, column),
        None => writer.item(data, column),
    };
    block::insert(&spot, at, &written, writer)
}

/// Whether a collection is a pair of brackets with nothing in it, not even a comment.
fn is_bare(value: Value<'_>) -> bool {
    let source = value.span().of(value.document().text());
    let is_empty = value.items().len() + value.entries().len() == 0;
    value.is_flow() && is_empty && !source.contains('#')
}

/// The first value of a file that has none.
fn only(document: &Document, data: &Data, writer: &Writer<'_>) -> Edit {
    let text = document.text();
    let end = text.len();
    let starts_line = source::line_start(text, end) == end;
    let before = if starts_line { "" } else { writer.line_break };
    let after = if starts_line { writer.line_break } else { "" };
    replace::put(end, end, &format!("{before}{}{after}", writer.root(data)))
}

/// The edits that turn one list or mapping into another, element by element, so that what both have in
/// common keeps its bytes; `None` if there is little in common, or a step is refused.
fn meld(document: &Document, path: &Path, old: Value<'_>, data: &Data) -> Option<Vec<Edit>> {
    let steps = match (Data::of(old), data) {
        (Data::List(old), Data::List(new)) if !old.is_empty() && !new.is_empty() => {
            list_steps(path, old, new)
        }
        (Data::Map(old), Data::Map(new)) if !old.is_empty() && !new.is_empty() => {
            map_steps(path, old, new)?
        }
        _ => return None,
    };
    let mut now = document.clone();
    for step in steps {
        let edits = op::patch(&now, &step).ok()?;
        now = read(apply(now.text(), &edits));
    }
    Some(minimal::between(document.text(), now.text()))
}

/// The changes that make one list of another: elements that stay are moved, others put in, set or removed.
fn list_steps(path: &Path, mut old: Vec<Data>, new: &[Data]) -> Vec<Op> {
    let mut steps = Vec::new();
    for (at, wanted) in new.iter().enumerate() {
        let rest = old.get(at..).unwrap_or(&[]);
        if rest.first() == Some(wanted) {
            continue;
        }
        let is_needed_later = |data: &Data| new.get(at..).is_some_and(|new| new.contains(data));
        if let Some(further) = rest.iter().position(|data| data == wanted) {
            let from = at + further;
            if rest.iter().take(further).any(is_needed_later) {
                steps.push(Op::Move {
                    path: path.then_index(from),
                    to: at,
                });
                let moved = old.remove(from);
                old.insert(at, moved);
            } else {
                for place in (at..from).rev() {
                    steps.push(Op::Remove {
                        path: path.then_index(place),
                    });
                    old.remove(place);
                }
            }
        } else if rest.first().is_none_or(is_needed_later) {
            steps.push(Op::InsertItem {
                path: path.clone(),
                at: Some(at),
                value: wanted.clone(),
            });
            old.insert(at, wanted.clone());
        } else {
            steps.push(Op::Set {
                path: path.then_index(at),
                value: wanted.clone(),
            });
            if let Some(place) = old.get_mut(at) {
                place.clone_from(wanted);
            }
        }
    }
    for place in (new.len()..old.len()).rev() {
        steps.push(Op::Remove {
            path: path.then_index(place),
        });
    }
    steps
}

/// The changes that make one mapping of another; `None` if no key stays, or one stands twice.
fn map_steps(path: &Path, old: Vec<(String, Data)>, new: &[(String, Data)]) -> Option<Vec<Op>> {
    let has = |entries: &[(String, Data)], key: &str| entries.iter().any(|(other, _)| other == key);
    let mut keys: Vec<String> = Vec::new();
    let mut steps = Vec::new();
    for (key, value) in old {
        if keys.contains(&key) {
            return None;
        }
        let path = path.then_key(&key);
        match new.iter().find(|(other, _)| *other == key) {
            None => {
                steps.push(Op::Remove { path });
                continue;
            }
            Some((_, wanted)) if *wanted != value => steps.push(Op::Set {
                path,
                value: wanted.clone(),
            }),
            Some(_) => {}
        }
        keys.push(key);
    }
    if keys.is_empty() {
        return None;
    }
    for (at, (key, value)) in new.iter().enumerate() {
        if has(new.get(..at).unwrap_or(&[]), key) {
            return None;
        }
        let Some(from) = keys.iter().position(|other| other == key) else {
            steps.push(Op::InsertKey {
                path: path.clone(),
                at: Some(at),
                key: key.clone(),
                value: value.clone(),
            });
            keys.insert(at.min(keys.len()), key.clone());
            continue;
        };
        if from != at {
            steps.push(Op::Move {
                path: path.then_key(key),
                to: at,
            });
            let moved = keys.remove(from);
            keys.insert(at.min(keys.len()), moved);
        }
    }
    Some(steps)
}
