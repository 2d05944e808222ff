//! Two trees of git side by side, or a tree and what is staged; what is the same in both is not opened.

use std::cmp::Ordering;

use git2::{ObjectType, Oid, Repository, Tree, TreeEntry};

use crate::store::StoreError;
use crate::store::index_file::{Entry, Folder, IndexFile, Standing};

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

/// 暂存的文件夹: the part of the index below a folder.
pub(super) struct Staged<'i> {
    pub(super) index: &'i IndexFile,
    /// Ends in `/`.
    pub(super) path: Vec<u8>,
    pub(super) entries: &'i [Entry],
    pub(super) noted: Option<&'i Folder>,
}

/// A file or a folder right below a folder of the index.
struct Child<'i> {
    /// Its name; that of a folder ends in `/`.
    name: &'i [u8],
    entries: &'i [Entry],
}

impl<'i> Staged<'i> {
    /// What lies right below, in the order in which git has it in a tree.
    fn children(&self) -> Vec<Child<'i>> {
        let mut children = Vec::new();
        let mut rest = self.entries;
        while let Some(first) = rest.first() {
            let whole = self.index.path(first);
            let name = whole.get(self.path.len()..).unwrap_or_default();
            let length = name.iter().position(|byte| *byte == b'/');
            let count = match length {
                Some(length) => {
                    let folder = whole.get(..=self.path.len() + length).unwrap_or_default();
                    rest.partition_point(|entry| self.index.path(entry).starts_with(folder))
                }
                None => 1,
            };
            let (entries, after) = rest.split_at(count.clamp(1, rest.len()));
            rest = after;
            if first.standing != Standing::Intended || length.is_some() {
                let name = length.map_or(name, |length| name.get(..=length).unwrap_or_default());
                children.push(Child { name, entries });
            }
        }
        children
    }

    fn folder(&self, child: &Child<'i>) -> Staged<'i> {
        let name = child.name.strip_suffix(b"/").unwrap_or(child.name);
        Staged {
            index: self.index,
            path: [&*self.path, child.name].concat(),
            entries: child.entries,
            noted: self.noted.and_then(|noted| noted.folder(name)),
        }
    }
}

/// Every file that differs between a tree and what is staged below a folder.
pub(super) fn apart_from_staged(
    repository: &Repository,
    old: Option<&Tree<'_>>,
    staged: &Staged<'_>,
    found: &mut Vec<Apart>,
) -> Result<(), StoreError> {
    let noted = staged.noted.and_then(|folder| folder.tree);
    if noted.is_some() && noted == old.map(Tree::id) {
        return Ok(());
    }
    let mut before = old.into_iter().flat_map(Tree::iter).peekable();
    let mut after = staged.children().into_iter().peekable();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => name(one).as_slice().cmp(other.name),
        };
        let one = if order.is_le() { before.next() } else { None };
        let other = if order.is_ge() { after.next() } else { None };
        match other {
            Some(child) if child.name.ends_with(b"/") => {
                let tree = one.map(|one| repository.find_tree(one.id())).transpose()?;
                apart_from_staged(repository, tree.as_ref(), &staged.folder(&child), found)?;
            }
            None => entry(repository, (one, None), &staged.path, found)?,
            Some(child) => file(one.as_ref(), &child, &staged.path, found),
        }
    }
}

/// A staged file beside what a tree has under its name.
fn file(one: Option<&TreeEntry<'_>>, child: &Child<'_>, above: &[u8], found: &mut Vec<Apart>) {
    let before = one.map(|one| Side {
        id: one.id(),
        mode: one.filemode(),
    });
    let after = child.entries.first().map(|entry| Side {
        id: entry.id,
        mode: i32::try_from(entry.mode).unwrap_or_default(),
    });
    let is_same = before.zip(after);
    if is_same.is_none_or(|(one, other)| one.id != other.id || one.mode != other.mode) {
        found.push(Apart {
            path: [above, child.name].concat(),
            before,
            after,
        });
    }
}
