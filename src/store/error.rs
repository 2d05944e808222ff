//! What can go wrong between the program and disk or git.

use std::path::{Path, PathBuf};

use crate::text::{Message, words};

/// A failure of disk or git.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No catalog was found.
    #[error("no catalog at {}", .0.display())]
    NoCatalog(PathBuf),
    /// The system refused to read or write.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: std::io::Error,
    },
    /// The file on disk is no longer what was read.
    #[error("{} has been changed by someone else", .0.display())]
    Changed(PathBuf),
    /// The path leads out of the catalog, through `..` or a link.
    #[error("{} leads out of the catalog", .0.display())]
    Outside(PathBuf),
    /// There is a catalog already.
    #[error("there is a catalog in {} already", .0.display())]
    Occupied(PathBuf),
    /// The folder is not in a git repository.
    #[error("{} is not in a git repository", .0.display())]
    NoRepository(PathBuf),
    /// git has no commit of this name.
    #[error("there is no revision {0}")]
    NoRevision(String),
    /// git has no commit of this name, and may lack it only because the clone is shallow.
    #[error("there is no revision {0} in this shallow clone")]
    CutOff(String),
    /// The repository has no work tree, and the commit asked for holds no catalog.
    #[error("there is no catalog in {0}")]
    NoCatalogIn(String),
    /// git does not know who commits.
    #[error("git does not know your name")]
    NoIdentity,
    /// There is nothing to commit.
    #[error("nothing to commit")]
    NothingToCommit,
    /// Another program is writing the index, or died while it did.
    #[error("the index of git is locked")]
    Locked,
    /// A merge or the like is not finished.
    #[error("{0} is under way")]
    Underway(&'static str),
    /// The last commit is on a remote branch already.
    #[error("the last commit is on {0} already")]
    Pushed(String),
    /// The last commit is someone else's.
    #[error("the last commit is by {0}")]
    NotOwn(String),
    /// There is no commit yet.
    #[error("no commit yet")]
    NoCommit,
    /// The person stopped it before anything was in its place.
    #[error("stopped; nothing was written")]
    Stopped,
    /// A kind of repository that cannot be read here; which one.
    #[error("unsupported: {0:?}")]
    Unsupported(Unsupported),
    /// git refused.
    #[error("git: {0}")]
    Git(git2::Error),
}

/// Kinds of repositories that the library in use cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// Ids of SHA-256.
    Sha256,
    /// A sparse index.
    SparseIndex,
    /// A split index.
    SplitIndex,
}

impl From<git2::Error> for StoreError {
    fn from(error: git2::Error) -> StoreError {
        let says = |part: &str| error.message().contains(part);
        if error.code() == git2::ErrorCode::Locked && error.class() == git2::ErrorClass::Index {
            StoreError::Locked
        } else if says("object format 'sha256'") {
            StoreError::Unsupported(Unsupported::Sha256)
        } else if says("extension: 'sdir'") {
            StoreError::Unsupported(Unsupported::SparseIndex)
        } else if says("extension: 'link'") {
            StoreError::Unsupported(Unsupported::SplitIndex)
        } else {
            StoreError::Git(error)
        }
    }
}

impl StoreError {
    pub(super) fn io(path: &Path, error: std::io::Error) -> StoreError {
        StoreError::Io {
            path: path.to_owned(),
            error,
        }
    }

