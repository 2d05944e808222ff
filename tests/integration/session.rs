//! An opened catalog: what is changed and not saved is never lost, whoever else writes.

use std::fs;

use mulu::change::Intent;
use mulu::session::{Recorder, Renew, Session, create};
use mulu::store::Root;
use mulu::yaml::{Data, Op, Path};

const BASE: &str = "base/31/000131002000.yaml";
const BODIES: &str = "bodies.yaml";

#[test]
fn undo_brings_back_every_byte_and_leaves_nothing_to_save() {
    let (_folder, root) = catalog();
    let mut session = open(&root);
    let before = text(&session, BASE);
    session.apply(&[rename("餐饮服务许可")]).unwrap();
    assert_eq!(session.unsaved().len(), 1);
    session.undo().unwrap().unwrap();
    assert_eq!(text(&session, BASE), before);
    assert!(session.unsaved().is_empty());
    session.redo().unwrap().unwrap();
    assert!(text(&session, BASE).contains("name: 餐饮服务许可\n"));
}

#[test]
fn a_save_stops_at_a_file_that_someone_else_changed() {
    let (_folder, root) = catalog();
    let mut session = open(&root);
    session.apply(&[rename("餐饮服务许可")]).unwrap();
    fs::write(root.file(BASE), "theirs: 1\n").unwrap();
    assert!(session.save().is_err());
    assert_eq!(session.unsaved().len(), 1);
    assert_eq!(fs::read_to_string(root.file(BASE)).unwrap(), "theirs: 1\n");
}

#[test]
fn of_several_files_none_is_savable_if_one_is_not() {
    let (_folder, root) = catalog();
    let mut session = open(&root);
    session.apply(&[rename("餐饮服务许可")]).unwrap();
    assert!(session.ensure_savable().is_ok());
    let theirs = fs::read_to_string(root.file(BASE)).unwrap() + "# theirs\n";
    fs::write(root.file(BASE), theirs).unwrap();
    assert!(session.ensure_savable().is_err());
}

#[test]
fn unsaved_work_is_taken_up_by_the_next_session() {
    let (_folder, root) = catalog();
    let mut lost = open(&root);
    lost.apply(&[rename("餐饮服务许可")]).unwrap();
    drop(journal(&root, &lost));
    drop(lost);

    let mut next = open(&root);
    next.recover(next.left_behind().changes);
    assert!(text(&next, BASE).contains("name: 餐饮服务许可\n"));
    assert_eq!(next.save().unwrap(), 1);
    assert!(next.left_behind().is_empty());
}

#[test]
fn a_save_leaves_alone_what_another_session_has_not_saved() {
    let (_folder, root) = catalog();
    let mut theirs = open(&root);
    theirs.apply(&[rename("餐饮服务许可")]).unwrap();
    let journal = journal(&root, &theirs);

    let mut mine = open(&root);
    let op = Op::Set {
        path: Path::parse("bodies[0].name").unwrap(),
        value: Data::Text("样例局".to_owned()),
    };
    let path = BODIES.into();
    mine.apply(&[Intent::Edit { path, op }]).unwrap();
    mine.save().unwrap();
    assert!(open(&root).left_behind().is_empty(), "its owner lives");
    drop(journal);
    assert_eq!(open(&root).left_behind().changes, theirs.unsaved());
}

#[test]
fn what_two_programs_left_behind_of_one_file_is_all_taken_up() {
    let (_folder, root) = catalog();
    let mut first = open(&root);
    first.apply(&[rename("餐饮服务许可")]).unwrap();
    drop(journal(&root, &first));
    let mut second = open(&root);
    let op = Op::Set {
        path: Path::key("version"),
        value: Data::Int(7),
    };
    let path = BASE.into();
    second.apply(&[Intent::Edit { path, op }]).unwrap();
    drop(journal(&root, &second));

    let mut next = open(&root);
    next.recover(next.left_behind().changes);
    let text = text(&next, BASE);
    assert!(
        text.contains("餐饮服务许可") && text.contains("version: 7"),
        "{text}"
    );
}

fn journal(root: &Root, session: &Session) -> Recorder {
    let mut recorder = Recorder::begin(root).unwrap();
    recorder.note(session.unsaved());
    recorder.write().unwrap();
    recorder
}

#[test]
fn one_refused_intent_refuses_them_all() {
    let (_folder, root) = catalog();
    let mut session = open(&root);
    let op = Op::Remove {
        path: Path::key("nothing_of_the_kind"),
    };
    let path = BASE.into();
    let refused = session.apply(&[rename("餐饮服务许可"), Intent::Edit { path, op }]);
    assert!(refused.is_err());
    assert!(session.unsaved().is_empty());
}

fn catalog() -> (tempfile::TempDir, Root) {
    let folder = tempfile::tempdir().unwrap();
    let root = create(folder.path()).unwrap();
    (folder, root)
}

fn open(root: &Root) -> Session {
    Session::open(root.clone(), &|_, _| ()).unwrap()
}

fn rename(name: &str) -> Intent {
    let op = Op::Set {
        path: Path::key("name"),
        value: Data::Text(name.to_owned()),
    };
    let path = BASE.into();
    Intent::Edit { path, op }
}

fn text(session: &Session, path: &str) -> String {
    session
        .catalog()
        .file(path)
        .unwrap()
        .document()
        .text()
        .to_string()
}

/// The screen is handed what is new; what the baseline records stands apart.
#[test]
fn what_the_baseline_records_stands_apart() {
    let (_folder, root) = catalog();
    let today = jiff::civil::date(2026, 3, 1);
    let mut session = open(&root);
    session.apply(&[rename("食品经营许可（县级）")]).unwrap();
    session.save().unwrap();
    let found = session.check(today);
    assert_eq!((found.new.len(), found.known.len()), (1, 0));
    let renewed = session.renew_baseline(&found, Renew::Shrink).unwrap();
    assert_eq!((renewed.added, renewed.recorded), (1, 1));
    let found = session.check(today);
    assert_eq!((found.new.len(), found.known.len()), (0, 1));
    assert!(session.check_file(BASE, today).is_empty());
    session.apply(&[rename("食品经营许可")]).unwrap();
    assert_eq!(session.check(today).gone, 1);
}
