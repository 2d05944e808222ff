//! The lock of git's index: whose it is and since when. It is told, never taken away: whoever holds it may live.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::store::{Git, StoreError};
use crate::text::{Message, Words, words};

/// 暂存区锁: a lock file that lies on the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The file.
    pub path: PathBuf,
    /// When it was made, as `2026-03-01 09:30`, by the clock of this machine; empty if nobody knows.
    pub since: String,
    /// The program that holds it, with its number; `None` if none is known.
    pub holder: Option<String>,
}

const LOCKED: Words = words("git 的暂存区被锁住了", "the index of git is locked");
const SINCE: Words = words(
    "git 的暂存区自 {since} 起被锁住了",
    "the index of git has been locked since {since}",
);
const HELD: Words = words("{locked}，持有者是 {holder}", "{locked}, by {holder}");
const WAIT: Words = words(
    "等它结束再来；若它已停住，先结束它",
    "wait until it ends; if it hangs, end it first",
);
const LEFT: Words = words(
    "没有找到持有它的程序，多半是上次中断留下的；确认没有别的 git 在运行后，删去 {path}",
    "no program is known to hold it, so it was most likely left behind; when you are sure that no other git runs, remove {path}",
);

impl Git {
    /// Refuses while the index is locked.
    pub(super) fn refuse_locked(&self) -> Result<(), StoreError> {
        refuse_locked(self.repository.path(), self.repository.workdir())
    }
}

/// Refuses while the index in a git folder is locked.
pub(super) fn refuse_locked(folder: &Path, tree: Option<&Path>) -> Result<(), StoreError> {
    let path = folder.join("index.lock");
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(data) => Err(StoreError::Locked(Box::new(Lock {
            since: data.modified().map(said).unwrap_or_default(),
            holder: holder(&path, tree),
            path,
        }))),
    }
}

impl Lock {
    /// What is locked, for a person.
    pub fn message(&self) -> Message {
        let locked = if self.since.is_empty() {
            LOCKED.into()
        } else {
            SINCE.with(&[("since", &self.since)])
        };
        let Some(holder) = &self.holder else {
            return locked;
        };
        let held = |locked: &str| HELD.with(&[("locked", locked), ("holder", holder)]);
        Message {
            zh: held(&locked.zh).zh,
            en: held(&locked.en).en,
        }
    }

    /// How to go on.
    pub fn hint(&self) -> Message {
        if self.holder.is_some() {
            return WAIT.into();
        }
        let path = if self.path.as_os_str().is_empty() {
            "index.lock".to_owned()
        } else {
            self.path.display().to_string()
        };
        LEFT.with(&[("path", &path)])
    }
}

fn said(time: std::time::SystemTime) -> String {
    let time = Timestamp::try_from(time).unwrap_or_default();
    let time = time.to_zoned_datetime(TimeZone::system());
    time.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Who has the lock open, or else a git that runs in the work tree: it closes the file before it is done.
#[cfg(target_os = "linux")]
fn holder(lock: &Path, tree: Option<&Path>) -> Option<String> {
    let lock = lock.canonicalize().ok()?;
    let tree = tree.and_then(|tree| tree.canonicalize().ok());
    let mut in_tree = None;
    for process in std::fs::read_dir("/proc").ok()?.flatten() {
        let place = process.path();
        let Ok(name) = std::fs::read_to_string(place.join("comm")) else {
            continue;
        };
        let told = format!(
            "{} ({})",
            name.trim(),
            process.file_name().to_string_lossy()
        );
        let mut open = std::fs::read_dir(place.join("fd")).into_iter().flatten();
        if open.any(|file| file.is_ok_and(|file| leads_to(&file.path(), &lock))) {
            return Some(told);
        }
        let folder = std::fs::read_link(place.join("cwd")).ok();
        let is_here = folder
            .zip(tree.as_ref())
            .is_some_and(|(folder, tree)| folder.starts_with(tree));
        if is_here && name.trim() == "git" {
            in_tree = Some(told);
        }
    }
    in_tree
}

#[cfg(target_os = "linux")]
fn leads_to(link: &Path, file: &Path) -> bool {
    std::fs::read_link(link).is_ok_and(|target| target == file)
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &Path, _: Option<&Path>) -> Option<String> {
    None
}
