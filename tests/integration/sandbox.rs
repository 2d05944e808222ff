//! A folder of its own, and the program run in it: a scrubbed environment, a fixed date, and what differs
//! from run to run taken out of what it says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The date on which every test runs.
pub(crate) const TODAY: &str = "2026-11-24";

/// A temporary folder in which the program runs.
pub(crate) struct Sandbox {
    folder: TempDir,
    variables: Vec<(String, String)>,
}

impl Sandbox {
    /// An empty folder, a Chinese locale.
    pub(crate) fn new() -> Sandbox {
        let variables = [("LANG", "zh_CN.UTF-8")];
        Sandbox {
            folder: TempDir::new().unwrap(),
            variables: variables.map(owned).into(),
        }
    }

    /// A folder that holds a new catalog, as `mulu init` makes it.
    pub(crate) fn with_catalog() -> Sandbox {
        let sandbox = Sandbox::new();
        assert_eq!(sandbox.run(&["init", "."]).status.code(), Some(0));
        sandbox
    }

    /// A folder that holds the sample catalog with its first commit, and whose committer is known.
    pub(crate) fn with_sample() -> Sandbox {
        let sandbox = Sandbox::new();
        assert_eq!(sandbox.run(&["demo", "."]).status.code(), Some(0));
        sandbox.name_the_committer();
        sandbox
    }

    /// The same folder with another variable in the environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Sandbox {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push(owned((name, value)));
        self
    }

    /// Its path.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().canonicalize().unwrap()
    }

    /// Writes a file below the folder.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let full = self.folder.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    /// Reads a file below the folder.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    /// Puts one text in place of another in a file.
    pub(crate) fn replace(&self, path: &str, before: &str, after: &str) {
        let text = self.read(path);
        assert!(text.contains(before), "{path} has no {before}");
        self.write(path, &text.replace(before, after));
    }

    /// Every file below the folder, git's own left out.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        list(self.folder.path(), &mut files);
        let below = |path: &PathBuf| path.strip_prefix(self.folder.path()).unwrap().to_owned();
        let mut files: Vec<String> = files
            .iter()
            .map(|path| below(path).to_string_lossy().replace('\\', "/"))
            .collect();
        files.sort();
        files
    }

    /// The program, ready to run in this folder.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mulu"));
        command
            .args(["--today", TODAY])
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .envs(self.environment())
            .stdin(Stdio::null());
        command
    }

    /// The variables that the program sees.
    pub(crate) fn environment(&self) -> Vec<(String, String)> {
        let folder = self.folder.path().to_string_lossy();
        let own = [
            ("HOME".to_owned(), format!("{folder}/nobody")),
            ("TMPDIR".to_owned(), folder.into_owned()),
        ];
        own.into_iter().chain(self.variables.clone()).collect()
    }

    /// Tells the repository who commits.
    pub(crate) fn name_the_committer(&self) {
        let config = self.read(".git/config");
        let user = "[user]\n\tname = 编目员\n\temail = editor@sample.example\n";
        self.write(".git/config", &format!("{config}{user}"));
    }

    /// Runs the program.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs the program and gives what it says, its exit code last, paths and versions taken out.
    pub(crate) fn say(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let mut said = self.redacted(&output.stdout);
        let errors = self.redacted(&output.stderr);
        if !errors.is_empty() {
            said.push_str("--- stderr\n");
            said.push_str(&errors);
        }
        said + &format!("--- exit {}", output.status.code().unwrap())
    }

    fn redacted(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_owned()).unwrap();
        text.replace(&*self.path().to_string_lossy(), "[DIR]")
            .replace(&*self.folder.path().to_string_lossy(), "[DIR]")
            .replace(env!("CARGO_PKG_VERSION"), "[VERSION]")
    }
}

fn owned((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with(".git") {
            list(&path, files);
        } else if path.is_file() {
            files.push(path);
        }
    }
}
