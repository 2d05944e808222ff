//! Keys that stand twice in one mapping.

use std::collections::HashSet;

use crate::yaml::document::{Content, Node};
use crate::yaml::read::tree::Tree;
use crate::yaml::{Problem, ProblemKind};

/// Up to so many keys, comparing each with those before it is fastest.
const FEW: usize = 24;

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
    let mut few: Vec<&str> = Vec::with_capacity(FEW);
    let mut many = HashSet::new();
    for (node, key) in keys {
        let is_repeated = if few.len() < FEW {
            let is_repeated = few.contains(&key);
            few.push(key);
            is_repeated
        } else {
            few.contains(&key) || !many.insert(key)
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
