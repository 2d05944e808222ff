//! What can go wrong between the program and disk or git.

use std::path::{Path, PathBuf};

use crate::store::Lock;
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
    Locked(Box<Lock>),
    /// The folder belongs to someone else, and git does not trust it.
    #[error("git does not trust {}", .0.display())]
    Unsafe(PathBuf),
    /// There is no `git` to run.
    #[error("git is not installed")]
    NoProgram,
    /// The installed git said no.
    #[error("git {command}: {said}")]
    Refused {
        /// What it was to do.
        command: String,
        /// What it said; empty if it said so on the terminal.
        said: String,
    },
    /// Someone stopped git.
    #[error("git was stopped")]
    Halted,
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
        if error.code() == git2::ErrorCode::Owner {
            StoreError::Unsafe(owned_path(error.message()))
        } else if error.code() == git2::ErrorCode::Locked
            && error.class() == git2::ErrorClass::Index
        {
            StoreError::Locked(Box::default())
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

/// The path between quotes that the library names last.
fn owned_path(message: &str) -> PathBuf {
    message.rsplit('\'').nth(1).unwrap_or(".").into()
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
            StoreError::Locked(lock) => lock.message(),
            StoreError::Unsafe(path) => words(
                "{path} 属于另一个用户，git 不信任它",
                "{path} belongs to another user, and git does not trust it",
            )
            .with(&[("path", &path.display().to_string())]),
            StoreError::NoProgram => {
                words("没有找到 git 程序", "the program git was not found").into()
            }
            StoreError::Refused { command, said } => refused(command, said),
            StoreError::Halted => words("已停下", "stopped").into(),
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
            of_git => return of_git.hint_of_git(),
        };
        Some(hint.into())
    }

    /// What to do when git would not.
    fn hint_of_git(&self) -> Option<Message> {
        let hint = match self {
            StoreError::Locked(lock) => return Some(lock.hint()),
            StoreError::Unsafe(path) => {
                let path = path.display().to_string();
                let trust = words(
                    "确认可信后运行 git config --global --add safe.directory {path}",
                    "if you trust it, run git config --global --add safe.directory {path}",
                );
                return Some(trust.with(&[("path", &path)]));
            }
            StoreError::NoProgram => words(
                "安装 git，并让它在 PATH 里",
                "install git, and have it on the PATH",
            ),
            StoreError::Refused { command, .. } => return refusal_hint(command),
            StoreError::Underway("merge" | "rebase") => words(
                "取舍冲突后运行 mulu sync --continue，或用 mulu sync --abort 放弃",
                "choose between what clashes, then mulu sync --continue; or give up with mulu sync --abort",
            ),
            StoreError::Underway(what) => {
                let end = words(
                    "用 git status 看进行到哪里，用 git {what} {end} 结束",
                    "git status says how far it is, git {what} {end} ends it",
                );
                let way = if *what == "bisect" {
                    "reset"
                } else {
                    "--abort"
                };
                return Some(end.with(&[("what", what), ("end", way)]));
            }
            _ => return None,
        };
        Some(hint.into())
    }
}

/// What to do after git would not.
fn refusal_hint(command: &str) -> Option<Message> {
    let hint = match command {
        "commit" => words(
            "按它说的改好，再提交一次；文件、暂存和提交说明都没有动",
            "set right what it says and commit again; files, index and message are as they were",
        ),
        "fetch" => words(
            "看看网络、代理和账号；要输密码时在终端里运行 mulu sync",
            "look at network, proxy and account; where a password is wanted, run mulu sync in a terminal",
        ),
        "push" => words(
            "已取回的都在；远程不许直接推到这个分支时，用 mulu task start 另开分支；远程又有了新提交时，再同步一次",
            "what was fetched is here; if the remote takes no push to this branch, mulu task start begins another; if it has new commits, sync again",
        ),
        "switch" => words(
            "没有换，什么都没有丢；先提交（mulu commit）再换",
            "nothing was switched or lost; commit first (mulu commit), then switch",
        ),
        "merge" | "rebase" => words(
            "没有合入，一切如前；有没提交的改动时，先提交（mulu commit）再同步",
            "nothing was joined, and everything is as before; commit first what is not committed (mulu commit), then sync",
        ),
        _ => return None,
    };
    Some(hint.into())
}

/// What git would not do, and its own words below.
fn refused(command: &str, said: &str) -> Message {
    let head =
        words("git {command} 没有做成", "git {command} failed").with(&[("command", command)]);
    if said.is_empty() {
        return head;
    }
    Message {
        zh: format!("{}：\n{said}", head.zh),
        en: format!("{}:\n{said}", head.en),
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