    /// What went wrong, for a person.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            StoreError::NoCatalog(path) => {
                words("{path} 里没有事项目录", "there is no catalog at {path}")
                    .with(&[("path", &shown(path))])
            }
            StoreError::Stopped => words("已停下，没有写入", "stopped; nothing was written").into(),
            StoreError::Io { path, error } => words(
                "无法读写 {path}：{error}",
                "cannot read or write {path}: {error}",
            )
            .with(&[("path", &shown(path)), ("error", &error.to_string())]),
            StoreError::Changed(path) => words(
                "{path} 已被他人改动，没有覆盖",
                "{path} has been changed by someone else and was not overwritten",
            )
            .with(&[("path", &shown(path))]),
            StoreError::Outside(path) => {
                words("{path} 不在目录之内", "{path} leads out of the catalog")
                    .with(&[("path", &shown(path))])
            }
            StoreError::Occupied(path) => words(
                "{path} 里已有事项目录",
                "there is a catalog in {path} already",
            )
            .with(&[("path", &shown(path))]),
            StoreError::NoRepository(path) => words(
                "{path} 不在 git 仓库中",
                "{path} is not in a git repository",
            )
            .with(&[("path", &shown(path))]),
            StoreError::NoRevision(name) => {
                words("git 里没有版本“{name}”", "git has no revision {name}")
                    .with(&[("name", name)])
            }
            StoreError::CutOff(name) => words(
                "这是浅克隆，取来的历史里没有版本“{name}”",
                "this is a shallow clone, and the history it has holds no revision {name}",
            )
            .with(&[("name", name)]),
            StoreError::NoCatalogIn(name) => words(
                "版本“{name}”里没有事项目录",
                "there is no catalog in the revision {name}",
            )
            .with(&[("name", name)]),
            StoreError::NoIdentity => {
                words("git 还不知道提交人是谁", "git does not know your name yet").into()
            }
            StoreError::NothingToCommit => {
                words("没有可提交的改动", "there is nothing to commit").into()
            }
            of_git => of_git.message_of_git(),
        }
    }

    /// What git would not do.
    fn message_of_git(&self) -> Message {
        match self {
            StoreError::Locked => {
                words("git 的暂存区被锁住了", "the index of git is locked").into()
            }
            StoreError::Underway(what) => words(
                "git 正在进行的操作（{what}）还没有完成",
                "{what} is under way in git",
            )
            .with(&[("what", what)]),
            StoreError::Pushed(branch) => words(
                "上次提交已经推送到 {branch}，不能再改",
                "the last commit is on {branch} already and stays as it is",
            )
            .with(&[("branch", branch)]),
            StoreError::NotOwn(author) => words(
                "上次提交是{author}的，不能代改",
                "the last commit is by {author} and stays as it is",
            )
            .with(&[("author", author)]),
            StoreError::NoCommit => words("还没有提交过", "there is no commit yet").into(),
            StoreError::Unsupported(kind) => unsupported(*kind),
            StoreError::Git(error) => words("git 出错：{error}", "git failed: {error}")
                .with(&[("error", error.message())]),
            other => Message::same(&other.to_string()),
        }
    }

    /// What to do next, if that is known.
    pub fn hint(&self) -> Option<Message> {
        let hint = match self {
            StoreError::NoCatalog(_) => words(
                "用 mulu init 新建一个，或换到目录所在的文件夹",
                "create one with mulu init, or change to the folder that holds one",
            ),
            StoreError::Changed(_) => words(
                "重新打开目录，再做一次改动",
                "open the catalog again and repeat the change",
            ),
            StoreError::Occupied(_) => words("换一个文件夹", "choose another folder"),
            StoreError::NoRepository(_) => words("先运行 git init", "run git init first"),
            StoreError::NoRevision(_) => words(
                "git log --oneline 列出已有的版本；远端的先用 git fetch 取来",
                "git log --oneline lists what there is; git fetch gets what only a remote has",
            ),
            StoreError::CutOff(_) => words(
                "先运行 git fetch --unshallow 取来全部历史",
                "get all of it with git fetch --unshallow",
            ),
            StoreError::NoIdentity => words(
                "运行 git config --global user.name 和 user.email 各设置一次",
                "set git config --global user.name and user.email once",
            ),
            StoreError::Locked => words(
                "等另一个 git 程序结束；若没有，删去仓库里的 .git/index.lock",
                "wait for the other git program; if there is none, remove .git/index.lock",
            ),
            StoreError::Underway(_) => words(
                "先用 git status 看怎样完成或放弃",
                "git status says how to finish it or give it up",
            ),
            StoreError::Pushed(_) | StoreError::NotOwn(_) => {
                words("另作一次提交（C）", "make a new commit instead (C)")
            }
            StoreError::NoCommit => words("先提交一次（C）", "commit once first (C)"),
            StoreError::Unsupported(Unsupported::Sha256) => words(
                "照常编辑和保存，用 git 命令提交",
                "edit and save as usual, commit with the git command",
            ),
            StoreError::Unsupported(Unsupported::SparseIndex) => words(
                "运行 git sparse-checkout init --no-sparse-index",
                "run git sparse-checkout init --no-sparse-index",
            ),
            StoreError::Unsupported(Unsupported::SplitIndex) => words(
                "运行 git update-index --no-split-index",
                "run git update-index --no-split-index",
            ),
            _ => return None,
        };
        Some(hint.into())
    }
}

fn unsupported(kind: Unsupported) -> Message {
    match kind {
        Unsupported::Sha256 => words(
            "这个仓库用 SHA-256 编号，mulu 还不能读它的版本",
            "this repository has SHA-256 ids, which mulu cannot read yet",
        ),
        Unsupported::SparseIndex => words(
            "这个仓库用稀疏暂存区，mulu 不能读",
            "this repository has a sparse index, which mulu cannot read",
        ),
        Unsupported::SplitIndex => words(
            "这个仓库用分离暂存区，mulu 不能读",
            "this repository has a split index, which mulu cannot read",
        ),
    }
    .into()
}
