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
    /// git does not know who commits.
    #[error("git does not know your name")]
    NoIdentity,
    /// There is nothing to commit.
    #[error("nothing to commit")]
    NothingToCommit,
    /// git refused.
    #[error("git: {0}")]
    Git(#[from] git2::Error),
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
            StoreError::NoIdentity => {
                words("git 还不知道提交人是谁", "git does not know your name yet").into()
            }
            StoreError::NothingToCommit => {
                words("没有可提交的改动", "there is nothing to commit").into()
            }
            StoreError::Git(error) => words("git 出错：{error}", "git failed: {error}")
                .with(&[("error", error.message())]),
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
            StoreError::NoIdentity => words(
                "运行 git config --global user.name 和 user.email 各设置一次",
                "set git config --global user.name and user.email once",
            ),
            _ => return None,
        };
        Some(hint.into())
    }
}
