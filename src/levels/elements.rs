//! Lists compared by what tells their elements apart, never by place.

use crate::levels::normal;
use crate::yaml::Value;

/// 元素: one element of a list, with the texts that tell it apart.
#[derive(Clone, Debug)]
pub struct Element<'d> {
    /// The element.
    pub value: Value<'d>,
    /// What tells it apart, as written.
    pub identity: Vec<&'d str>,
}

/// Each element of a list; one without what would tell it apart is left out.
pub(super) fn elements<'d>(list: Value<'d>, identity: &[Box<str>]) -> Vec<Element<'d>> {
    let element = |value: Value<'d>| {
        let identity: Option<Vec<&str>> = match identity {
            [] => Some(vec![value.text()?]),
            keys => keys.iter().map(|key| value.get(key)?.text()).collect(),
        };
        Some(Element {
            value,
            identity: identity?,
        })
    };
    list.items().filter_map(element).collect()
}

/// The elements of one list that the other does not have, however they are written there.
pub(super) fn only_in<'d>(list: &[Element<'d>], other: &[Element<'_>]) -> Vec<Element<'d>> {
    let is_known = |element: &Element<'_>| {
        other.iter().any(|known| known.identity == element.identity)
            || other
                .iter()
                .any(|known| is_same(&known.identity, &element.identity))
    };
    list.iter()
        .filter(|element| !is_known(element))
        .cloned()
        .collect()
}

fn is_same(left: &[&str], right: &[&str]) -> bool {
    let same = |(left, right): (&&str, &&str)| normal(left) == normal(right);
    left.len() == right.len() && left.iter().zip(right).all(same)
}
