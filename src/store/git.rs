//! git: the repository that holds the catalog.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use git2::{Index, Oid, Repository, Tree};

use crate::store::index_file::IndexFile;
use crate::store::{Root, StoreError};

/// 仓库: the git repository around a catalog.
pub struct Git {
    pub(super) repository: Repository,
    /// The catalog's root below the work tree, with `/` at its end unless empty.
    pub(super) prefix: String,
    /// Where objects lie that were pushed and are not accepted yet.
    pub(super) waiting: Option<PathBuf>,
    /// Another file than the usual one for the index.
    pub(super) index: Option<PathBuf>,
}

/// In a bare repository a catalog is looked for so many folders down.
const MOST_DEEP: usize = 3;

impl Git {
    /// The repository in which a catalog lies.
    pub fn open(root: &Root) -> Result<Git, StoreError> {
        let none = || StoreError::NoRepository(root.path().to_owned());
        let repository =
            Repository::discover(root.path()).map_err(|error| match StoreError::from(error) {
                told @ (StoreError::Unsupported(_) | StoreError::Unsafe(_)) => told,
                _ => none(),
            })?;
        let tree = repository.workdir().ok_or_else(none)?;
        let tree = tree
            .canonicalize()
            .map_err(|error| StoreError::io(tree, error))?;
        let below = root.path().strip_prefix(&tree).map_err(|_| none())?;
        let mut prefix = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        if !prefix.is_empty() {
            prefix.push('/');
        }
        Ok(Git {
            repository,
            prefix,
            waiting: None,
            index: None,
        })
    }

    /// A repository without a work tree in a folder or above it; where the catalog lies in it is told by a commit.
    pub fn bare(folder: &Path, revision: &str) -> Result<Git, StoreError> {
        let none = || StoreError::NoCatalog(folder.to_owned());
        let repository = Repository::discover(folder).map_err(|error| match error.into() {
            told @ StoreError::Unsupported(_) => told,
            _ => none(),
        })?;
        if !repository.is_bare() {
            return Err(none());
        }
        Git::of_commit(repository, None, revision)
    }

    /// A repository that something is pushed to; the objects of the push wait in a folder of their own until it is
    /// accepted.
    pub fn receiving(
        folder: &Path,
        waiting: Option<&Path>,
        revision: &str,
    ) -> Result<Git, StoreError> {
        let repository = Repository::discover(folder)?;
        if let Some(waiting) = waiting {
            take_in(&repository, waiting)?;
        }
        Git::of_commit(repository, waiting, revision)
    }

    /// Takes another file for the index, as git does while it makes a commit.
    pub fn use_index(&mut self, index: &Path) -> Result<(), StoreError> {
        self.index = Some(index.to_owned());
        Ok(self.repository.set_index(&mut Index::open(index)?)?)
    }

    /// The index as it lies on disk; `None` if there is none, or it is of a kind of its own.
    pub(super) fn index_file(&self) -> Option<IndexFile> {
        let usual = || self.repository.path().join("index");
        IndexFile::read(&self.index.clone().unwrap_or_else(usual))
    }

    /// Where the catalog lies is told by a commit.
    fn of_commit(
        repository: Repository,
        waiting: Option<&Path>,
        revision: &str,
    ) -> Result<Git, StoreError> {
        let git = Git {
            repository,
            prefix: String::new(),
            waiting: waiting.map(Path::to_owned),
            index: None,
        };
        let prefix = git.catalog_in(revision)?;
        let none = || StoreError::NoCatalogIn(revision.to_owned());
        Ok(Git {
            prefix: prefix.ok_or_else(none)?,
            ..git
        })
    }

    fn catalog_in(&self, revision: &str) -> Result<Option<String>, StoreError> {
        let commit = Oid::from_str(&self.revision(revision)?.id)?;
        let tree = self.repository.find_commit(commit)?.tree()?;
        Ok(self.prefix_in(&tree, "", MOST_DEEP))
    }

    /// The folder of a tree or below it that holds a catalog.
    fn prefix_in(&self, tree: &Tree<'_>, above: &str, depth: usize) -> Option<String> {
        if tree.get_path(Path::new("catalog/mulu.yaml")).is_ok() {
            return Some(above.to_owned());
        }
        let depth = depth.checked_sub(1)?;
        tree.iter().find_map(|entry| {
            let below = self.repository.find_tree(entry.id()).ok()?;
            let name = std::str::from_utf8(entry.name_bytes()).ok()?;
            self.prefix_in(&below, &format!("{above}{name}/"), depth)
        })
    }

