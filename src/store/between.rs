//! Which files differ between two states of a catalog, and what they say on either side. A state is a commit,
//! the index or the work tree; folders that are the same in two commits are never opened.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use git2::{Delta, Diff, DiffDelta, DiffFile, DiffOptions, ObjectType, Oid, Repository, Tree};
use rayon::prelude::*;

use crate::store::files::{is_hidden, is_yaml};
use crate::store::git::{Door, on_this_thread};
use crate::store::scan::Suspects;
use crate::store::status::is_left_out;
use crate::store::trees::{Apart, Side, apart};
use crate::store::{Content, Git, Revision, StoreError, files, revision};

/// 快照: a state in which a catalog can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snapshot {
    /// 空: before the first commit.
    Nothing,
    /// 版本: as a commit has it.
    Revision(Revision),
    /// 暂存区: as the next commit would have it.
    Index,
    /// 工作区: as it lies on disk, new files included.
    WorkTree,
}

/// 异动文件: a file that differs between two snapshots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// Path below the catalog's root: `catalog/…` or `schemas/…`. Letters that are no UTF-8 are replaced in it.
    pub path: String,
    /// What it was; `None` if it was not there, or was no ordinary file.
    pub before: Option<Blob>,
    /// What it is.
    pub after: Option<Blob>,
}

/// 内容: the bytes of one file in one snapshot, not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob(Kept);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    InGit(Oid),
    OnDisk(PathBuf),
}

/// 取件: reads what lies in git, from any thread.
#[derive(Clone, Debug)]
pub struct Blobs {
    door: Door,
}

/// The folder of the work tree, and what tells which files a sparse checkout leaves out of it.
type Disk<'d> = (&'d Path, &'d dyn Fn(&Path) -> bool);

impl Blobs {
    /// The bytes of a file; more than `limit` are not read.
    pub fn read(&self, blob: &Blob, limit: u64) -> Result<Content, StoreError> {
        on_this_thread(&self.door, |repository| content(repository, blob, limit))
    }
}

impl Differing {
    /// The path below `catalog/`, of a file that is part of the catalog.
    pub fn in_catalog(&self) -> Option<&str> {
        let path = self.path.strip_prefix("catalog/")?;
        let is_read = is_yaml(path) && !path.split('/').any(is_hidden);
        is_read.then_some(path)
    }
}

impl Blob {
    pub(super) fn in_git(id: Oid) -> Blob {
        Blob(Kept::InGit(id))
    }

    /// What git has under an id; `None` if that is none.
    pub fn of(id: &str) -> Option<Blob> {
        Oid::from_str(id).ok().map(Blob::in_git)
    }

    /// Its id in git; `None` if it lies on disk only.
    pub fn id(&self) -> Option<String> {
        match &self.0 {
            Kept::InGit(id) => Some(id.to_string()),
            Kept::OnDisk(_) => None,
        }
    }
}

/// 内容编号: what git knows a content by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlobId([u8; BlobId::BYTES]);

impl BlobId {
    /// Bytes of an id.
    pub const BYTES: usize = 20;

    /// The id of a content.
    pub fn of(content: &Content) -> BlobId {
        let bytes = match content {
            Content::Bytes(bytes) => Oid::hash_object(ObjectType::Blob, bytes),
            // It is told by its size, as nothing else is.
            Content::TooLarge(size) => Oid::hash_object(ObjectType::Tag, &size.to_le_bytes()),
        };
        let id = bytes.unwrap_or(Oid::ZERO_SHA1);
        BlobId::of_bytes(id.as_bytes().try_into().unwrap_or_default())
    }

