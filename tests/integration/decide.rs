//! A session decides on differences, proposes them upward, and knows who changed a value last.

use std::fs;
use std::path::Path;

use git2::{IndexAddOption, Repository, Signature};
use jiff::civil::date;
use mulu::catalog::{Catalog, Field};
use mulu::levels::{Action, Departure, Ruling};
use mulu::session::{Pick, Session, SessionError, Trace, create, last_change};
use mulu::store::{Git, Root};

const LOCAL: &str = "local/330106/11330106MU033101XF4000131002000.yaml";
const CITY: &str = "local/330100/11330100MU033101XF3000131002000.yaml";
const BASE: &str = "base/31/000131002000.yaml";

/// A new catalog whose county promises so many days.
fn catalog(days: u32) -> (tempfile::TempDir, Root) {
    let folder = tempfile::tempdir().unwrap();
    let root = create(folder.path()).unwrap();
    promise(&root, LOCAL, days);
    (folder, root)
}

fn promise(root: &Root, path: &str, days: u32) {
    let text = fs::read_to_string(root.file(path)).unwrap();
    let own = format!("promised_limit: {{days: {days}, unit: working}}\nversion: 1");
    fs::write(root.file(path), text.replace("version: 1", &own)).unwrap();
}

fn replace(root: &Root, path: &str, (old, new): (&str, &str)) {
    let text = fs::read_to_string(root.file(path)).unwrap();
    assert!(text.contains(old), "{text}");
    fs::write(root.file(path), text.replace(old, new)).unwrap();
}

/// Commits everything as someone; on top of HEAD and of other parents.
fn commit(root: &Root, who: &str, parents: &[git2::Oid]) -> git2::Oid {
    let repository = Repository::open(root.path()).unwrap();
    let mut index = repository.index().unwrap();
    index
        .add_all(["catalog"], IndexAddOption::DEFAULT, None)
        .unwrap();
    index.write().unwrap();
    let tree = index.write_tree().unwrap();
    let tree = repository.find_tree(tree).unwrap();
    let author = Signature::now(who, "a@sample.example").unwrap();
    let head = repository.head().ok().and_then(|head| head.target());
    let parents: Vec<git2::Commit<'_>> = head
        .iter()
        .chain(parents)
        .map(|id| repository.find_commit(*id).unwrap())
        .collect();
    let parents: Vec<&git2::Commit<'_>> = parents.iter().collect();
    repository
        .commit(Some("HEAD"), &author, &author, "改", &tree, &parents)
        .unwrap()
}

fn pick(path: &str) -> Pick {
    Pick {
        path: path.into(),
        field: Field::PromisedLimit,
    }
}

fn ruling(action: Action) -> Ruling {
    Ruling {
        action,
        by: "王小明".to_owned(),
        on: date(2026, 11, 24),
        reason: String::new(),
        legal_reason: String::new(),
        until: None,
    }
}

fn open(root: &Root) -> Session {
    Session::open(root.clone(), &|_, _| ()).unwrap()
}

fn said(_: &Catalog, departure: &Departure<'_>) -> String {
    format!("提议 {}", departure.difference.field.key())
}

fn propose(session: &mut Session, paths: &[&str]) -> Result<Vec<String>, SessionError> {
    let picks: Vec<Pick> = paths.iter().map(|path| pick(path)).collect();
    let decided = session.propose(&picks, &ruling(Action::Propose), &said)?;
    Ok(decided.branches)
}

/// The base file as a branch has it.
fn proposed(root: &Root, branch: &str) -> String {
    let git = Git::open(root).unwrap();
    let revision = git.revision(branch).unwrap();
    String::from_utf8(git.read_file(&revision, BASE).unwrap()).unwrap()
}

#[test]
fn one_decision_is_one_change() {
    let (_folder, root) = catalog(12);
    let mut session = open(&root);
    let decided = session.decide(&[pick(LOCAL)], &ruling(Action::Adopt));
    let decided = decided.unwrap();
    assert_eq!((decided.count, decided.plan.changes.len()), (1, 1));
    assert!(session.undo().unwrap().is_some());
    assert!(session.unsaved().is_empty());
}

