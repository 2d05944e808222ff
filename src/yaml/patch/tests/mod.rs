//! What edits do to the bytes, by topic.

mod blocks;
mod comments;
mod flows;
mod letters;
mod refusals;
mod scalars;

use crate::text::{apply, invert};
use crate::yaml::patch::{Data, Op, patch};
use crate::yaml::{Path, read};

/// The path written so; the empty one for "", and one that starts with an index.
fn path(written: &str) -> Path {
    if written.starts_with('[') {
        let path = Path::parse(&format!("root{written}")).unwrap();
        return Path(path.0[1..].to_vec());
    }
    Path::parse(written).unwrap_or_default()
}

/// The text after an op, whose edits lead back as well.
fn after(text: &str, op: &Op) -> String {
    let document = read(text);
    let edits =
        patch(&document, op).unwrap_or_else(|refusal| panic!("{refusal:?} for {op:?} in\n{text}"));
    let after = apply(text, &edits);
    assert_eq!(apply(&after, &invert(text, &edits)), text);
    after
}

fn set(text: &str, at: &str, value: impl Into<Data>) -> String {
    let value = value.into();
    after(
        text,
        &Op::Set {
            path: path(at),
            value,
        },
    )
}

fn remove(text: &str, at: &str) -> String {
    after(text, &Op::Remove { path: path(at) })
}

fn shift(text: &str, at: &str, to: usize) -> String {
    after(text, &Op::Move { path: path(at), to })
}

fn rename(text: &str, at: &str, key: &str) -> String {
    let key = key.to_owned();
    after(
        text,
        &Op::Rename {
            path: path(at),
            key,
        },
    )
}

fn push(text: &str, into: &str, value: impl Into<Data>) -> String {
    let (path, value) = (path(into), value.into());
    after(
        text,
        &Op::InsertItem {
            path,
            at: None,
            value,
        },
    )
}

fn item(text: &str, into: &str, at: usize, value: impl Into<Data>) -> String {
    let (path, value) = (path(into), value.into());
    after(
        text,
        &Op::InsertItem {
            path,
            at: Some(at),
            value,
        },
    )
}

fn key(text: &str, into: &str, at: Option<usize>, key: &str, value: impl Into<Data>) -> String {
    let (path, key, value) = (path(into), key.to_owned(), value.into());
    after(
        text,
        &Op::InsertKey {
            path,
            at,
            key,
            value,
        },
    )
}

fn map<const N: usize>(entries: [(&str, Data); N]) -> Data {
    Data::Map(
        entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

fn list<const N: usize>(items: [&str; N]) -> Data {
    Data::List(items.into_iter().map(Data::from).collect())
}
