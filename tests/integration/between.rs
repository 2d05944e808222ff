//! Which files differ between two states of a catalog, in repositories of every kind.

use std::fs;
use std::path::Path;

use crate::since::git;
use mulu::store::{Content, Differing, Git, Root, Snapshot, StoreError};

fn write(folder: &Path, path: &str, text: &str) {
    let full = folder.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

/// A repository whose catalog lies in a folder with a blank in its name; three commits.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    git(path, &["init", "-q", "-b", "main"]);
    write(path, "省 目录/catalog/mulu.yaml", "format: 1\n");
    write(path, "省 目录/catalog/base/01/a.yaml", "name: 甲\n");
    write(path, "other.txt", "x\n");
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "一"]);
    write(path, "省 目录/catalog/base/01/a.yaml", "name: 乙\n");
    write(path, "省 目录/schemas/fields.yaml", "fields: []\n");
    write(path, "other.txt", "y\n");
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "二"]);
    git(path, &["rm", "-q", "省 目录/catalog/base/01/a.yaml"]);
    git(path, &["commit", "-qm", "三"]);
    folder
}

fn open(folder: &Path) -> Git {
    Git::open(&Root::at(&folder.join("省 目录")).unwrap()).unwrap()
}

fn told(git: &Git, files: &[Differing]) -> Vec<String> {
    let side = |content: Option<Content>| match content {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap().trim().to_owned(),
        Some(Content::TooLarge(size)) => format!("{size} bytes"),
        None => "-".to_owned(),
    };
    let told = git.read_differing(files, 100, &|file, before, after| {
        format!("{}: {} → {}", file.path, side(before), side(after))
    });
    told.unwrap()
}

#[test]
fn two_commits_differ_in_files_of_the_catalog_and_its_standard_only() {
    let folder = repository();
    let git = open(folder.path());
    let at = |name: &str| Snapshot::Revision(git.revision(name).unwrap());
    let between = |old: &Snapshot, new: &Snapshot| told(&git, &git.between(old, new).unwrap());
    assert_eq!(
        between(&at("HEAD~2"), &at("HEAD~1")),
        [
            "catalog/base/01/a.yaml: name: 甲 → name: 乙",
            "schemas/fields.yaml: - → fields: []"
        ]
    );
    assert_eq!(
        between(&at("HEAD~1"), &at("HEAD")),
        ["catalog/base/01/a.yaml: name: 乙 → -"]
    );
    assert_eq!(
        between(&Snapshot::Nothing, &at("HEAD~2")),
        [
            "catalog/base/01/a.yaml: - → name: 甲",
            "catalog/mulu.yaml: - → format: 1"
        ]
    );
}

#[test]
fn the_index_and_the_work_tree_are_held_to_a_commit() {
    let folder = repository();
    let path = folder.path();
    write(path, "省 目录/catalog/mulu.yaml", "format: 2\n");
    git(path, &["add", "."]);
    write(path, "省 目录/catalog/mulu.yaml", "format: 3\n");
    write(path, "省 目录/catalog/base/02/新.yaml", "name: 新\n");
    let git = open(path);
    let head = Snapshot::Revision(git.revision("HEAD").unwrap());
    let between = |new: &Snapshot| told(&git, &git.between(&head, new).unwrap());
    assert_eq!(
        between(&Snapshot::Index),
        ["catalog/mulu.yaml: format: 1 → format: 2"]
    );
    assert_eq!(
        between(&Snapshot::WorkTree),
        [
            "catalog/base/02/新.yaml: - → name: 新",
            "catalog/mulu.yaml: format: 1 → format: 3"
        ]
    );
}

#[test]
fn a_bare_and_a_shallow_repository_are_read_too() {
    let folder = repository();
    let source = format!("file://{}", folder.path().display());
    let clones = tempfile::tempdir().unwrap();
    git(
        clones.path(),
        &["clone", "-q", "--bare", &source, "bare.git"],
    );
    git(
        clones.path(),
        &["clone", "-q", "--depth", "2", &source, "shallow"],
    );
    let bare = Git::bare(&clones.path().join("bare.git"), "main").unwrap();
    assert_eq!(bare.prefix(), "省 目录/");
    let shallow = open(&clones.path().join("shallow"));
    for git in [&bare, &shallow] {
        let at = |name: &str| Snapshot::Revision(git.revision(name).unwrap());
        let files = git.between(&at("main~1"), &at("main")).unwrap();
        assert_eq!(told(git, &files), ["catalog/base/01/a.yaml: name: 乙 → -"]);
        assert!(files[0].before.as_ref().unwrap().id().is_some());
    }
    let beyond = shallow.revision("HEAD~2").unwrap_err();
    assert!(matches!(beyond, StoreError::CutOff(_)), "{beyond:?}");
    let beyond = bare.revision("HEAD~9").unwrap_err();
    assert!(matches!(beyond, StoreError::NoRevision(_)), "{beyond:?}");
}

#[cfg(unix)]
#[test]
fn a_link_is_no_file_on_either_side() {
    let folder = repository();
    let path = folder.path();
    write(path, "省 目录/catalog/base/new.yaml", "format: 1\n");
    std::os::unix::fs::symlink("/etc/passwd", path.join("省 目录/catalog/link.yaml")).unwrap();
    let git = open(path);
    let head = Snapshot::Revision(git.revision("HEAD").unwrap());
    let files = git.between(&head, &Snapshot::WorkTree).unwrap();
    assert_eq!(told(&git, &files), ["catalog/base/new.yaml: - → format: 1"]);
}

/// What git prints, a path a line.
fn paths(folder: &Path, args: &[&str]) -> Vec<String> {
    let args = [&["-c", "core.quotePath=false"], args].concat();
    let said = git(folder, &args);
    said.lines().map(str::to_owned).collect()
}

