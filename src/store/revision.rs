//! A catalog as a commit has it, read without a checkout.

use std::collections::HashMap;
use std::path::Path;

use git2::{ObjectType, Oid, Repository, TreeWalkMode, TreeWalkResult};
use jiff::Timestamp;
use rayon::prelude::*;

use crate::store::files::{is_hidden, is_yaml};
use crate::store::git::on_this_thread;
use crate::store::{Blob, Content, Git, RawFile, Stamp, StoreError};

/// 版本: one commit of a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its full id.
    pub id: String,
    /// When it was made, in seconds since 1970.
    pub seconds: i64,
    /// Who made it.
    pub author: String,
    /// First line of its message.
    pub subject: String,
    /// The ids of what it has in `catalog/` and `schemas/`: two commits with the same ones hold the same
    /// catalog.
    pub content: String,
}

impl Revision {
    /// The first eight characters of its id.
    pub fn short(&self) -> &str {
        self.id.get(..8).unwrap_or(&self.id)
    }

    /// The day it was made, as `2026-03-01`, in universal time.
    pub fn day(&self) -> String {
        let time = Timestamp::from_second(self.seconds).unwrap_or_default();
        time.strftime("%Y-%m-%d").to_string()
    }
}

impl Git {
    /// The commit that a name stands for: a branch, a tag, an id, `HEAD~3`.
    pub fn revision(&self, name: &str) -> Result<Revision, StoreError> {
        let none = || {
            if self.repository.is_shallow() {
                return StoreError::CutOff(name.to_owned());
            }
            StoreError::NoRevision(name.to_owned())
        };
        let object = self.repository.revparse_single(name).map_err(|_| none())?;
        let commit = object.peel_to_commit().map_err(|_| none())?;
        Ok(self.describe(&commit))
    }

    /// The commits from one back to the first, newest first, along first parents; only those that changed
    /// something below the catalog's root, and at most so many.
    pub fn history(&self, from: &str, most: usize) -> Result<Vec<Revision>, StoreError> {
        let from = self.revision(from)?;
        let mut walk = self.repository.revwalk()?;
        walk.push(Oid::from_str(&from.id)?)?;
        walk.simplify_first_parent()?;
        let mut history: Vec<Revision> = Vec::new();
        for id in walk {
            let revision = self.describe(&self.repository.find_commit(id?)?);
            let last = history.last_mut();
            if let Some(last) = last.filter(|last| last.content == revision.content) {
                // The older of two with the same content is the one that made it.
                *last = revision;
            } else if history.len() > most {
                // One more than asked for: the last that counts is known to have made its content.
                break;
            } else {
                history.push(revision);
            }
        }
        history.truncate(most);
        Ok(history)
    }

    /// The files below the catalog folder that a commit changed beside its first parent, by their paths there.
    pub fn changed_by(&self, revision: &Revision) -> Result<Vec<String>, StoreError> {
        let commit = self.repository.find_commit(Oid::from_str(&revision.id)?)?;
        let before = commit
            .parents()
            .next()
            .and_then(|parent| parent.tree().ok());
        let folder = format!("{}catalog/", self.prefix);
        let mut options = git2::DiffOptions::new();
        options.pathspec(&folder).skip_binary_check(true);
        let diff = self.repository.diff_tree_to_tree(
            before.as_ref(),
            Some(&commit.tree()?),
            Some(&mut options),
        )?;
        let paths = diff.deltas().filter_map(|delta| {
            let file = delta
                .new_file()
                .path()
                .or_else(|| delta.old_file().path())?;
            let path = file.to_str()?.strip_prefix(&folder)?;
            Some(path.to_owned())
        });
        Ok(paths.collect())
    }

    /// Every `*.yaml` of the catalog in a commit, in parallel, each handed to `take`. A file of more than
    /// `limit` bytes is not read.
    pub fn read_files<T: Send>(
        &self,
        revision: &Revision,
        limit: u64,
        take: &(impl Fn(RawFile) -> T + Sync),
    ) -> Result<Vec<T>, StoreError> {
        self.read_files_where(revision, limit, &|_| true, take)
    }

