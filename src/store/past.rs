//! What became of one file: back along its history commit by commit, past renames, without a checkout. Only
//! trees on the way to the file are opened, and of those only the ones that changed.

use std::collections::{BinaryHeap, HashSet};

use git2::{Commit, Delta, DiffOptions, ErrorCode, Oid};

use crate::store::{Git, Revision, StoreError};

/// 沿革一步: one commit that changed the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// The commit.
    pub revision: Revision,
    /// Where the file lay after it, below the catalog folder.
    pub path: String,
    /// Where it lay before, if elsewhere.
    pub was: Option<String>,
    /// The bytes before; `None` if it was new.
    pub before: Option<Vec<u8>>,
    /// The bytes after; `None` if it was taken away.
    pub after: Option<Vec<u8>>,
}

/// 沿革进度: how far back someone has looked; plain data, so that looking can go on later.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    ahead: BinaryHeap<Stop>,
    seen: HashSet<Oid>,
    /// How many commits have been looked at.
    pub looked_at: usize,
    /// Whether it ended where a shallow clone has no more.
    pub is_cut_off: bool,
}

/// A commit to look at; the newest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stop {
    seconds: i64,
    /// Of two of the same second the one found first, which is the child.
    order: std::cmp::Reverse<usize>,
    id: Oid,
    path: String,
    /// The ids of the folders on the way to the file, and of the file; empty where it is not.
    way: Vec<Oid>,
}

/// Tells which of the files that a commit took away, with their bytes, is the one it added.
pub(crate) type Known<'k> = &'k dyn Fn(&[u8], &[(String, Vec<u8>)]) -> Option<usize>;

/// Of the files that a commit took away so many are looked at.
const MOST_GONE: usize = 300;

impl Walk {
    /// Whether there is nothing more to look at.
    pub fn is_over(&self) -> bool {
        self.ahead.is_empty()
    }
}

impl Git {
    /// The beginning of a look back at a file of the catalog, from the last commit.
    pub fn walk(&self, path: &str) -> Result<Walk, StoreError> {
        let mut walk = Walk::default();
        if let Some(commit) = self.last_commit()? {
            let whole = format!("{}catalog/{path}", self.prefix);
            let way = self.way(&commit, &whole, &[])?;
            walk.push(&commit, whole, way);
        }
        Ok(walk)
    }

    /// Looks back over at most so many commits; the ones among them that changed the file.
    pub fn walk_on(
        &self,
        walk: &mut Walk,
        most: usize,
        known: Known<'_>,
    ) -> Result<Vec<Past>, StoreError> {
        let mut found = Vec::new();
        for _ in 0..most {
            let Some(stop) = walk.ahead.pop() else {
                break;
            };
            walk.looked_at += 1;
            found.extend(self.look_at(walk, &stop, known)?);
        }
        Ok(found)
    }

    fn look_at(
        &self,
        walk: &mut Walk,
        stop: &Stop,
        known: Known<'_>,
    ) -> Result<Option<Past>, StoreError> {
        let commit = self.repository.find_commit(stop.id)?;
        let mut parents = Vec::new();
        for parent in commit.parent_ids() {
            match self.repository.find_commit(parent) {
                Ok(parent) => {
                    let way = self.way(&parent, &stop.path, &stop.way)?;
                    parents.push((parent, way));
                }
                Err(error) if error.code() == ErrorCode::NotFound => walk.is_cut_off = true,
                Err(error) => return Err(error.into()),
            }
        }
        // A merge that took the file over from one side did not change it; the other side is of no account.
        if let Some((parent, way)) = parents
            .iter()
            .find(|(_, way)| way.last() == stop.way.last())
        {
            walk.push(parent, stop.path.clone(), way.clone());
            return Ok(None);
        }
        if parents.is_empty() {
            walk.is_cut_off |= self.is_cut_at(stop.id);
            return Ok(self.past(&commit, stop, None));
        }
        for (parent, way) in parents.iter().filter(|(_, way)| !way.is_empty()) {
            walk.push(parent, stop.path.clone(), way.clone());
        }
        let before = parents.iter().find(|(_, way)| !way.is_empty());
        if let Some((_, way)) = before {
            return Ok(self.past(&commit, stop, way.last().map(|id| (None, *id))));
        }
        let Some((parent, _)) = parents.first() else {
            return Ok(None);
        };
        match self.renamed(&commit, parent, stop, known)? {
            Some((path, id)) => {
                let way = self.way(parent, &path, &[])?;
                walk.push(parent, path.clone(), way);
                Ok(self.past(&commit, stop, Some((Some(path), id))))
            }
            None => Ok(self.past(&commit, stop, None)),
        }
    }