    /// The catalog's root below the work tree, with `/` at its end; empty if they are the same.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Makes a new repository in a folder, on the branch `main`.
    pub fn init(folder: &Path) -> Result<(), StoreError> {
        let mut options = git2::RepositoryInitOptions::new();
        options.initial_head("main");
        Repository::init_opts(folder, &options)?;
        Ok(())
    }

    /// Gives the repository a name to commit under, unless git knows one already.
    pub fn ensure_identity(&self, name: &str, email: &str) -> Result<(), StoreError> {
        if self.repository.signature().is_ok() {
            return Ok(());
        }
        let mut config = self.repository.config()?;
        config.set_str("user.name", name)?;
        config.set_str("user.email", email)?;
        Ok(())
    }

    /// The name under which git commits; `None` if it does not know one.
    pub fn user_name(&self) -> Option<String> {
        let signature = self.repository.signature().ok()?;
        let name = signature.name().ok()?.trim().to_owned();
        (!name.is_empty()).then_some(name)
    }

    /// Whether no branch of this name could be made: there is one, there is one where its folder would be, or
    /// the name is none.
    pub fn is_branch_taken(&self, name: &str) -> bool {
        let slashes = name.match_indices('/').filter_map(|(at, _)| name.get(..at));
        let is_there = |name: &str| {
            let local = git2::BranchType::Local;
            self.repository.find_branch(name, local).is_ok()
        };
        !git2::Branch::name_is_valid(name).unwrap_or(false)
            || std::iter::once(name).chain(slashes).any(is_there)
    }

    /// A folder inside git's own where the program may keep its things.
    pub fn private_folder(&self) -> PathBuf {
        self.repository.path().join("mulu")
    }

    /// The name of the branch; `None` if there is no commit yet or no branch.
    pub fn branch(&self) -> Option<String> {
        let head = self.repository.head().ok()?;
        head.shorthand().ok().map(str::to_owned)
    }

    /// The text of a file in the last commit; `None` if it is not there.
    pub fn committed(&self, path: &str) -> Option<Vec<u8>> {
        let tree = self.repository.head().ok()?.peel_to_tree().ok()?;
        let entry = tree
            .get_path(Path::new(&format!("{}{path}", self.prefix)))
            .ok()?;
        let blob = self.repository.find_blob(entry.id()).ok()?;
        Some(blob.content().to_owned())
    }

    /// Commits texts of the catalog on a new branch on top of the last commit; work tree, index and the branch
    /// at hand stay as they are. A branch of that name that is there already is not touched.
    pub fn commit_aside(
        &self,
        branch: &str,
        texts: &[(&str, &str)],
        message: &str,
    ) -> Result<String, StoreError> {
        let author = self.author()?;
        let parent = self.repository.head()?.peel_to_commit()?;
        let mut tree = git2::build::TreeUpdateBuilder::new();
        for (path, text) in texts {
            let blob = self.repository.blob(text.as_bytes())?;
            let path = format!("{}catalog/{path}", self.prefix);
            tree.upsert(path, blob, git2::FileMode::Blob);
        }
        let tree = tree.create_updated(&self.repository, &parent.tree()?)?;
        let tree = self.repository.find_tree(tree)?;
        let id = self
            .repository
            .commit(None, &author, &author, message, &tree, &[&parent])?;
        let commit = self.repository.find_commit(id)?;
        self.repository.branch(branch, &commit, false)?;
        Ok(id.to_string().chars().take(8).collect())
    }
}

/// 仓库位置: how other threads get at a repository.
#[derive(Clone, Debug)]
pub(super) struct Door {
    folder: PathBuf,
    waiting: Option<PathBuf>,
}

impl Git {
    /// How other threads get at it.
    pub(super) fn door(&self) -> Door {
        Door {
            folder: self.repository.path().to_owned(),
            waiting: self.waiting.clone(),
        }
    }
}

/// Does something with a repository, opened once a thread: it serves one thread only.
pub(super) fn on_this_thread<T>(
    door: &Door,
    act: impl FnOnce(&Repository) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    thread_local! {
        static REPOSITORY: RefCell<Option<Repository>> = const { RefCell::new(None) };
    }
    REPOSITORY.with_borrow_mut(|open| {
        let known = open.take().filter(|open| open.path() == door.folder);
        let repository = known.map_or_else(|| opened(door), Ok)?;
        act(open.insert(repository))
    })
}

fn opened(door: &Door) -> Result<Repository, StoreError> {
    let repository = Repository::open(&door.folder)?;
    if let Some(waiting) = &door.waiting {
        take_in(&repository, waiting)?;
    }
    Ok(repository)
}

/// Lets a repository see the objects of a push.
fn take_in(repository: &Repository, waiting: &Path) -> Result<(), StoreError> {
    let objects = repository.odb()?;
    Ok(objects.add_disk_alternate(&waiting.to_string_lossy())?)
}
