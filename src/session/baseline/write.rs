//! The baseline as a file: one entry to a line, so that a difference between two commits is short. A file
//! that still is as the program writes it is written anew; in one that a person has changed, only what must
//! change does, and comments stay.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{File, Recorded};
use crate::change::Intent;
use crate::session::baseline::compare::{Key, key_of};
use crate::yaml::{Data, MAX_BYTES, Op, Path};

/// What opens the file.
const HEAD: &str = "\
# 旧问题基线：由 mulu baseline 写入。这里记下的问题早已存在，mulu check 不再列出，也不因此不通过。
# 改好一个，就少一行；新的问题不会自己进来。
# Findings of long ago, recorded by mulu baseline: mulu check no longer lists them. It only shrinks by itself.
";

/// What brings the file to some entries.
pub(super) fn intents(file: Option<&File>, entries: &BTreeMap<Key, Recorded>) -> Vec<Intent> {
    let path = || Recorded::PATH.into();
    let text = text(entries.values());
    let create = Intent::Create { path: path(), text };
    match file {
        None => vec![create],
        Some(file) if is_our_own(file) => vec![Intent::Delete { path: path() }, create],
        Some(file) => edits(file, entries)
            .map(|op| Intent::Edit { path: path(), op })
            .collect(),
    }
}

/// Whether the file would be too long to be read again.
pub(super) fn is_too_long(intent: &Intent) -> bool {
    matches!(intent, Intent::Create { text, .. } if text.len() > MAX_BYTES)
}

fn is_our_own(file: &File) -> bool {
    let entries: Vec<Recorded> = Recorded::all(file).collect();
    *text(entries.iter()) == **file.document().text()
}

fn text<'r>(entries: impl Iterator<Item = &'r Recorded>) -> String {
    let lines: String = entries.map(line).collect();
    if lines.is_empty() {
        format!("{HEAD}entries: []\n")
    } else {
        format!("{HEAD}entries:\n{lines}")
    }
}

fn line(entry: &Recorded) -> String {
    let Recorded {
        rule,
        path,
        fingerprint,
        count,
        text,
    } = entry;
    let count = match count {
        1 => String::new(),
        count => format!("count: {count}, "),
    };
    let (path, text) = (quoted(path), quoted(text));
    format!(
        "  - {{rule: {rule}, path: {path}, fingerprint: \"{fingerprint}\", {count}text: {text}}}\n"
    )
}

/// A text in double quotes, as JSON and YAML both read it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The changes of a file that a person has changed, from its end to its start so that places stay true.
fn edits(file: &File, entries: &BTreeMap<Key, Recorded>) -> impl Iterator<Item = Op> {
    let list = Path::key("entries");
    let mut seen = BTreeSet::new();
    let mut ops = Vec::new();
    for (index, old) in Recorded::all(file).enumerate() {
        let key = key_of(&old);
        let path = list.then_index(index);
        let wanted = entries.get(&key).filter(|_| !seen.contains(&key));
        match wanted {
            None => ops.push(Op::Remove { path }),
            Some(new) if new.count != old.count => ops.push(Op::Set {
                path: path.then_key("count"),
                value: number(new.count),
            }),
            Some(_) => {}
        }
        seen.insert(key);
    }
    let new = entries.iter().filter(|(key, _)| !seen.contains(*key));
    let added: Vec<Op> = new
        .map(|(_, entry)| Op::InsertItem {
            path: list.clone(),
            at: None,
            value: data(entry),
        })
        .collect();
    added.into_iter().chain(ops.into_iter().rev())
}

fn data(entry: &Recorded) -> Data {
    let text = |key: &str, text: &str| (key.to_owned(), Data::Text(text.to_owned()));
    Data::Map(vec![
        text("rule", &entry.rule),
        text("path", &entry.path),
        text("fingerprint", &entry.fingerprint),
        ("count".to_owned(), number(entry.count)),
        text("text", &entry.text),
    ])
}

fn number(count: usize) -> Data {
    Data::Int(i64::try_from(count).unwrap_or(i64::MAX))
}
