//! The change made on the data: what the file shall say afterwards. Most refusals are decided here.

use std::collections::HashSet;

use crate::yaml::patch::{Data, Op, Refusal};
use crate::yaml::{Path, Step};

/// What a document that says `data` says after the change.
pub(super) fn apply(mut data: Data, op: &Op) -> Result<Data, Refusal> {
    if let Op::Set { value, .. } | Op::InsertKey { value, .. } | Op::InsertItem { value, .. } = op
        && let Some(key) = repeated_key(value)
    {
        return Err(Refusal::DuplicateKey(key.to_owned()));
    }
    match op {
        Op::Set { path, value } => set(&mut data, path, value)?,
        Op::InsertKey {
            path,
            at,
            key,
            value,
        } => insert_key(find(&mut data, path)?, path, *at, key, value)?,
        Op::InsertItem { path, at, value } => {
            let items =
                items(find(&mut data, path)?).ok_or(Refusal::NotACollection(path.clone()))?;
            let at = at.unwrap_or(items.len());
            if at > items.len() {
                return Err(Refusal::NotFound(path.then_index(at)));
            }
            items.insert(at, value.clone());
        }
        Op::Remove { path } => match parent(&mut data, path)? {
            (Data::List(items), index) => drop(items.remove(index)),
            (Data::Map(entries), index) => drop(entries.remove(index)),
            _ => return Err(Refusal::NotFound(path.clone())),
        },
        Op::Rename { path, key } => rename(&mut data, path, key)?,
        Op::Move { path, to } => match parent(&mut data, path)? {
            (Data::List(items), index) => shift(items, index, *to, path)?,
            (Data::Map(entries), index) => shift(entries, index, *to, path)?,
            _ => return Err(Refusal::NotFound(path.clone())),
        },
        Op::Unmark | Op::EndLines => {}
    }
    Ok(data)
}

/// A key that stands twice in one mapping of the data.
fn repeated_key(data: &Data) -> Option<&str> {
    match data {
        Data::List(items) => items.iter().find_map(repeated_key),
        Data::Map(entries) => {
            let mut seen = HashSet::new();
            let repeated = entries.iter().find(|(key, _)| !seen.insert(key));
            let inside = || entries.iter().find_map(|(_, value)| repeated_key(value));
            repeated.map(|(key, _)| key.as_str()).or_else(inside)
        }
        _ => None,
    }
}

fn set(data: &mut Data, path: &Path, value: &Data) -> Result<(), Refusal> {
    if let Ok(place) = find(data, path) {
        *place = value.clone();
        return Ok(());
    }
    let Some((Step::Key(key), above)) = path.0.split_last() else {
        return Err(Refusal::NotFound(path.clone()));
    };
    let above = Path(above.to_vec());
    insert_key(find(data, &above)?, &above, None, key, value)
}

fn insert_key(
    place: &mut Data,
    path: &Path,
    at: Option<usize>,
    key: &str,
    value: &Data,
) -> Result<(), Refusal> {
    let entries = entries(place).ok_or(Refusal::NotACollection(path.clone()))?;
    let at = at.unwrap_or(entries.len());
    if at > entries.len() {
        return Err(Refusal::NotFound(path.then_index(at)));
    }
    if entries.iter().any(|(other, _)| other == key) {
        return Err(Refusal::DuplicateKey(key.to_owned()));
    }
    entries.insert(at, (key.to_owned(), value.clone()));
    Ok(())
}

fn rename(data: &mut Data, path: &Path, key: &str) -> Result<(), Refusal> {
    let (Data::Map(entries), index) = parent(data, path)? else {
        return Err(Refusal::NotACollection(path.clone()));
    };
    if entries
        .iter()
        .enumerate()
        .any(|(place, (other, _))| place != index && other == key)
    {
        return Err(Refusal::DuplicateKey(key.to_owned()));
    }
    if let Some((name, _)) = entries.get_mut(index) {
        key.clone_into(name);
    }
    Ok(())
}

fn shift<T>(elements: &mut Vec<T>, from: usize, to: usize, path: &Path) -> Result<(), Refusal> {
    if to >= elements.len() {
        return Err(Refusal::NotFound(path.clone()));
    }
    let element = elements.remove(from);
    elements.insert(to, element);
    Ok(())
}

/// The items of a list; of nothing, which becomes one.
fn items(data: &mut Data) -> Option<&mut Vec<Data>> {
    if *data == Data::Empty {
        *data = Data::List(Vec::new());
    }
    match data {
        Data::List(items) => Some(items),
        _ => None,
    }
}

/// The entries of a mapping; of nothing, which becomes one.
fn entries(data: &mut Data) -> Option<&mut Vec<(String, Data)>> {
    if *data == Data::Empty {
        *data = Data::Map(Vec::new());
    }
    match data {
        Data::Map(entries) => Some(entries),
        _ => None,
    }
}

/// What stands at a path.
fn find<'d>(data: &'d mut Data, path: &Path) -> Result<&'d mut Data, Refusal> {
    let mut place = data;
    for step in &path.0 {
        let next = match (place, step) {
            (Data::List(items), Step::Index(index)) => items.get_mut(*index),
            (Data::Map(entries), Step::Key(key)) => entries
                .iter_mut()
                .find(|(other, _)| other == key)
                .map(|(_, value)| value),
            _ => None,
        };
        place = next.ok_or_else(|| Refusal::NotFound(path.clone()))?;
    }
    Ok(place)
}

/// The collection in which the last step of a path leads somewhere, and to where.
fn parent<'d>(data: &'d mut Data, path: &Path) -> Result<(&'d mut Data, usize), Refusal> {
    let not_found = || Refusal::NotFound(path.clone());
    let (last, above) = path
        .0
        .split_last()
        .ok_or_else(|| Refusal::NotACollection(path.clone()))?;
    let place = find(data, &Path(above.to_vec())).map_err(|_| not_found())?;
    let index = match (&*place, last) {
        (Data::List(items), Step::Index(index)) => {
            Some(*index).filter(|index| *index < items.len())
        }
        (Data::Map(entries), Step::Key(key)) => entries.iter().position(|(other, _)| other == key),
        _ => None,
    };
    Ok((place, index.ok_or_else(not_found)?))
}