    fn past(
        &self,
        commit: &Commit<'_>,
        stop: &Stop,
        before: Option<(Option<String>, Oid)>,
    ) -> Option<Past> {
        let below = |path: &str| {
            let path = path.strip_prefix(&self.prefix)?.strip_prefix("catalog/")?;
            Some(path.to_owned())
        };
        let (was, id) = before.unzip();
        if stop.way.is_empty() && id.is_none() {
            return None;
        }
        Some(Past {
            revision: self.describe(commit),
            path: below(&stop.path)?,
            was: was.flatten().and_then(|path| below(&path)),
            before: id.and_then(|id| self.bytes(id)),
            after: stop.way.last().and_then(|id| self.bytes(*id)),
        })
    }

    fn bytes(&self, id: Oid) -> Option<Vec<u8>> {
        let blob = self.repository.find_blob(id).ok()?;
        Some(blob.content().to_owned())
    }

    /// The ids on the way to a file in a commit; where one is as on a way known already, the rest is too.
    fn way(&self, commit: &Commit<'_>, path: &str, known: &[Oid]) -> Result<Vec<Oid>, StoreError> {
        let mut way = vec![commit.tree_id()];
        for (level, name) in path.split('/').enumerate() {
            let Some(id) = way.last().copied() else { break };
            if known.get(level) == Some(&id) {
                way.extend(known.iter().skip(level + 1));
                break;
            }
            let tree = match self.repository.find_tree(id) {
                Ok(tree) => tree,
                Err(_) if level > 0 => return Ok(Vec::new()),
                Err(error) => return Err(error.into()),
            };
            match tree.get_name(name) {
                Some(entry) => way.push(entry.id()),
                None => return Ok(Vec::new()),
            }
        }
        Ok(way)
    }

    /// The file that was taken away in the commit that added this one, and is the same matter.
    fn renamed(
        &self,
        commit: &Commit<'_>,
        parent: &Commit<'_>,
        stop: &Stop,
        known: Known<'_>,
    ) -> Result<Option<(String, Oid)>, StoreError> {
        let Some(now) = stop.way.last().and_then(|id| self.bytes(*id)) else {
            return Ok(None);
        };
        let mut options = DiffOptions::new();
        options.pathspec(format!("{}catalog", self.prefix));
        let (old, new) = (parent.tree()?, commit.tree()?);
        let diff = self
            .repository
            .diff_tree_to_tree(Some(&old), Some(&new), Some(&mut options))?;
        let gone = diff
            .deltas()
            .filter(|delta| delta.status() == Delta::Deleted);
        let mut gone: Vec<(String, Oid)> = gone
            .filter_map(|delta| {
                let path = delta.old_file().path()?.to_str()?.to_owned();
                Some((path, delta.old_file().id()))
            })
            .collect();
        let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        gone.sort_by_key(|(path, _)| folder(path) != folder(&stop.path));
        gone.truncate(MOST_GONE);
        let texts = gone.iter().map(|(path, id)| {
            let bytes = self.bytes(*id).unwrap_or_default();
            (path.clone(), bytes)
        });
        let texts: Vec<(String, Vec<u8>)> = texts.collect();
        Ok(known(&now, &texts).and_then(|place| gone.get(place).cloned()))
    }

    /// Whether a shallow clone ends at a commit.
    fn is_cut_at(&self, id: Oid) -> bool {
        let list = self.repository.commondir().join("shallow");
        std::fs::read_to_string(list).is_ok_and(|list| list.contains(&id.to_string()))
    }
}

impl Walk {
    fn push(&mut self, commit: &Commit<'_>, path: String, way: Vec<Oid>) {
        if self.seen.insert(commit.id()) {
            self.ahead.push(Stop {
                seconds: commit.time().seconds(),
                order: std::cmp::Reverse(self.seen.len()),
                id: commit.id(),
                path,
                way,
            });
        }
    }
}
