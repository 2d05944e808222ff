//! Which matters an edit touches, and how a list of all matters follows it.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, FileKind, MatterId};

/// 受影响的: what an edit does to a list of all matters by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// Places that go, in the list before; the last first.
    pub removed: Vec<usize>,
    /// Those that come; the first first.
    pub added: Vec<MatterId>,
    /// Those that are to be read anew, in the list after.
    pub changed: Vec<MatterId>,
}

/// Which matters a change of some files touches: their own, and those that may inherit from them, which are
/// those of the same base code. `None` if a register changed: then it may be any.
pub fn affected(before: &Catalog, after: &Catalog, paths: &[Box<str>]) -> Option<Affected> {
    let mut affected = Affected::default();
    let mut changed = BTreeSet::new();
    let paths: BTreeSet<&str> = paths.iter().map(|path| &**path).collect();
    for path in paths {
        match FileKind::of(path) {
            FileKind::Base | FileKind::Local => {}
            FileKind::Manifest | FileKind::Divisions | FileKind::Bodies => return None,
            _ => continue,
        }
        let (old, new) = (before.matter_at(path), after.matter_at(path));
        match (old, new) {
            (Some(old), None) => affected.removed.push(old.number()),
            (None, Some(new)) => affected.added.push(new),
            _ => changed.extend(new),
        }
        for (catalog, id) in [(before, old), (after, new)] {
            let code = id.and_then(|id| catalog.matter(id).base_code());
            changed.extend(
                code.into_iter()
                    .flat_map(|code| after.locals_of(code.value)),
            );
        }
    }
    affected
        .removed
        .sort_unstable_by(|left, right| right.cmp(left));
    affected.added.sort_unstable();
    let is_added = |id: &MatterId| affected.added.binary_search(id).is_ok();
    affected.changed = changed.into_iter().filter(|id| !is_added(id)).collect();
    Some(affected)
}

impl Affected {
    /// Whether matters come or go.
    pub fn is_shift(&self) -> bool {
        !self.removed.is_empty() || !self.added.is_empty()
    }

    /// Brings a list of all matters up to date; what was there and stays is not made anew.
    pub fn follow<T>(&self, rows: &mut Vec<T>, mut make: impl FnMut(MatterId) -> T) {
        if self.is_shift() {
            let before = std::mem::take(rows);
            rows.reserve(before.len() + self.added.len());
            let mut removed = self.removed.iter().rev().peekable();
            let mut added = self.added.iter().peekable();
            for (place, row) in before.into_iter().enumerate() {
                while let Some(id) = added.next_if(|id| id.number() == rows.len()) {
                    rows.push(make(*id));
                }
                if removed.next_if(|gone| **gone == place).is_none() {
                    rows.push(row);
                }
            }
            rows.extend(added.map(|id| make(*id)));
        }
        for id in &self.changed {
            if let Some(row) = rows.get_mut(id.number()) {
                *row = make(*id);
            }
        }
    }
}
