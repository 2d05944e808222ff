//! Two trees of git side by side; what is the same in both is not opened.

use std::cmp::Ordering;

use git2::{ObjectType, Oid, Repository, Tree, TreeEntry};

use crate::store::StoreError;

/// 树间差异: a file that differs between two trees, by its path in bytes.
pub(super) struct Apart {
    pub(super) path: Vec<u8>,
    pub(super) before: Option<Side>,
    pub(super) after: Option<Side>,
}

/// What a tree has at a path.
#[derive(Clone, Copy)]
pub(super) struct Side {
    pub(super) id: Oid,
    pub(super) mode: i32,
}

/// Everything that is no folder and differs between two trees, one of which may be nothing.
pub(super) fn apart(
    repository: &Repository,
    sides: (Option<&Tree<'_>>, Option<&Tree<'_>>),
    above: &[u8],
    found: &mut Vec<Apart>,
) -> Result<(), StoreError> {
    let (old, new) = sides;
    if old.map(Tree::id) == new.map(Tree::id) {
        return Ok(());
    }
    let mut before = old.into_iter().flat_map(Tree::iter).peekable();
    let mut after = new.into_iter().flat_map(Tree::iter).peekable();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => name(one).cmp(&name(other)),
        };
        let one = if order.is_le() { before.next() } else { None };
        let other = if order.is_ge() { after.next() } else { None };
        entry(repository, (one, other), above, found)?;
    }
}

/// Git sorts folders as if a slash stood at the end of their names.
fn name(entry: &TreeEntry<'_>) -> Vec<u8> {
    let slash: &[u8] = if is_folder(entry) { b"/" } else { b"" };
    [entry.name_bytes(), slash].concat()
}

fn is_folder(entry: &TreeEntry<'_>) -> bool {
    entry.kind() == Some(ObjectType::Tree)
}

fn entry(
    repository: &Repository,
    (one, other): (Option<TreeEntry<'_>>, Option<TreeEntry<'_>>),
    above: &[u8],
    found: &mut Vec<Apart>,
) -> Result<(), StoreError> {
    let side = |entry: &Option<TreeEntry<'_>>| {
        let entry = entry.as_ref()?;
        Some(Side {
            id: entry.id(),
            mode: entry.filemode(),
        })
    };
    let (before, after) = (side(&one), side(&other));
    let same = |one: Side, other: Side| one.id == other.id && one.mode == other.mode;
    let Some(either) = one.as_ref().or(other.as_ref()) else {
        return Ok(());
    };
    if before
        .zip(after)
        .is_some_and(|(one, other)| same(one, other))
    {
        return Ok(());
    }
    let mut path = [above, either.name_bytes()].concat();
    if !is_folder(either) {
        found.push(Apart {
            path,
            before,
            after,
        });
        return Ok(());
    }
    path.push(b'/');
    let tree = |side: Option<Side>| side.map(|side| repository.find_tree(side.id)).transpose();
    let (old, new) = (tree(before)?, tree(after)?);
    apart(repository, (old.as_ref(), new.as_ref()), &path, found)
}
