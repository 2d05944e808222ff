//! Lists joined by what tells their elements apart; where nothing does, by their order.

use std::collections::HashSet;

use crate::catalog::standard::{Form, Schema};
use crate::merge::content::{Joiner, woven};
use crate::merge::sequence::{Chunk, three_way};
use crate::yaml::{Data, Step};

type Lists<'d> = [&'d [Data]; 3];

/// The joined list; `None` if its elements have no identity and the changes touch.
pub(super) fn join_list(
    joiner: &mut Joiner<'_>,
    schema: Option<&Schema>,
    lists: Lists<'_>,
) -> Option<Data> {
    let (items, identity) = match schema.map(|schema| &schema.form) {
        Some(Form::List {
            items, identity, ..
        }) => (Some(&**items), &**identity),
        _ => (None, &[][..]),
    };
    let names = lists.map(|list| names(list, identity));
    if let [Some(base), Some(ours), Some(theirs)] = names {
        let mut names = [base, ours, theirs];
        follow_renamed(&mut names, lists, identity);
        return Some(by_name(joiner, items, (&names, lists)));
    }
    by_order(lists)
}

/// The name of each element; `None` if one has none or two have the same.
fn names(list: &[Data], identity: &[Box<str>]) -> Option<Vec<String>> {
    let names: Option<Vec<String>> = list.iter().map(|item| name(item, identity)).collect();
    let names = names?;
    let mut seen = HashSet::new();
    names.iter().all(|name| seen.insert(name)).then_some(names)
}

fn name(item: &Data, identity: &[Box<str>]) -> Option<String> {
    match item {
        Data::Map(entries) if !identity.is_empty() => {
            let part = |key: &str| {
                let entry = entries.iter().find(|(name, _)| **name == *key);
                entry.map_or(Some(String::new()), |(_, value)| scalar(value))
            };
            let parts: Option<Vec<String>> = identity.iter().map(|key| part(key)).collect();
            Some(parts?.join("\u{1}"))
        }
        Data::Map(_) => None,
        item => scalar(item),
    }
}

fn scalar(data: &Data) -> Option<String> {
    match data {
        Data::Text(text) => Some(text.clone()),
        Data::Int(number) => Some(number.to_string()),
        Data::Bool(truth) => Some(truth.to_string()),
        Data::Empty | Data::List(_) | Data::Map(_) => None,
    }
}

/// An element that one side renamed is the same element still: what it says besides is mostly as it was. It
/// keeps its old name here, so that what the other side did to it finds it.
fn follow_renamed(names: &mut [Vec<String>; 3], lists: Lists<'_>, identity: &[Box<str>]) {
    let base = names[0].clone();
    for side in [1, 2] {
        let other = &names[3 - side];
        let gone = |name: &&String| !names[side].contains(name) && other.contains(name);
        let lost: Vec<usize> = (0..base.len())
            .filter(|at| base.get(*at).is_some_and(|name| gone(&name)))
            .collect();
        let is_new = |name: &&String| !base.contains(name) && !other.contains(name);
        let fresh: Vec<usize> = (0..names[side].len())
            .filter(|at| names[side].get(*at).is_some_and(|name| is_new(&name)))
            .collect();
        let mut taken = HashSet::new();
        for old in lost {
            let was = lists[0].get(old);
            let now = fresh.iter().find(|new| {
                !taken.contains(*new) && is_renamed(was, lists[side].get(**new), identity)
            });
            if let (Some(new), Some(name)) = (now, base.get(old)) {
                taken.insert(*new);
                if let Some(place) = names[side].get_mut(*new) {
                    place.clone_from(name);
                }
            }
        }
    }
}

/// Whether two elements say the same apart from what tells them apart, and say something besides.
fn is_renamed(was: Option<&Data>, now: Option<&Data>, identity: &[Box<str>]) -> bool {
    let (Some(Data::Map(was)), Some(Data::Map(now))) = (was, now) else {
        return false;
    };
    let rest = |entries: &[(String, Data)]| -> Vec<(String, Data)> {
        let is_name = |key: &str| identity.iter().any(|part| **part == *key);
        entries
            .iter()
            .filter(|(key, _)| !is_name(key))
            .cloned()
            .collect()
    };
    let (was, now) = (rest(was), rest(now));
    !was.is_empty() && was == now
}

fn by_name(
    joiner: &mut Joiner<'_>,
    schema: Option<&Schema>,
    (names, lists): (&[Vec<String>; 3], Lists<'_>),
) -> Data {
    let shown = names
        .each_ref()
        .map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
    let mut list = Vec::new();
    for name in woven(&shown) {
        let element = |side: usize| {
            let place = shown[side].iter().position(|known| *known == name)?;
            lists[side].get(place)
        };
        let known = joiner.clashes.len();
        let values = [element(0), element(1), element(2)];
        let value = joiner.below(Step::Index(list.len()), schema, values);
        joiner.settle_place(known, list.len());
        list.extend(value);
    }
    Data::List(list)
}

fn by_order(lists: Lists<'_>) -> Option<Data> {
    let mut known: Vec<&Data> = Vec::new();
    let numbers = lists.map(|list| {
        let mut number = |item| {
            known
                .iter()
                .position(|other| *other == item)
                .unwrap_or_else(|| {
                    known.push(item);
                    known.len() - 1
                })
        };
        list.iter().map(&mut number).collect::<Vec<usize>>()
    });
    let mut list = Vec::new();
    for chunk in three_way(numbers.each_ref().map(Vec::as_slice), &|_| true) {
        let part = match chunk {
            Chunk::Same(range) => lists[0].get(range),
            Chunk::Ours(range) => lists[1].get(range),
            Chunk::Theirs(range) => lists[2].get(range),
            Chunk::Clash(_) => return None,
        };
        list.extend_from_slice(part.unwrap_or_default());
    }
    Some(Data::List(list))
}