    /// The same, of those files and folders right below `catalog/` whose names are wanted.
    pub fn read_files_where<T: Send>(
        &self,
        revision: &Revision,
        limit: u64,
        is_wanted: &dyn Fn(&str) -> bool,
        take: &(impl Fn(RawFile) -> T + Sync),
    ) -> Result<Vec<T>, StoreError> {
        let files = self.list(revision, "catalog", is_wanted)?;
        let door = self.door();
        let files: Vec<(String, Oid)> = files
            .into_iter()
            .filter(|(path, _)| is_yaml(path) && !path.split('/').any(is_hidden))
            .collect();
        files
            .par_iter()
            .map(|(path, id)| {
                on_this_thread(&door, |repository| {
                    let content = content(repository, *id, limit)?;
                    let path = path.clone();
                    let stamp = Stamp::default();
                    Ok(take(RawFile {
                        path,
                        content,
                        stamp,
                        blob: Some(Blob::in_git(*id)),
                    }))
                })
            })
            .collect()
    }

    /// The catalog's own standard in a commit: each file of `schemas/` by name; empty without one.
    pub fn read_schemas(&self, revision: &Revision) -> Result<HashMap<String, String>, StoreError> {
        let files = self.list(revision, "schemas", &|_| true)?.into_iter();
        let own = files.filter(|(path, _)| !path.contains('/'));
        own.map(|(path, id)| {
            let blob = self.repository.find_blob(id)?;
            Ok((path, String::from_utf8_lossy(blob.content()).into_owned()))
        })
        .collect()
    }

    /// The text of a file of the catalog in a commit; `None` if it is not there.
    pub fn read_file(&self, revision: &Revision, path: &str) -> Option<Vec<u8>> {
        let commit = self
            .repository
            .find_commit(Oid::from_str(&revision.id).ok()?)
            .ok()?;
        let path = format!("{}catalog/{path}", self.prefix);
        let entry = commit.tree().ok()?.get_path(Path::new(&path)).ok()?;
        let blob = self.repository.find_blob(entry.id()).ok()?;
        Some(blob.content().to_owned())
    }

    /// The files of the catalog in a commit that are called so, by their paths below it.
    pub fn files_named(&self, revision: &Revision, name: &str) -> Result<Vec<String>, StoreError> {
        let is_named = |path: &str| path.rsplit('/').next() == Some(name);
        let files = self.list(revision, "catalog", &|_| true)?.into_iter();
        Ok(files
            .map(|(path, _)| path)
            .filter(|path| is_named(path))
            .collect())
    }

    pub(super) fn describe(&self, commit: &git2::Commit<'_>) -> Revision {
        let tree = commit.tree().ok();
        let id = |folder: &str| {
            let path = format!("{}{folder}", self.prefix);
            let entry = tree.as_ref()?.get_path(Path::new(&path)).ok()?;
            Some(entry.id().to_string())
        };
        let content = ["catalog", "schemas"].map(|folder| id(folder).unwrap_or_default());
        Revision {
            id: commit.id().to_string(),
            seconds: commit.time().seconds(),
            author: String::from_utf8_lossy(commit.author().name_bytes()).into_owned(),
            subject: String::from_utf8_lossy(commit.summary_bytes().unwrap_or_default())
                .into_owned(),
            content: content.concat(),
        }
    }

    /// The files below a folder of the root in a commit, by their paths there.
    fn list(
        &self,
        revision: &Revision,
        folder: &str,
        is_wanted: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<(String, Oid)>, StoreError> {
        let commit = self.repository.find_commit(Oid::from_str(&revision.id)?)?;
        let path = format!("{}{folder}", self.prefix);
        let Ok(entry) = commit.tree()?.get_path(Path::new(&path)) else {
            return Ok(Vec::new());
        };
        let Ok(tree) = self.repository.find_tree(entry.id()) else {
            return Ok(Vec::new());
        };
        let mut files = Vec::new();
        tree.walk(TreeWalkMode::PreOrder, |above, entry| {
            let name = String::from_utf8_lossy(entry.name_bytes());
            if above.is_empty() && !is_wanted(&name) {
                return TreeWalkResult::Skip;
            }
            // A link (0o120000) is not followed.
            let is_file = entry.kind() == Some(ObjectType::Blob) && entry.filemode() != 0o120_000;
            if is_file {
                files.push((format!("{above}{name}"), entry.id()));
            }
            TreeWalkResult::Ok
        })?;
        Ok(files)
    }
}

pub(super) fn content(repository: &Repository, id: Oid, limit: u64) -> Result<Content, StoreError> {
    let (size, _) = repository.odb()?.read_header(id)?;
    if size as u64 > limit {
        return Ok(Content::TooLarge(size as u64));
    }
    Ok(Content::Bytes(
        repository.find_blob(id)?.content().to_owned(),
    ))
}
