//! Elements of a list that stand twice, by what tells them apart.

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::HashMap;
use foldhash::fast::RandomState;

use crate::yaml::Value;

/// Up to this many elements are compared with each other; more are indexed.
const FEW: usize = 32;

/// Hands on each element that is the same as an earlier one: its place, itself, and the earlier place.
/// Elements are the same if their identity keys are; without any, if their texts are.
pub(super) fn repeated<'d>(
    list: Value<'d>,
    identity: &[Box<str>],
    say: &mut dyn FnMut(usize, Value<'d>, usize),
) {
    if list.items().len() > FEW {
        return repeated_in_many(list, identity, say);
    }
    // The first of what tells elements apart mostly does so alone.
    let mut leads = [""; FEW];
    for (index, item) in list.items().enumerate() {
        let Some(lead) = lead(item, identity) else {
            continue;
        };
        let is_twin = |(place, other): (usize, &&str)| {
            let earlier = || list.item(place);
            **other == *lead && earlier().is_some_and(|earlier| is_same(earlier, item, identity))
        };
        if let Some(first) = leads.iter().take(index).enumerate().position(is_twin) {
            say(index, item, first);
        }
        if let Some(place) = leads.get_mut(index) {
            *place = lead;
        }
    }
}

fn repeated_in_many<'d>(
    list: Value<'d>,
    identity: &[Box<str>],
    say: &mut dyn FnMut(usize, Value<'d>, usize),
) {
    let random = RandomState::default();
    let mut places: HashMap<u64, usize> = HashMap::default();
    for (index, item) in list.items().enumerate() {
        let Some(number) = number(item, identity, &random) else {
            continue;
        };
        let first = *places.entry(number).or_insert(index);
        let is_twin = |earlier| is_same(earlier, item, identity);
        if first != index && list.item(first).is_some_and(is_twin) {
            say(index, item, first);
        }
    }
}

fn lead<'d>(item: Value<'d>, identity: &[Box<str>]) -> Option<&'d str> {
    match identity {
        [] => item.text(),
        [first, ..] => text(item, first),
    }
}

fn is_same(left: Value<'_>, right: Value<'_>, identity: &[Box<str>]) -> bool {
    let same = |left: Option<&str>, right: Option<&str>| left.is_some() && left == right;
    match identity {
        [] => same(left.text(), right.text()),
        keys => keys
            .iter()
            .all(|key| same(text(left, key), text(right, key))),
    }
}

/// A number for what tells an element apart.
fn number(item: Value<'_>, identity: &[Box<str>], random: &RandomState) -> Option<u64> {
    let mut hasher = random.build_hasher();
    match identity {
        [] => item.text()?.hash(&mut hasher),
        keys => {
            for key in keys {
                text(item, key)?.hash(&mut hasher);
            }
        }
    }
    Some(hasher.finish())
}

fn text<'d>(item: Value<'d>, key: &str) -> Option<&'d str> {
    item.get(key).and_then(|value| value.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::read;

    #[test]
    fn few_and_many_are_judged_alike() {
        let identity: [Box<str>; 1] = ["a".into()];
        for count in [FEW, FEW + 1] {
            let items: Vec<String> = (0..count)
                .map(|number| format!("- a: x{}", number % (count - 1)))
                .collect();
            let document = read(items.join("\n"));
            let mut found = Vec::new();
            repeated(
                document.root().unwrap(),
                &identity,
                &mut |index, _, first| {
                    found.push((index, first));
                },
            );
            assert_eq!(found, [(count - 1, 0)]);
        }
    }
}
