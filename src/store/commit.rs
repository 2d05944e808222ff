//! Commits, and the last commit made anew. What else is staged outside the catalog stays staged.

use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{Commit, ErrorCode, FileMode, Index, Oid, RepositoryState, Signature};

use crate::store::{Changed, Git, Revision, StoreError};

impl Git {
    /// Commits these files as they lie on disk, and nothing else; what else is staged stays staged.
    /// Returns the short id of the commit.
    pub fn commit(&self, changed: &[Changed], message: &str) -> Result<String, StoreError> {
        if changed.is_empty() {
            return Err(StoreError::NothingToCommit);
        }
        self.refuse_underway()?;
        let author = self.author()?;
        let parent = self.last_commit()?;
        let tree = self.tree_on_disk(changed, parent.as_ref())?;
        self.commit_tree(tree, parent.as_ref(), (&author, message))
    }

    /// Commits what is staged of the catalog and its standard. Returns the short id of the commit.
    pub fn commit_staged(&self, message: &str) -> Result<String, StoreError> {
        self.refuse_underway()?;
        let author = self.author()?;
        let parent = self.last_commit()?;
        let tree = self.tree_staged(parent.as_ref())?;
        self.commit_tree(tree, parent.as_ref(), (&author, message))
    }

    fn commit_tree(
        &self,
        tree: Oid,
        parent: Option<&Commit<'_>>,
        (author, message): (&Signature<'_>, &str),
    ) -> Result<String, StoreError> {
        let tree = self.repository.find_tree(tree)?;
        let parents: Vec<&Commit<'_>> = parent.into_iter().collect();
        let commit = self
            .repository
            .commit(Some("HEAD"), author, author, message, &tree, &parents);
        Ok(short(commit?))
    }

    /// The last commit, with its whole message, if it may be made anew: it is one's own and on no remote branch.
    pub fn amendable(&self) -> Result<(Revision, String), StoreError> {
        self.refuse_underway()?;
        let own = self.author()?;
        let last = self.last_commit()?.ok_or(StoreError::NoCommit)?;
        if last.author().email_bytes() != own.email_bytes() {
            let author = String::from_utf8_lossy(last.author().name_bytes()).into_owned();
            return Err(StoreError::NotOwn(author));
        }
        if let Some(branch) = self.remote_branch_with(last.id())? {
            return Err(StoreError::Pushed(branch));
        }
        let message = String::from_utf8_lossy(last.message_bytes()).into_owned();
        Ok((self.describe(&last), message))
    }

    /// Makes the last commit anew: with another message, and with what is staged too. Returns the short id of
    /// the new commit.
    pub fn amend(&self, message: &str) -> Result<String, StoreError> {
        self.amendable()?;
        let last = self.last_commit()?.ok_or(StoreError::NoCommit)?;
        let tree = self.tree_staged(Some(&last))?;
        let tree = self.repository.find_tree(tree)?;
        let committer = self.author()?;
        let id = last.amend(
            Some("HEAD"),
            None,
            Some(&committer),
            None,
            Some(message),
            Some(&tree),
        )?;
        Ok(short(id))
    }

    /// Whether the last commit belongs to no branch.
    pub fn is_detached(&self) -> bool {
        self.repository.head_detached().unwrap_or(false)
    }

    pub(super) fn author(&self) -> Result<Signature<'static>, StoreError> {
        self.repository
            .signature()
            .map_err(|_| StoreError::NoIdentity)
    }

    /// The last commit; `None` if there is none yet.
    pub(super) fn last_commit(&self) -> Result<Option<Commit<'_>>, StoreError> {
        match self.repository.head() {
            Ok(head) => Ok(Some(head.peel_to_commit()?)),
            Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => {
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A commit in the middle of a merge would not be the merge.
    pub(super) fn refuse_underway(&self) -> Result<(), StoreError> {
        self.underway()
            .map_or(Ok(()), |what| Err(StoreError::Underway(what)))
    }

    /// What is begun in git and not ended, as git calls it.
    pub fn underway(&self) -> Option<&'static str> {
        Some(match self.repository.state() {
            RepositoryState::Clean => return None,
            RepositoryState::Merge => "merge",
            RepositoryState::Revert | RepositoryState::RevertSequence => "revert",
            RepositoryState::CherryPick | RepositoryState::CherryPickSequence => "cherry-pick",
            RepositoryState::Bisect => "bisect",
            RepositoryState::ApplyMailbox | RepositoryState::ApplyMailboxOrRebase => "am",
            _ => "rebase",
        })
    }

    fn remote_branch_with(&self, id: Oid) -> Result<Option<String>, StoreError> {
        for branch in self.repository.branches(Some(git2::BranchType::Remote))? {
            let (branch, _) = branch?;
            let Some(tip) = branch.get().target() else {
                continue;
            };
            if tip == id || self.repository.graph_descendant_of(tip, id)? {
                let name = String::from_utf8_lossy(branch.name_bytes()?).into_owned();
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// The parent's tree with the files as they lie on disk; the index is brought along.
    fn tree_on_disk(
        &self,
        changed: &[Changed],
        parent: Option<&Commit<'_>>,
    ) -> Result<Oid, StoreError> {
        let mut index = self.repository.index()?;
        let paths = changed
            .iter()
            .map(|file| format!("{}{}", self.prefix, file.path));
        let paths: Vec<String> = paths.collect();
        for path in &paths {
            self.add_from_disk(&mut index, Path::new(path))?;
        }
        index.write()?;
        self.tree_with(&index, &paths, parent)
    }

    /// The parent's tree with the files of the catalog and its standard as they are staged.
    fn tree_staged(&self, parent: Option<&Commit<'_>>) -> Result<Oid, StoreError> {
        let states = self.states()?;
        let staged = states.iter().filter(|state| state.is_staged);
        let paths: Vec<String> = staged
            .map(|state| format!("{}{}", self.prefix, state.path))
            .collect();
        self.tree_with(&self.repository.index()?, &paths, parent)
    }

    /// The parent's tree with some files as the index has them; no folder without one of them is opened.
    fn tree_with(
        &self,
        index: &Index,
        paths: &[String],
        parent: Option<&Commit<'_>>,
    ) -> Result<Oid, StoreError> {
        let base = if let Some(parent) = parent {
            parent.tree()?
        } else {
            let empty = self.repository.treebuilder(None)?.write()?;
            self.repository.find_tree(empty)?
        };
        let mut update = TreeUpdateBuilder::new();
        for path in paths {
            match index.get_path(Path::new(path), 0) {
                Some(entry) => {
                    update.upsert(path, entry.id, mode(entry.mode));
                }
                None if base.get_path(Path::new(path)).is_ok() => {
                    update.remove(path);
                }
                None => {}
            }
        }
        Ok(update.create_updated(&self.repository, &base)?)
    }
}

fn mode(number: u32) -> FileMode {
    match number {
        0o100_755 => FileMode::BlobExecutable,
        0o120_000 => FileMode::Link,
        _ => FileMode::Blob,
    }
}

fn short(id: Oid) -> String {
    id.to_string().chars().take(8).collect()
}
