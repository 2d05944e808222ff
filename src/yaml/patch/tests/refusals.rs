//! What is not done, and that it is said.

use super::path;
use crate::text::{Lang, apply};
use crate::yaml::patch::{Data, Op, Refusal, patch};
use crate::yaml::{read, read_bytes};

fn refused(text: &str, op: &Op) -> Refusal {
    patch(&read(text), op).unwrap_err()
}

fn set(at: &str) -> Op {
    Op::Set {
        path: path(at),
        value: Data::from("x"),
    }
}

fn remove(at: &str) -> Op {
    Op::Remove { path: path(at) }
}

#[test]
fn what_is_not_there_is_not_found() {
    assert_eq!(
        refused("a: 1\n", &remove("b")),
        Refusal::NotFound(path("b"))
    );
    assert_eq!(refused("a: 1\n", &set("b.c")), Refusal::NotFound(path("b")));
    assert_eq!(
        refused("a: [x]\n", &set("a[1]")),
        Refusal::NotFound(path("a[1]"))
    );
    let far = Op::Move {
        path: path("a"),
        to: 1,
    };
    assert_eq!(refused("a: 1\n", &far), Refusal::NotFound(path("a")));
}

#[test]
fn what_is_no_collection_takes_nothing_in() {
    let item = Op::InsertItem {
        path: path("a"),
        at: None,
        value: Data::Int(1),
    };
    assert_eq!(refused("a: 1\n", &item), Refusal::NotACollection(path("a")));
    let rename = Op::Rename {
        path: path("a[0]"),
        key: "b".to_owned(),
    };
    assert_eq!(
        refused("a: [x]\n", &rename),
        Refusal::NotACollection(path("a[0]"))
    );
}

#[test]
fn a_key_stands_once() {
    let key = || "b".to_owned();
    let insert = Op::InsertKey {
        path: path(""),
        at: None,
        key: key(),
        value: Data::Int(1),
    };
    assert_eq!(
        refused("a: 1\nb: 2\n", &insert),
        Refusal::DuplicateKey(key())
    );
    let rename = Op::Rename {
        path: path("a"),
        key: key(),
    };
    assert_eq!(
        refused("a: 1\nb: 2\n", &rename),
        Refusal::DuplicateKey(key())
    );
}

#[test]
fn what_could_not_be_read_is_not_written() {
    assert_eq!(refused("a: 1\nb: [\n", &set("a")), Refusal::Broken);
    let converted = read_bytes(b"a: \xBB\xA4\xD5\xD5\n");
    assert_eq!(patch(&converted, &set("a")), Err(Refusal::Unfaithful));
}

#[test]
fn anchors_are_left_to_people() {
    let text = "a: &x 1\nb: *x\nc: 2\nd: !!str 3\ne: &y\n  f: 1\n";
    for at in ["a", "b", "d", "e", "e.f", "e.g"] {
        assert_eq!(refused(text, &set(at)), Refusal::Anchors, "{at}");
    }
    assert_eq!(refused(text, &remove("a")), Refusal::Anchors);
    let edits = patch(&read(text), &set("c")).unwrap();
    assert_eq!(apply(text, &edits), text.replace("c: 2", "c: x"));
}

#[test]
fn unusual_layouts_are_left_to_people() {
    assert_eq!(refused("? a\n: 1\n", &set("a")), Refusal::Unusual);
    assert_eq!(refused("a: [b: 1]\n", &remove("a[0].b")), Refusal::Unusual);
    let shift = Op::Move {
        path: path("a[0]"),
        to: 1,
    };
    assert_eq!(
        refused("a: [\n  x, # 甲\n  y\n]\n", &shift),
        Refusal::Unusual
    );
}

#[test]
fn every_refusal_has_words() {
    let refusal = refused("a: 1\n", &remove("b"));
    assert_eq!(refusal.message().of(Lang::Zh), "找不到 b");
    assert_eq!(refusal.message().of(Lang::En), "b does not exist");
}

#[test]
fn nothing_to_do_is_no_edit() {
    let same = Op::Set {
        path: path("a"),
        value: Data::Int(1),
    };
    assert_eq!(patch(&read("a: 1\n"), &same), Ok(Vec::new()));
}