/// What git says differs from a commit: what is staged, and what lies on disk.
fn as_git_says(folder: &Path, commit: &str) -> [Vec<String>; 2] {
    let below = ["--", "catalog", "schemas"];
    let diff = ["diff", "--name-only", "--no-renames"];
    let staged = paths(folder, &[&diff[..], &["--cached", commit], &below].concat());
    let mut disk = paths(folder, &[&diff[..], &[commit], &below].concat());
    let others = ["ls-files", "--others", "--exclude-standard"];
    for path in paths(folder, &[&others[..], &below].concat()) {
        // To git what was taken out of the index is gone; to us what lies there as it was is the same.
        let was = disk.iter().position(|known| *known == path);
        let is_same = was.is_some() && {
            let text = git(folder, &["show", &format!("{commit}:{path}")]);
            fs::read_to_string(folder.join(&path)).unwrap().trim() == text
        };
        was.map(|was| disk.remove(was));
        disk.extend((!is_same).then_some(path));
    }
    disk.sort();
    [staged, disk]
}

/// Everything below git's own folder that tells whether something was written.
fn written(folder: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.join(".git")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let data = entry.metadata().unwrap();
            if data.is_dir() {
                folders.push(entry.path());
            }
            found.push((entry.path().display().to_string(), data.len()));
        }
    }
    found.sort();
    found
}

#[test]
fn what_differs_is_what_git_says_after_every_step_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    git(path, &["init", "-q", "-b", "main"]);
    write(path, ".gitignore", "*.tmp\n");
    write(path, "catalog/mulu.yaml", "format: 1\n");
    write(path, "schemas/fields.yaml", "fields: []\n");
    for number in 0..24_usize {
        write(path, &file(number), &format!("name: 甲{number}\n"));
    }
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "一"]);
    git(path, &["commit", "-qm", "二", "--allow-empty"]);
    let mut dice = fastrand::Rng::with_seed(7);
    for step in 0..60 {
        let name = file(dice.usize(..30));
        match dice.u64(..11) {
            0 | 1 => write(path, &name, &format!("name: 乙{step}\n")),
            2 => drop(fs::remove_file(path.join(&name))),
            3 => drop(git(path, &["add", "-A", "catalog/base/a"])),
            4 => drop(git(path, &["add", "-A", "catalog"])),
            5 => drop(git(
                path,
                &["rm", "-q", "--cached", "--ignore-unmatch", &name],
            )),
            6 => drop(git(path, &["reset", "-q", "--mixed", "HEAD"])),
            7 => write(path, &format!("{name}.tmp"), "x\n"),
            8 => drop(git(
                path,
                &[
                    "update-index",
                    "--index-version",
                    ["2", "4"][dice.usize(..2)],
                ],
            )),
            9 => {
                git(path, &["add", "-A"]);
                git(path, &["commit", "-qm", "又", "--allow-empty"]);
            }
            _ => {
                write(path, &name, "name: 丙\n");
                git(path, &["add", "-N", &name]);
            }
        }
        let before = written(path);
        let ours = Git::open(&Root::at(path).unwrap()).unwrap();
        for commit in ["HEAD", "HEAD~1"] {
            let old = Snapshot::Revision(ours.revision(commit).unwrap());
            let said = [Snapshot::Index, Snapshot::WorkTree].map(|new| {
                let files = ours.between(&old, &new).unwrap();
                files.into_iter().map(|file| file.path).collect::<Vec<_>>()
            });
            assert_eq!(written(path), before, "step {step}");
            assert_eq!(said, as_git_says(path, commit), "step {step}, {commit}");
        }
    }
}

fn file(number: usize) -> String {
    // Git has `a.b` before the folder `a`, and `a0` behind it.
    let folder = ["a", "a.b", "a0"][number % 3];
    let name = ["a", "a.b", "甲"][number % 4 % 3];
    format!("catalog/base/{folder}/{name}{number}.yaml")
}

#[test]
fn an_index_of_a_kind_of_its_own_is_refused_with_a_word() {
    let folder = repository();
    git(folder.path(), &["update-index", "--split-index"]);
    let ours = open(folder.path());
    let head = Snapshot::Revision(ours.revision("HEAD").unwrap());
    for new in [Snapshot::Index, Snapshot::WorkTree] {
        let refused = ours.between(&head, &new).unwrap_err();
        assert!(matches!(refused, StoreError::Unsupported(_)), "{refused:?}");
    }
}

#[test]
fn what_git_was_told_not_to_look_at_is_left_alone() {
    let folder = repository();
    let path = folder.path();
    let file = "省 目录/catalog/mulu.yaml";
    git(path, &["update-index", "--assume-unchanged", file]);
    write(path, file, "format: 2\n");
    git(
        path,
        &[
            "update-index",
            "--skip-worktree",
            "省 目录/schemas/fields.yaml",
        ],
    );
    fs::remove_file(path.join("省 目录/schemas/fields.yaml")).unwrap();
    let ours = open(path);
    let head = Snapshot::Revision(ours.revision("HEAD").unwrap());
    assert_eq!(ours.between(&head, &Snapshot::WorkTree).unwrap(), []);
}

#[test]
fn line_ends_that_git_turns_are_no_difference() {
    let folder = repository();
    let path = folder.path();
    git(path, &["config", "core.autocrlf", "true"]);
    write(path, "省 目录/catalog/mulu.yaml", "format: 1\r\n");
    let ours = open(path);
    let head = Snapshot::Revision(ours.revision("HEAD").unwrap());
    assert_eq!(ours.between(&head, &Snapshot::WorkTree).unwrap(), []);
}
