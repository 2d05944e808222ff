//! Lists compared by what tells their elements apart, never by place.

use crate::levels::normal;
use crate::yaml::Value;

/// Each element of a list, as the texts that tell it apart; one without them is left out.
pub(super) fn elements<'d>(list: Value<'d>, identity: &[Box<str>]) -> Vec<Vec<&'d str>> {
    let element = |item: Value<'d>| match identity {
        [] => Some(vec![item.text()?]),
        keys => keys.iter().map(|key| item.get(key)?.text()).collect(),
    };
    list.items().filter_map(element).collect()
}

/// The elements of one list that the other does not have.
pub(super) fn only_in<'d>(list: &[Vec<&'d str>], other: &[Vec<&'d str>]) -> Vec<Vec<&'d str>> {
    let key = |parts: &[&str]| parts.iter().map(|part| normal(part)).collect::<Vec<_>>();
    let known: Vec<_> = other.iter().map(|parts| key(parts)).collect();
    let only = list.iter().filter(|parts| !known.contains(&key(parts)));
    only.cloned().collect()
}
