//! What the next commit takes, held to what the `git` command says; and what became of a matter since.

use std::fs;
use std::path::Path;
use std::process::Command;

use mulu::catalog::standard::Standard;
use mulu::change::compare::FieldPath;
use mulu::session::{self, Chronicle, Portion, SessionError, What};
use mulu::store::{Audience, Root, StoreError};
use mulu::yaml::Data;
use tempfile::TempDir;

const FILE: &str = "local/330106/11330106MU033101XF4000131002000.yaml";
const WHOLE: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";
const BEFORE: &str = "# 头\ncode: '11330106MU033101XF4000131002000'\nhours: 上午\nmaterials:\n  - name: 申请书\n    copies: 1\nvisits: 1\n";
const AFTER: &str = "# 头\ncode: '11330106MU033101XF4000131002000'\nhours: 上午、下午 # 新\nmaterials:\n  - name: 申请书\n    copies: 2\n  - name: 身份证\nvisits: 0\n";

/// Runs git as a person would, with no settings but those of the repository.
fn git(folder: &Path, args: &[&str]) -> String {
    let run = Command::new("git")
        .args(args)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", "2026-03-01T08:00:00Z")
        .env("GIT_COMMITTER_DATE", "2026-03-01T08:00:00Z")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "git {args:?}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    said
}

/// A catalog of a few files under git, with the file committed as it was before.
fn repository() -> (TempDir, Root) {
    let folder = TempDir::new().unwrap();
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["config", "user.name", "编目员"]);
    git(
        folder.path(),
        &["config", "user.email", "editor@sample.example"],
    );
    write(folder.path(), "catalog/mulu.yaml", "format: 1\n");
    write(folder.path(), WHOLE, BEFORE);
    commit_all(folder.path(), "目录");
    let root = Root::at(folder.path()).unwrap();
    (folder, root)
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn commit_all(folder: &Path, message: &str) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", message]);
}

fn fields(paths: &[&str]) -> Portion {
    let paths = paths.iter().map(|key| FieldPath::key(key)).collect();
    Portion::Fields(FILE.into(), paths)
}

fn stage(root: &Root, portion: &Portion) {
    session::stage(root, &Standard::bundled().unwrap(), portion).unwrap();
}

fn unstage(root: &Root, portion: &Portion) {
    session::unstage(root, &Standard::bundled().unwrap(), portion).unwrap();
}

#[test]
fn a_field_is_staged_alone_and_git_shows_the_same() {
    let (folder, root) = repository();
    write(folder.path(), WHOLE, AFTER);
    stage(&root, &fields(&["visits"]));
    assert_eq!(
        git(folder.path(), &["show", &format!(":{WHOLE}")]),
        BEFORE.replace("visits: 1", "visits: 0")
    );
    let cached = git(folder.path(), &["diff", "--cached", "-U0"]);
    assert!(
        cached.contains("-visits: 1\n+visits: 0\n") && !cached.contains("copies"),
        "{cached}"
    );
    assert_eq!(
        fs::read_to_string(folder.path().join(WHOLE)).unwrap(),
        AFTER
    );

    stage(&root, &fields(&["materials"]));
    let cached = git(folder.path(), &["show", &format!(":{WHOLE}")]);
    assert_eq!(cached, AFTER.replace("、下午 # 新", ""));
}

#[test]
fn the_last_field_brings_comments_and_layout_along() {
    let (folder, root) = repository();
    write(folder.path(), WHOLE, AFTER);
    stage(&root, &fields(&["visits", "materials"]));
    stage(&root, &fields(&["hours"]));
    assert_eq!(git(folder.path(), &["diff"]), "");
    unstage(&root, &fields(&["hours"]));
    assert!(git(folder.path(), &["diff"]).contains("+hours: 上午、下午 # 新"));
    unstage(&root, &fields(&["visits", "materials"]));
    assert_eq!(git(folder.path(), &["diff", "--cached"]), "");
    assert_eq!(
        git(folder.path(), &["status", "--short"]),
        format!(" M {WHOLE}\n")
    );
}

#[test]
fn a_commit_takes_what_is_staged_and_leaves_the_rest() {
    let (folder, root) = repository();
    write(folder.path(), WHOLE, AFTER);
    write(folder.path(), "catalog/divisions.yaml", "divisions: []\n");
    write(folder.path(), "notes.txt", "外\n");
    git(folder.path(), &["add", "notes.txt"]);
    stage(&root, &fields(&["visits"]));
    session::commit(&root, "改到现场次数", Audience::NOBODY).unwrap();
    let shown = git(folder.path(), &["show", "--format=%s", "-U0", "HEAD"]);
    assert!(
        shown.starts_with("改到现场次数") && shown.contains("+visits: 0"),
        "{shown}"
    );
    assert!(!shown.contains("copies") && !shown.contains("notes") && !shown.contains("divisions"));
    let left = git(folder.path(), &["status", "--short"]);
    assert_eq!(
        left,
        format!(" M {WHOLE}\nA  notes.txt\n?? catalog/divisions.yaml\n")
    );
    session::commit(&root, "其余", Audience::NOBODY).unwrap();
    assert_eq!(git(folder.path(), &["status", "--short"]), "A  notes.txt\n");
}

