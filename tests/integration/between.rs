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
