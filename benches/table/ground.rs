//! A province in a repository, checked out, for processes to work on.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::province::{Size, province};
use crate::written::pack;

/// So many matters are changed by the last commit, and by hand between two checks.
const CHANGED: usize = 50;

/// 场地: the repository, and a folder for what mulu keeps.
pub(crate) struct Ground {
    folder: TempDir,
    pub(crate) files: usize,
    pub(crate) bytes: usize,
}

impl Ground {
    /// Makes a province of so many matters.
    pub(crate) fn new(matters: usize) -> Ground {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let province = province(1, Size::of(matters)).with_flaws(1, 10);
        let bare = folder.path().join("province.git");
        pack(&province, &bare, &[100, (matters / CHANGED).max(1)]);
        let ground = Ground {
            files: province.files.len(),
            bytes: province.files.iter().map(|(_, text)| text.len()).sum(),
            folder,
        };
        let mut clone = Command::new("git");
        clone.args(["clone", "-q"]).arg(bare).arg(ground.root());
        assert!(
            clone.status().is_ok_and(|status| status.success()),
            "git clone failed"
        );
        ground
    }

    /// The folder around `catalog/`.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// This program, as it is built here.
    pub(crate) fn mulu(&self, words: &[&str]) -> Command {
        let mut command = self.at_home(env!("CARGO_BIN_EXE_mulu"), &["--lang", "en"]);
        command.args(words);
        command
    }

    pub(crate) fn at_home(&self, program: impl AsRef<std::ffi::OsStr>, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(words).current_dir(self.root());
        command.env("XDG_CACHE_HOME", self.cache());
        command
    }

    /// This bench in another role.
    pub(crate) fn this(&self, role: &str) -> Command {
        let this = std::env::current_exe().expect("the bench knows itself");
        let mut command = self.at_home(this, &[role]);
        command.arg(self.root());
        command
    }

    /// Forgets what mulu kept.
    pub(crate) fn empty_cache(&self) {
        let _ = std::fs::remove_dir_all(self.cache());
    }

    /// Changes some local matters by hand, or back as they were.
    pub(crate) fn edit(&self, from: &str, to: &str) {
        let mut folders: Vec<PathBuf> = entries(&self.root().join("catalog/local"));
        folders.sort();
        let files = folders.iter().flat_map(|folder| entries(folder));
        let mut files: Vec<PathBuf> = files.collect();
        files.sort();
        let share = (files.len() / CHANGED).max(1);
        for file in files.iter().step_by(share) {
            let text = std::fs::read_to_string(file).expect("a readable file");
            let text = text.replacen(from, to, 1);
            mulu::store::write_atomically(file, text.as_bytes()).expect("the disk has room");
        }
    }

    /// What single steps take inside one process.
    pub(crate) fn inside(&self) -> String {
        let output = self.this("--inside").output().expect("the bench starts");
        String::from_utf8_lossy(&output.stdout)
            .trim()
            .replace('\n', ", ")
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}