#[test]
fn new_and_deleted_files_and_the_standard_are_staged_whole() {
    let (folder, root) = repository();
    fs::remove_file(folder.path().join(WHOLE)).unwrap();
    write(folder.path(), "schemas/types.yaml", "types: []\n");
    stage(&root, &Portion::File(FILE.into()));
    stage(&root, &Portion::File("schemas/types.yaml".into()));
    let status = git(folder.path(), &["status", "--short"]);
    assert_eq!(status, format!("D  {WHOLE}\nA  schemas/types.yaml\n"));
    unstage(&root, &Portion::File(FILE.into()));
    stage(&root, &Portion::All);
    unstage(&root, &Portion::All);
    assert_eq!(git(folder.path(), &["diff", "--cached", "--name-only"]), "");
    stage(&root, &Portion::All);
    session::commit(&root, "删", Audience::NOBODY).unwrap();
    let tree = git(folder.path(), &["rev-parse", "HEAD^{tree}"]);
    assert_eq!(
        tree,
        git(folder.path(), &["write-tree"]),
        "no empty folder stays"
    );
}

#[test]
fn line_ends_are_stored_as_git_stores_them() {
    let (folder, root) = repository();
    git(folder.path(), &["config", "core.autocrlf", "true"]);
    write(folder.path(), WHOLE, &AFTER.replace('\n', "\r\n"));
    stage(&root, &fields(&["visits"]));
    assert_eq!(
        git(folder.path(), &["show", &format!(":{WHOLE}")]),
        BEFORE.replace("visits: 1", "visits: 0")
    );
}

#[test]
fn the_last_commit_is_made_anew_only_if_it_is_ones_own_and_nowhere_else() {
    let (folder, root) = repository();
    write(folder.path(), WHOLE, AFTER);
    stage(&root, &fields(&["visits"]));
    let old = git(folder.path(), &["rev-parse", "HEAD"]);
    assert_eq!(session::amendable(&root).unwrap().1, "目录\n");
    session::amend(&root, "目录，次数已改", Audience::NOBODY).unwrap();
    assert_eq!(git(folder.path(), &["rev-list", "--count", "HEAD"]), "1\n");
    let shown = git(folder.path(), &["show", "--format=%s", "HEAD"]);
    assert!(shown.contains("目录，次数已改") && shown.contains("+visits: 0"));

    git(
        folder.path(),
        &["update-ref", "refs/remotes/origin/main", "HEAD"],
    );
    let refused = session::amend(&root, "再改", Audience::NOBODY);
    assert!(
        matches!(refused, Err(SessionError::Store(StoreError::Pushed(branch))) if branch == "origin/main")
    );
    git(
        folder.path(),
        &["update-ref", "refs/remotes/origin/main", old.trim()],
    );
    git(
        folder.path(),
        &["config", "user.email", "other@sample.example"],
    );
    let refused = session::amendable(&root);
    assert!(
        matches!(refused, Err(SessionError::Store(StoreError::NotOwn(name))) if name == "编目员")
    );
}