    /// The id with these bytes.
    pub fn of_bytes(bytes: [u8; BlobId::BYTES]) -> BlobId {
        BlobId(bytes)
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Git {
    /// What reads the files that lie in it.
    pub fn blobs(&self) -> Blobs {
        Blobs { door: self.door() }
    }

    /// The files of the catalog and its standard that differ between two snapshots, by path. From the index or
    /// the work tree one can only look back to a commit: `old` is `Nothing` or a revision then.
    pub fn between(&self, old: &Snapshot, new: &Snapshot) -> Result<Vec<Differing>, StoreError> {
        // What git itself does not check on reading is not checked here either.
        git2::opts::strict_hash_verification(false);
        let old = self.tree(old)?;
        let old = old.as_ref();
        let git = &self.repository;
        match new {
            Snapshot::Nothing | Snapshot::Revision(_) => {
                Ok(self.files(self.apart((old, self.tree(new)?.as_ref()))?))
            }
            Snapshot::Index => {
                if let Some(index) = self.index_file() {
                    return Ok(self.files(self.apart_from_index(old, &index)?));
                }
                let options = &mut self.of_catalog(None);
                let diff = git.diff_tree_to_index(old, None, Some(options))?;
                Ok(self.differing(&diff, None))
            }
            Snapshot::WorkTree => {
                if let Some(suspects) = self.suspects(old)? {
                    return self.differing_suspects(suspects);
                }
                let options = &mut self.of_catalog(None);
                let diff = git.diff_tree_to_workdir_with_index(old, Some(options))?;
                let index = git.index()?;
                let is_left_out = |path: &Path| is_left_out(&index, path);
                let disk = git.workdir();
                Ok(self.differing(&diff, disk.map(|disk| (disk, &is_left_out as _))))
            }
        }
    }

    /// Which of the files that may differ do. Asked of a second opening, whose index has nothing but what the
    /// files were: git reads its own from end to end else.
    fn differing_suspects(&self, mut suspects: Suspects) -> Result<Vec<Differing>, StoreError> {
        if suspects.paths.is_empty() {
            return Ok(Vec::new());
        }
        let git = Repository::open(self.repository.path())?;
        git.set_index(&mut suspects.before)?;
        let options = &mut self.of_catalog(Some(&suspects.paths));
        let diff = git.diff_index_to_workdir(Some(&suspects.before), Some(options))?;
        let disk = git.workdir();
        Ok(self.differing(&diff, disk.map(|disk| (disk, &(|_: &Path| false) as _))))
    }

    /// The folders of the catalog and its standard.
    pub(super) fn folders(&self) -> Vec<String> {
        let folders = ["catalog", "schemas"];
        folders
            .map(|folder| format!("{}{folder}", self.prefix))
            .into()
    }

    /// What differs in those folders between two trees.
    pub(super) fn apart(
        &self,
        (old, new): (Option<&Tree<'_>>, Option<&Tree<'_>>),
    ) -> Result<Vec<Apart>, StoreError> {
        let mut found = Vec::new();
        for folder in self.folders() {
            let below = |tree: Option<&Tree<'_>>| {
                let entry = tree?.get_path(Path::new(&folder)).ok()?;
                self.repository.find_tree(entry.id()).ok()
            };
            let sides = (below(old), below(new));
            let above = format!("{folder}/");
            let sides = (sides.0.as_ref(), sides.1.as_ref());
            apart(&self.repository, sides, above.as_bytes(), &mut found)?;
        }
        Ok(found)
    }

    /// The files among what differs in git.
    fn files(&self, found: Vec<Apart>) -> Vec<Differing> {
        let file = |side: Option<Side>| {
            let side = side.filter(|side| is_file(side.mode))?;
            Some(Blob::in_git(side.id))
        };
        let differing = found.into_iter().filter_map(|apart| {
            let path = String::from_utf8_lossy(&apart.path);
            let path = path.strip_prefix(&self.prefix)?.to_owned();
            let (before, after) = (file(apart.before), file(apart.after));
            (before.is_some() || after.is_some()).then_some(Differing {
                path,
                before,
                after,
            })
        });
        let mut differing: Vec<Differing> = differing.collect();
        differing.sort_by(|one, other| one.path.cmp(&other.path));
        differing
    }

    /// Hands both sides of each file to `take`, in parallel and in the order of the files. A side of more than
    /// `limit` bytes is not read.
    pub fn read_differing<T: Send>(
        &self,
        files: &[Differing],
        limit: u64,
        take: &(impl Fn(&Differing, Option<Content>, Option<Content>) -> T + Sync),
    ) -> Result<Vec<T>, StoreError> {
        let door = self.door();
        let read = |file: &Differing| {
            on_this_thread(&door, |repository| {
                let side = |blob: &Option<Blob>| {
                    let blob = blob.as_ref();
                    blob.map(|blob| content(repository, blob, limit))
                        .transpose()
                };
                Ok(take(file, side(&file.before)?, side(&file.after)?))
            })
        };
        files.par_iter().map(read).collect()
    }

    /// The bytes of one side of a file; more than `limit` are not read.
    pub fn read_blob(&self, blob: &Blob, limit: u64) -> Result<Content, StoreError> {
        content(&self.repository, blob, limit)
    }

    /// The bytes of a file in a snapshot, by its path below the root; `None` if it is not there.
    pub fn read_at(&self, snapshot: &Snapshot, path: &str) -> Option<Vec<u8>> {
        match snapshot {
            Snapshot::Nothing => None,
            Snapshot::Revision(revision) => {
                let tree = self.tree(&Snapshot::Revision(revision.clone())).ok()??;
                let entry = tree
                    .get_path(Path::new(&format!("{}{path}", self.prefix)))
                    .ok()?;
                Some(
                    self.repository
                        .find_blob(entry.id())
                        .ok()?
                        .content()
                        .to_owned(),
                )
            }
            Snapshot::Index => self.staged(path),
            Snapshot::WorkTree => {
                let full = self.repository.workdir()?.join(&self.prefix).join(path);
                let is_file = full.symlink_metadata().is_ok_and(|kind| kind.is_file());
                is_file.then(|| files::read_bytes(&full).ok())?
            }
        }
    }

    /// The catalog's own standard in a snapshot: each file of `schemas/` by name; empty without one.
    pub fn schemas_at(&self, snapshot: &Snapshot) -> Result<HashMap<String, String>, StoreError> {
        if let Snapshot::Revision(revision) = snapshot {
            return self.read_schemas(revision);
        }
        let folder = format!("{}schemas/", self.prefix);
        let index = self.repository.index()?;
        let names = index.iter().filter_map(|entry| {
            let path = String::from_utf8(entry.path).ok()?;
            let name = path.strip_prefix(&folder)?;
            (!name.contains('/')).then(|| name.to_owned())
        });
        let texts = names.filter_map(|name| {
            let bytes = self.read_at(snapshot, &format!("schemas/{name}"))?;
            Some((name, String::from_utf8_lossy(&bytes).into_owned()))
        });
        Ok(texts.collect())
    }

    /// The commit from which two others have gone their ways.
    pub fn fork(&self, one: &Revision, other: &Revision) -> Result<Revision, StoreError> {
        let (one, other) = (Oid::from_str(&one.id)?, Oid::from_str(&other.id)?);
        let base = self.repository.merge_base(one, other)?;
        Ok(self.describe(&self.repository.find_commit(base)?))
    }

    fn tree(&self, snapshot: &Snapshot) -> Result<Option<Tree<'_>>, StoreError> {
        let Snapshot::Revision(revision) = snapshot else {
            return Ok(None);
        };
        let commit = self.repository.find_commit(Oid::from_str(&revision.id)?)?;
        Ok(Some(commit.tree()?))
    }

