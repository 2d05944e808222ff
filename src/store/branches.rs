//! Branches, remotes and what is under way, as the installed `git` tells them: it reads every kind of repository.

use std::fs;
use std::path::PathBuf;

use crate::store::lock::refuse_locked;
use crate::store::{Program, StoreError, write_atomically};

/// 分支: one branch of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its name.
    pub name: String,
    /// Whether it is the one at hand.
    pub is_current: bool,
    /// The day of its last commit, as `2026-03-01`.
    pub day: String,
    /// First line of its last commit.
    pub subject: String,
}

/// What stands between the parts of what git is asked for.
const GAP: char = '\u{1f}';
/// Main lines as they are usually called.
const USUAL: [&str; 3] = ["main", "master", "trunk"];

impl Program<'_> {
    /// The branch at hand; `None` where the last commit belongs to none.
    pub fn branch(&self) -> Result<Option<String>, StoreError> {
        self.line(&["symbolic-ref", "--quiet", "--short", "HEAD"])
    }

    /// A setting of the user, of the repository or of the machine.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.line(&["config", "--get", name])
    }

    /// The full id of what a name stands for.
    pub fn id(&self, name: &str) -> Result<Option<String>, StoreError> {
        let commit = format!("{name}^{{commit}}");
        self.line(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ])
    }

    /// The names of the remotes.
    pub fn remotes(&self) -> Result<Vec<String>, StoreError> {
        let said = self.line(&["remote"])?.unwrap_or_default();
        Ok(said.lines().map(str::to_owned).collect())
    }

    /// The remote that a branch goes to: its own, else the only one, else `origin`; `None` if nothing tells.
    pub fn remote(&self, branch: &str) -> Result<Option<String>, StoreError> {
        let known = self.remotes()?;
        for name in [
            format!("branch.{branch}.remote"),
            "remote.pushDefault".to_owned(),
        ] {
            let set = self.setting(&name)?;
            if let Some(set) = set.filter(|set| known.contains(set)) {
                return Ok(Some(set));
            }
        }
        let only = known.first().filter(|_| known.len() == 1);
        let origin = known.iter().find(|name| *name == "origin");
        Ok(only.or(origin).cloned())
    }

    /// What a branch follows, in full, if that is there: as it is set, else the branch of its name on a remote.
    pub fn upstream(&self, branch: &str, remote: &str) -> Result<Option<String>, StoreError> {
        let local = format!("refs/heads/{branch}");
        let set = self.line(&["for-each-ref", "--format=%(upstream)", &local])?;
        let same = format!("refs/remotes/{remote}/{branch}");
        for name in [set.unwrap_or_default(), same] {
            if !name.is_empty() && self.id(&name)?.is_some() {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// How many commits each of two has that the other lacks.
    pub fn apart(&self, one: &str, other: &str) -> Result<(usize, usize), StoreError> {
        let range = format!("{one}...{other}");
        let said = self.line(&["rev-list", "--left-right", "--count", &range, "--"])?;
        let said = said.unwrap_or_default();
        let mut counts = said
            .split_whitespace()
            .map(|count| count.parse().unwrap_or(0));
        Ok((counts.next().unwrap_or(0), counts.next().unwrap_or(0)))
    }

    /// The name of the main line: as `mulu.main` says, as the remote says, else as it is usually called.
    pub fn main_line(&self) -> Result<Option<String>, StoreError> {
        if let Some(set) = self.setting("mulu.main")? {
            return Ok(Some(set));
        }
        let remotes = self.remotes()?;
        for remote in &remotes {
            let head = format!("refs/remotes/{remote}/HEAD");
            let head = self.line(&["symbolic-ref", "--quiet", "--short", &head])?;
            let name = head
                .as_deref()
                .and_then(|head| head.strip_prefix(&format!("{remote}/")));
            if let Some(name) = name {
                return Ok(Some(name.to_owned()));
            }
        }
        let set = self.setting("init.defaultBranch")?;
        for name in set.iter().map(String::as_str).chain(USUAL) {
            let local = format!("refs/heads/{name}");
            let far = remotes
                .iter()
                .map(|remote| format!("refs/remotes/{remote}/{name}"));
            for name_in_full in std::iter::once(local).chain(far) {
                if self.id(&name_in_full)?.is_some() {
                    return Ok(Some(name.to_owned()));
                }
            }
        }
        Ok(None)
    }

    /// The branches, the one with the newest commit first, at most so many.
    pub fn branches(&self, most: usize) -> Result<Vec<Branch>, StoreError> {
        let count = format!("--count={most}");
        let format =
            "--format=%(HEAD)%1f%(refname:lstrip=2)%1f%(committerdate:short)%1f%(contents:subject)";
        let args = [
            "for-each-ref",
            "--sort=-committerdate",
            &count,
            format,
            "refs/heads",
        ];
        let said = self.line(&args)?.unwrap_or_default();
        let branch = |line: &str| {
            let mut parts = line.split(GAP);
            Some(Branch {
                is_current: parts.next()?.trim() == "*",
                name: parts.next()?.to_owned(),
                day: parts.next()?.to_owned(),
                subject: parts.next()?.to_owned(),
            })
        };
        Ok(said.lines().filter_map(branch).collect())
    }

    /// The files below a folder that git names, by their paths from the top of the work tree.
    pub fn paths(&self, args: &[&str]) -> Result<Vec<String>, StoreError> {
        let said = self.ask(args)?.unwrap_or_default();
        let paths = said
            .split(|byte| *byte == 0)
            .filter(|path| !path.is_empty());
        Ok(paths
            .map(|path| String::from_utf8_lossy(path).into_owned())
            .collect())
    }

    /// Where the catalog's root lies from the top of the work tree, with `/` at its end; empty at the top.
    pub fn prefix(&self) -> Result<String, StoreError> {
        Ok(self
            .line(&["rev-parse", "--show-prefix"])?
            .unwrap_or_default())
    }

    /// Refuses while the index is locked.
    pub fn refuse_locked(&self) -> Result<(), StoreError> {
        let top = self
            .line(&["rev-parse", "--show-toplevel"])?
            .map(PathBuf::from);
        refuse_locked(&self.git_folder()?, top.as_deref())
    }

    /// What is begun and not ended, as git calls it.
    pub fn underway(&self) -> Result<Option<&'static str>, StoreError> {
        let folder = self.git_folder()?;
        let signs = [
            ("rebase-merge", "rebase"),
            ("rebase-apply/applying", "am"),
            ("rebase-apply", "rebase"),
            ("MERGE_HEAD", "merge"),
            ("CHERRY_PICK_HEAD", "cherry-pick"),
            ("REVERT_HEAD", "revert"),
            ("BISECT_LOG", "bisect"),
        ];
        let found = signs.iter().find(|(sign, _)| folder.join(sign).exists());
        Ok(found.map(|(_, what)| *what))
    }

    /// The same git with attributes for this run besides those of the user; those of the repository go before.
    pub fn with_attributes(&self, lines: &[String]) -> Result<Self, StoreError> {
        let own = self.git_folder()?.join("mulu/attributes");
        let user = self.line(&["var", "GIT_ATTR_GLOBAL"])?;
        let user = user.and_then(|path| fs::read_to_string(path).ok());
        let text = format!("{}\n{}\n", user.unwrap_or_default(), lines.join("\n"));
        if let Some(folder) = own.parent() {
            fs::create_dir_all(folder).map_err(|error| StoreError::io(folder, error))?;
        }
        write_atomically(&own, text.as_bytes())?;
        Ok(self.with_settings([format!("core.attributesFile={}", own.display())]))
    }

    fn git_folder(&self) -> Result<PathBuf, StoreError> {
        let folder = self.line(&["rev-parse", "--absolute-git-dir"])?;
        folder
            .map(PathBuf::from)
            .ok_or_else(|| self.no_repository())
    }
}
