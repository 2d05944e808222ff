//! A desk with real git: a catalog in a repository of its own, remotes beside it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::sandbox::Sandbox;

/// A base matter of the catalog that `mulu init` makes.
pub(crate) const FILE: &str = "catalog/base/31/000131002000.yaml";

/// 台面: a folder in which git and the program run.
pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    /// The work tree, below it.
    pub(crate) tree: &'static str,
}

impl Desk {
    /// A catalog with one commit by someone with a Chinese name, in a path with spaces.
    pub(crate) fn new() -> Desk {
        Desk::of(&["init", "-q", "-b", "main"])
    }

    pub(crate) fn of(init: &[&str]) -> Desk {
        let path = std::env::var("PATH").unwrap();
        let sandbox = Sandbox::new()
            .with("PATH", &path)
            .with("GIT_CONFIG_NOSYSTEM", "1")
            .with("GIT_AUTHOR_DATE", "2026-03-01T08:00:00Z")
            .with("GIT_COMMITTER_DATE", "2026-03-01T08:00:00Z");
        let desk = Desk {
            sandbox,
            tree: "政务 目录",
        };
        fs::create_dir(desk.path("政务 目录")).unwrap();
        assert!(desk.run(&["init", "."]).status.success());
        fs::remove_dir_all(desk.file(".git")).unwrap();
        desk.git(init);
        desk.git(&["config", "user.name", "编目员 甲"]);
        desk.git(&["config", "user.email", "editor@sample.example"]);
        desk
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.sandbox.path().join(below)
    }

    pub(crate) fn file(&self, below: &str) -> PathBuf {
        self.path(self.tree).join(below)
    }

    pub(crate) fn try_git(&self, args: &[&str]) -> Output {
        Command::new("git")
            .args(["-c", "protocol.file.allow=always"])
            .args(args)
            .current_dir(self.path(self.tree))
            .env_clear()
            .envs(self.sandbox.environment())
            .output()
            .unwrap()
    }

    pub(crate) fn git(&self, args: &[&str]) -> String {
        let output = self.try_git(args);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {args:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn commit(&self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-qm", subject]);
    }

    /// Changes the matter, so that there is something to commit.
    pub(crate) fn edit(&self, name: &str) {
        let file = self.file(FILE);
        let text = fs::read_to_string(&file).unwrap();
        let line = text
            .lines()
            .find(|line| line.starts_with("name: "))
            .unwrap();
        fs::write(&file, text.replace(line, &format!("name: {name}"))).unwrap();
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        let mut command = self.sandbox.command(args);
        command.current_dir(self.path(self.tree)).output().unwrap()
    }

    /// What the program says, and whether it did it.
    pub(crate) fn say(&self, args: &[&str]) -> (String, Option<i32>) {
        let output = self.run(args);
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8(said).unwrap(), output.status.code())
    }

    /// A remote that has what is committed.
    pub(crate) fn publish(&self, name: &str) {
        let far = self.path(&format!("{name} 远程.git"));
        let format = self.git(&["rev-parse", "--show-object-format"]);
        let format = format!("--object-format={}", format.trim());
        self.git(&[
            "init",
            "-q",
            "--bare",
            "-b",
            "main",
            &format,
            far.to_str().unwrap(),
        ]);
        self.git(&["remote", "add", name, far.to_str().unwrap()]);
        self.git(&["push", "-q", name, "HEAD:refs/heads/main"]);
        self.git(&["fetch", "-q", name]);
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.file(".git/index.lock")
    }
}