    /// What git is to compare: the catalog and its standard, or some files of them.
    fn of_catalog(&self, files: Option<&[PathBuf]>) -> DiffOptions {
        let mut options = DiffOptions::new();
        options
            .include_untracked(true)
            .recurse_untracked_dirs(true)
            .include_typechange(true)
            .skip_binary_check(true)
            .disable_pathspec_match(true);
        match files {
            Some(files) => files.iter().for_each(|file| {
                options.pathspec(file);
            }),
            None => self.folders().iter().for_each(|folder| {
                options.pathspec(folder);
            }),
        }
        options
    }

    fn differing(&self, diff: &Diff<'_>, disk: Option<Disk<'_>>) -> Vec<Differing> {
        let mut files: Vec<Differing> = diff
            .deltas()
            .filter_map(|delta| self.differing_file(&delta, disk))
            .collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    /// A file whose two sides are not both nothing to us, as a link is or a folder of another repository.
    fn differing_file(&self, delta: &DiffDelta<'_>, disk: Option<Disk<'_>>) -> Option<Differing> {
        let whole = delta
            .new_file()
            .path()
            .or_else(|| delta.old_file().path())?;
        if let Some((_, is_left_out)) = disk
            && delta.status() == Delta::Deleted
            && is_left_out(whole)
        {
            return None;
        }
        let path = whole.to_string_lossy();
        let path = path.strip_prefix(&self.prefix)?.to_owned();
        let in_git = |file: &DiffFile<'_>| {
            let is_there = is_file(file.mode().into()) && !file.id().is_zero();
            is_there.then(|| Blob::in_git(file.id()))
        };
        let before = in_git(&delta.old_file());
        let after = match disk {
            Some((folder, _)) => {
                let full = folder.join(whole);
                let kind = full.symlink_metadata();
                let is_file = kind.is_ok_and(|kind| kind.is_file());
                is_file.then_some(Blob(Kept::OnDisk(full)))
            }
            None => in_git(&delta.new_file()),
        };
        (before.is_some() || after.is_some()).then_some(Differing {
            path,
            before,
            after,
        })
    }
}

/// Whether this is the mode of an ordinary file, and not of a link or another repository.
fn is_file(mode: i32) -> bool {
    matches!(mode, 0o100_644 | 0o100_755 | 0o100_664)
}

fn content(repository: &Repository, blob: &Blob, limit: u64) -> Result<Content, StoreError> {
    match &blob.0 {
        Kept::InGit(id) => revision::content(repository, *id, limit),
        Kept::OnDisk(path) => Ok(files::read(path, limit)?.0),
    }
}
