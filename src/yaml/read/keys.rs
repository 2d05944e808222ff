//! Keys that stand twice in one mapping.

use std::collections::HashSet;

use crate::yaml::document::{Content, Node};
use crate::yaml::read::tree::Tree;
use crate::yaml::{Problem, ProblemKind};

/// Up to so many keys, comparing each with those before it is fastest.
const FEW: usize = 32;

/// Reports each key of the mapping `id` that stood there before. Anything but a mapping has no keys.
pub(super) fn report_repeated(text: &str, tree: &Tree, id: usize, problems: &mut Vec<Problem>) {
    let Some(Content::Mapping { children, .. }) = tree.nodes.get(id).map(|node| node.content)
    else {
        return;
    };
    if children < 4 {
        return;
    }
    let keys = keys(&tree.nodes, id + 1, children / 2)
        .filter_map(|node| Some((node, key(text, &tree.copies, node)?)));
    let (mut few, mut count) = ([""; FEW], 0);
    let mut many = HashSet::new();
    for (node, key) in keys {
        let is_among_few = few.iter().take(count).any(|known| *known == key);
        let is_repeated = if let Some(free) = few.get_mut(count) {
            *free = key;
            count += 1;
            is_among_few
        } else {
            is_among_few || !many.insert(key)
        };
        if is_repeated {
            problems.push(Problem::new(ProblemKind::DuplicateKey, node.span, key));
        }
    }
}

fn keys(nodes: &[Node], first: usize, count: u32) -> impl Iterator<Item = &Node> {
    let mut next = first;
    (0..count).map_while(move |_| {
        let key = nodes.get(next)?;
        let value = nodes.get(key.after as usize)?;
        next = value.after as usize;
        Some(key)
    })
}

/// The text of a key that is a scalar.
fn key<'t>(text: &'t str, copies: &'t [String], node: &Node) -> Option<&'t str> {
    match node.content {
        Content::Source(_, span) | Content::Nothing(span) => Some(span.of(text)),
        Content::Copy(_, copy) => copies.get(copy as usize).map(String::as_str),
        _ => None,
    }
}