#[test]
fn what_git_cannot_do_now_is_refused_with_a_way_out() {
    let (folder, root) = repository();
    write(folder.path(), WHOLE, AFTER);
    let lock = folder.path().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    let refused = session::stage(&root, &Standard::bundled().unwrap(), &Portion::All).unwrap_err();
    assert!(matches!(
        refused,
        SessionError::Store(StoreError::Locked(_))
    ));
    assert!(refused.hint().unwrap().zh.contains("index.lock"));
    assert!(session::commit(&root, "锁", Audience::NOBODY).is_err());
    fs::remove_file(&lock).unwrap();

    fs::write(
        folder.path().join(".git/MERGE_HEAD"),
        git(folder.path(), &["rev-parse", "HEAD"]),
    )
    .unwrap();
    let refused = session::commit(&root, "合", Audience::NOBODY).unwrap_err();
    assert!(matches!(
        refused,
        SessionError::Store(StoreError::Underway("merge"))
    ));
    fs::remove_file(folder.path().join(".git/MERGE_HEAD")).unwrap();

    git(folder.path(), &["checkout", "-q", "--detach"]);
    assert!(session::is_detached(&root));
    session::commit(&root, "不在分支上", Audience::NOBODY).unwrap();
    assert_eq!(
        git(folder.path(), &["log", "-1", "--format=%s"]),
        "不在分支上\n"
    );
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_not_gone() {
    let (folder, root) = repository();
    write(
        folder.path(),
        "catalog/base/31/000131002000.yaml",
        "name: 甲\n",
    );
    commit_all(folder.path(), "基本目录");
    git(folder.path(), &["sparse-checkout", "set", "catalog/local"]);
    assert!(!folder.path().join("catalog/base/31").exists());
    write(folder.path(), WHOLE, AFTER);
    assert_eq!(session::uncommitted(&root).unwrap().changes.len(), 1);
    session::commit(&root, "只改地方", Audience::NOBODY).unwrap();
    assert_eq!(
        git(folder.path(), &["diff", "--name-only", "HEAD~1"]),
        format!("{WHOLE}\n")
    );
    assert_eq!(git(folder.path(), &["status", "--short"]), "");
}

#[test]
fn a_repository_that_cannot_be_read_says_why() {
    let folder = TempDir::new().unwrap();
    git(folder.path(), &["init", "-q", "--object-format=sha256"]);
    write(folder.path(), "catalog/mulu.yaml", "format: 1\n");
    let root = Root::at(folder.path()).unwrap();
    let refused = session::commit(&root, "长编号", Audience::NOBODY).unwrap_err();
    assert!(refused.message().zh.contains("SHA-256"), "{refused}");
    assert!(refused.hint().is_some());
}

/// The whole history of a file, or of a field of it.
fn chronicle(root: &Root, path: &str, field: Option<FieldPath>) -> Chronicle {
    let standard = Standard::bundled().unwrap();
    let mut chronicle = Chronicle::new(path, field);
    while !chronicle.is_whole() {
        chronicle.go_on(root, &standard).unwrap();
    }
    chronicle
}

fn subjects(chronicle: &Chronicle) -> Vec<&str> {
    chronicle
        .deeds
        .iter()
        .map(|deed| &*deed.revision.subject)
        .collect()
}

/// A matter that was changed, renamed with its code, and changed on two branches.
fn storied() -> (TempDir, Root, String) {
    let (folder, root) = repository();
    let at = folder.path();
    write(at, WHOLE, &BEFORE.replace("上午", "全天"));
    commit_all(at, "时间");
    write(at, "catalog/divisions.yaml", "divisions: []\n");
    commit_all(at, "别的");
    let new = WHOLE.replace("131002000", "131003000");
    git(at, &["mv", WHOLE, &new]);
    let text = BEFORE
        .replace("上午", "全天")
        .replace("131002000", "131003000");
    write(at, &new, &text);
    commit_all(at, "改码");
    git(at, &["checkout", "-q", "-b", "side"]);
    write(at, &new, &text.replace("visits: 1", "visits: 0"));
    commit_all(at, "次数");
    git(at, &["checkout", "-q", "main"]);
    write(at, "catalog/bodies.yaml", "bodies: []\n");
    commit_all(at, "主体");
    git(at, &["merge", "-q", "--no-ff", "-m", "合并", "side"]);
    let path = new.strip_prefix("catalog/").unwrap().to_owned();
    (folder, root, path)
}

#[test]
fn a_history_goes_past_merges_and_new_codes() {
    let (_folder, root, path) = storied();
    let whole = chronicle(&root, &path, None);
    assert_eq!(subjects(&whole), ["次数", "改码", "时间", "目录"]);
    assert_eq!(whole.deeds[1].was.as_deref(), Some(FILE));
    assert!(matches!(&whole.deeds[0].what, What::Changed(changes) if changes.len() == 1));
    assert!(matches!(whole.deeds[3].what, What::Made(None)));
}

#[test]
fn the_history_of_a_field_is_its_values() {
    let (_folder, root, path) = storied();
    let hours = chronicle(&root, &path, Some(FieldPath::key("hours")));
    assert_eq!(subjects(&hours), ["时间", "目录"]);
    let What::Changed(changes) = &hours.deeds[0].what else {
        panic!("{hours:?}");
    };
    assert_eq!(changes[0].change.before, Some(Data::from("上午")));
    assert_eq!(changes[0].change.after, Some(Data::from("全天")));
    assert!(matches!(&hours.deeds[1].what, What::Made(Some(Data::Text(text))) if text == "上午"));
}

#[test]
fn a_shallow_clone_says_where_its_history_ends() {
    let (folder, _root, path) = storied();
    let clone = TempDir::new().unwrap();
    let from = format!("file://{}", folder.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "2", &from, "."]);
    let cut = chronicle(&Root::at(clone.path()).unwrap(), &path, None);
    assert!(cut.is_cut_off(), "{:?}", subjects(&cut));
    let whole = chronicle(&Root::at(folder.path()).unwrap(), &path, None);
    assert!(!whole.is_cut_off());
}
