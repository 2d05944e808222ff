//! The door to disk and git: nothing is lost, nothing else is touched.

use std::fs;
use std::path::Path;

use mulu::store::{Changed, Content, Git, RawFile, Root, StoreError, Write};

#[test]
fn a_file_changed_by_someone_else_is_not_overwritten() {
    let (_folder, root) = catalog();
    fs::write(root.file("bodies.yaml"), "theirs\n").unwrap();
    let refused = root.write_file("bodies.yaml", Some("read\n"), Some("mine\n"));
    assert!(
        matches!(refused, Err(StoreError::Changed(_))),
        "{refused:?}"
    );
    assert_eq!(
        fs::read_to_string(root.file("bodies.yaml")).unwrap(),
        "theirs\n"
    );
}

#[test]
fn a_new_file_is_not_put_over_one_that_appeared() {
    let (_folder, root) = catalog();
    fs::write(root.file("bodies.yaml"), "theirs\n").unwrap();
    assert!(matches!(
        root.write_file("bodies.yaml", None, Some("mine\n")),
        Err(StoreError::Changed(_))
    ));
}

#[test]
fn a_path_that_leads_out_is_refused() {
    let (_folder, root) = catalog();
    for path in [
        "../outside.yaml",
        "base/../../outside.yaml",
        "base//x.yaml",
        "a\\b.yaml",
    ] {
        let refused = root.write_file(path, None, Some("x\n"));
        assert!(
            matches!(refused, Err(StoreError::Outside(_))),
            "{path}: {refused:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_neither_read_nor_written_through() {
    let (folder, root) = catalog();
    let outside = folder.path().join("outside.yaml");
    fs::write(&outside, "secret: 1\n").unwrap();
    std::os::unix::fs::symlink(&outside, root.file("link.yaml")).unwrap();
    let refused = root.write_file("link.yaml", Some("secret: 1\n"), Some("mine\n"));
    assert!(
        matches!(refused, Err(StoreError::Outside(_))),
        "{refused:?}"
    );
    assert_eq!(fs::read_to_string(&outside).unwrap(), "secret: 1\n");
    let files = root.read_files(1 << 20, &|file, _| file).unwrap();
    assert!(files.iter().all(|file| file.path != "link.yaml"));
}

#[cfg(unix)]
#[test]
fn a_written_file_keeps_its_permissions_and_leaves_no_trace_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, root) = catalog();
    let path = root.file("mulu.yaml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    root.write_file("mulu.yaml", Some("format: 1\n"), Some("format: 2\n"))
        .unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let names: Vec<_> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["mulu.yaml"]);
}

#[test]
fn of_many_files_those_before_the_one_that_changed_are_written() {
    let (_folder, root) = catalog();
    fs::write(root.file("bodies.yaml"), "theirs\n").unwrap();
    let write = |path, before, after| Write {
        path,
        before,
        after,
    };
    let (done, stopped) = root.write_files(&[
        write("base/09/a.yaml", None, Some("new\n")),
        write("mulu.yaml", Some("format: 1\n"), Some("format: 2\n")),
        write("bodies.yaml", Some("read\n"), Some("mine\n")),
        write("base/09/b.yaml", None, Some("never\n")),
    ]);
    assert_eq!(done, 2);
    assert!(matches!(stopped, Err(StoreError::Changed(_))));
    let read = |path| fs::read_to_string(root.file(path)).unwrap();
    assert_eq!(read("base/09/a.yaml"), "new\n");
    assert_eq!(read("mulu.yaml"), "format: 2\n");
    assert_eq!(read("bodies.yaml"), "theirs\n");
    let names = fs::read_dir(root.file("base/09")).unwrap();
    let names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a.yaml"]);
}

#[test]
fn a_catalog_is_found_from_any_folder_inside_it() {
    let (_folder, root) = catalog();
    let deep = root.file("base/01");
    fs::create_dir_all(&deep).unwrap();
    assert_eq!(Root::find(&deep).as_ref(), Some(&root));
    assert_eq!(Root::at(&root.path().join("catalog")).unwrap(), root);
    assert!(matches!(Root::at(&deep), Err(StoreError::NoCatalog(_))));
}

#[test]
fn a_commit_takes_the_files_named_and_leaves_the_rest_staged() {
    let (_folder, root) = catalog();
    let repository = repository(root.path());
    let git = Git::open(&root).unwrap();
    let file = |path: &str| Changed {
        path: path.to_owned(),
        is_deleted: false,
    };
    git.commit(&git.changed().unwrap(), "The catalog begins")
        .unwrap();

    fs::write(root.file("mulu.yaml"), "format: 1\ntitle: 目录\n").unwrap();
    fs::write(root.path().join("notes.txt"), "mine\n").unwrap();
    let mut index = repository.index().unwrap();
    index.add_path(Path::new("notes.txt")).unwrap();
    index.write().unwrap();
    assert_eq!(git.changed().unwrap(), [file("catalog/mulu.yaml")]);
    git.commit(&[file("catalog/mulu.yaml")], "The catalog has a title")
        .unwrap();

    let head = repository.head().unwrap().peel_to_commit().unwrap();
    assert_eq!(head.message().unwrap(), "The catalog has a title");
    assert!(head.tree().unwrap().get_name("notes.txt").is_none());
    assert_eq!(
        repository.status_file(Path::new("notes.txt")).unwrap(),
        git2::Status::INDEX_NEW
    );
    assert_eq!(
        git.committed("catalog/mulu.yaml").unwrap(),
        "format: 1\ntitle: 目录\n".as_bytes()
    );
    assert!(git.changed().unwrap().is_empty());
}