#[test]
fn what_does_not_differ_is_passed_over() {
    let (_folder, root) = catalog(8);
    let mut session = open(&root);
    let decided = session.decide(&[pick(LOCAL)], &ruling(Action::Skip));
    assert!(decided.unwrap().plan.is_empty());
}

#[test]
fn a_proposal_starts_from_the_last_commit() {
    let (_folder, root) = catalog(12);
    commit(&root, "甲", &[]);
    replace(&root, BASE, ("version: 1", "version: 2"));
    let mut session = open(&root);
    let branches = propose(&mut session, &[LOCAL]).unwrap();
    assert_eq!(branches, ["propose/000131002000-promised_limit"]);
    let base = proposed(&root, &branches[0]);
    assert!(base.contains("days: 12"), "{base}");
    assert!(base.contains("version: 1"), "{base}");
}

#[test]
fn the_same_proposal_is_made_once_and_another_gets_its_own_branch() {
    let (_folder, root) = catalog(12);
    commit(&root, "甲", &[]);
    let first = propose(&mut open(&root), &[LOCAL]).unwrap();
    assert_eq!(propose(&mut open(&root), &[LOCAL]).unwrap(), first);
    replace(&root, LOCAL, ("days: 12", "days: 15"));
    let other = propose(&mut open(&root), &[LOCAL]).unwrap();
    assert_eq!(other, ["propose/000131002000-promised_limit-2"]);
    assert!(proposed(&root, &first[0]).contains("days: 12"));
    assert!(proposed(&root, &other[0]).contains("days: 15"));
}

#[test]
fn proposals_that_contradict_each_other_are_refused() {
    let (_folder, root) = catalog(12);
    let city = fs::read_to_string(root.file(LOCAL)).unwrap();
    let city = city
        .replace("days: 12", "days: 15")
        .replace("330106", "330107");
    let path = root.file(CITY);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, city).unwrap();
    commit(&root, "甲", &[]);
    let mut session = open(&root);
    let refused = propose(&mut session, &[LOCAL, CITY]);
    assert!(
        matches!(refused, Err(SessionError::Refused(_))),
        "{refused:?}"
    );
    assert!(session.unsaved().is_empty());
}

fn who(root: &Root) -> String {
    let now = fs::read_to_string(root.file(LOCAL)).unwrap();
    match last_change(root, LOCAL, Field::PromisedLimit, &now) {
        Some(Trace::Commit(revision)) => revision.author,
        Some(Trace::Uncommitted) => "uncommitted".to_owned(),
        None => "nobody".to_owned(),
    }
}

#[test]
fn the_last_to_change_a_value_is_not_the_last_to_touch_the_file() {
    let (_folder, root) = catalog(12);
    assert_eq!(who(&root), "uncommitted");
    commit(&root, "甲", &[]);
    replace(&root, LOCAL, ("days: 12", "days: 13"));
    assert_eq!(who(&root), "uncommitted");
    commit(&root, "乙", &[]);
    replace(
        &root,
        LOCAL,
        (
            "{days: 13, unit: working}",
            "{days: 13,  unit: \"working\"} # 注",
        ),
    );
    assert_eq!(who(&root), "乙");
    commit(&root, "丙", &[]);
    assert_eq!(who(&root), "乙");
}

#[test]
fn a_merge_is_not_the_one_who_changed_what_it_brought() {
    let (_folder, root) = catalog(12);
    let first = commit(&root, "甲", &[]);
    replace(&root, LOCAL, ("days: 12", "days: 13"));
    let side = commit(&root, "乙", &[]);
    let repository = Repository::open(root.path()).unwrap();
    let commit_of = |id| repository.find_object(id, None).unwrap();
    repository
        .reset(&commit_of(first), git2::ResetType::Hard, None)
        .unwrap();
    replace(&root, BASE, ("version: 1", "version: 2"));
    commit(&root, "丙", &[]);
    replace(&root, LOCAL, ("days: 12", "days: 13"));
    commit(&root, "丁", &[side]);
    assert_eq!(who(&root), "乙");
}

#[test]
fn without_git_nobody_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let root = create(folder.path()).unwrap();
    fs::remove_dir_all(Path::new(root.path()).join(".git")).unwrap();
    assert_eq!(who(&root), "nobody");
}