#[test]
fn a_deleted_file_is_committed_as_deleted() {
    let (_folder, root) = catalog();
    repository(root.path());
    let git = Git::open(&root).unwrap();
    fs::write(root.file("old.yaml"), "a: 1\n").unwrap();
    git.commit(&git.changed().unwrap(), "With").unwrap();
    root.write_file("old.yaml", Some("a: 1\n"), None).unwrap();
    let changed = git.changed().unwrap();
    assert_eq!(
        changed,
        [Changed {
            path: "catalog/old.yaml".to_owned(),
            is_deleted: true
        }]
    );
    git.commit(&changed, "Without").unwrap();
    assert!(git.committed("catalog/old.yaml").is_none());
    assert!(matches!(
        git.commit(&[], "Nothing"),
        Err(StoreError::NothingToCommit)
    ));
}

#[test]
fn an_old_commit_is_read_without_a_checkout() {
    let (_folder, root) = catalog();
    repository(root.path());
    let git = Git::open(&root).unwrap();
    git.commit(&git.changed().unwrap(), "First").unwrap();
    fs::write(root.file("mulu.yaml"), "format: 1\ntitle: 新\n").unwrap();
    fs::write(root.file(".hidden.yaml"), "a: 1\n").unwrap();
    git.commit(&git.changed().unwrap(), "Second").unwrap();
    fs::write(root.file("mulu.yaml"), "format: 1\ntitle: 未提交\n").unwrap();

    let read = |name: &str| {
        let revision = git.revision(name).unwrap();
        let take = |file: RawFile| match file.content {
            Content::Bytes(bytes) => (file.path, String::from_utf8(bytes).unwrap()),
            Content::TooLarge(size) => (file.path, size.to_string()),
        };
        git.read_files(&revision, 20, &take).unwrap()
    };
    let manifest = |text: &str| vec![("mulu.yaml".to_owned(), text.to_owned())];
    assert_eq!(read("HEAD~1"), manifest("format: 1\n"));
    assert_eq!(read("main"), manifest("21"));
    assert!(matches!(
        git.revision("nowhere"),
        Err(StoreError::NoRevision(_))
    ));
}

#[test]
fn history_names_the_commits_that_changed_the_catalog() {
    let (_folder, root) = catalog();
    let repository = repository(root.path().parent().unwrap());
    let git = Git::open(&root).unwrap();
    git.commit(&git.changed().unwrap(), "First").unwrap();
    let head = repository.head().unwrap().peel_to_commit().unwrap();
    let author = repository.signature().unwrap();
    let tree = head.tree().unwrap();
    repository
        .commit(Some("HEAD"), &author, &author, "Elsewhere", &tree, &[&head])
        .unwrap();
    fs::write(root.file("mulu.yaml"), "format: 1\ntitle: 新\n").unwrap();
    git.commit(&git.changed().unwrap(), "Third").unwrap();
    let history = git.history("HEAD", 9).unwrap();
    let subjects: Vec<&str> = history.iter().map(|one| one.subject.as_str()).collect();
    assert_eq!(subjects, ["Third", "First"]);
}

#[test]
fn a_commit_aside_leaves_the_desk_as_it_is() {
    let (_folder, root) = catalog();
    repository(root.path());
    let git = Git::open(&root).unwrap();
    git.commit(&git.changed().unwrap(), "First").unwrap();
    git.commit_aside(
        "propose/title",
        &[("mulu.yaml", "format: 1\ntitle: 新\n")],
        "Ask",
    )
    .unwrap();
    assert!(git.changed().unwrap().is_empty());
    assert_eq!(git.branch().as_deref(), Some("main"));
    let asked = git.revision("propose/title").unwrap();
    assert_eq!(asked.subject, "Ask");
    assert_eq!(
        git.read_file(&asked, "mulu.yaml").unwrap(),
        "format: 1\ntitle: 新\n".as_bytes()
    );
    let again = git.commit_aside("propose/title", &[("mulu.yaml", "x: 1\n")], "Ask again");
    assert!(again.is_err());
}

/// A folder with the smallest thing that is a catalog.
fn catalog() -> (tempfile::TempDir, Root) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("desk/catalog")).unwrap();
    fs::write(folder.path().join("desk/catalog/mulu.yaml"), "format: 1\n").unwrap();
    let root = Root::at(&folder.path().join("desk")).unwrap();
    (folder, root)
}

/// A repository whose author is known without asking the machine.
fn repository(folder: &Path) -> git2::Repository {
    Git::init(folder).unwrap();
    let repository = git2::Repository::open(folder).unwrap();
    let mut config = repository.config().unwrap();
    config.set_str("user.name", "编目员").unwrap();
    config
        .set_str("user.email", "editor@example.invalid")
        .unwrap();
    repository
}
