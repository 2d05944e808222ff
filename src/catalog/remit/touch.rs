//! What a change of a file touches: the file as a whole, or of a register the entries that differ.

use std::sync::Arc;

use crate::catalog::remit::{Area, Belonging};
use crate::catalog::{Field, File, FileKind};
use crate::text::Span;
use crate::yaml::{Data, Value};

/// 触及: one thing that a change touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// Where it lies.
    pub belonging: Belonging,
    /// Where it stands, in the text after the change, or before it if it is gone.
    pub span: Span,
    /// Whether nothing but decisions and exceptions of a matter differs.
    pub is_ruling: bool,
}

/// What the change from one state of a file to another touches; one of the two is there.
pub fn touches(before: Option<&Arc<File>>, after: Option<&Arc<File>>) -> Vec<Touch> {
    let Some(file) = after.or(before) else {
        return Vec::new();
    };
    let is_register = matches!(
        file.kind,
        FileKind::Bodies | FileKind::Divisions | FileKind::Laws
    );
    let entries = match (before, after) {
        (Some(before), Some(after)) if is_register => entries(before, after),
        _ => Vec::new(),
    };
    if !entries.is_empty() {
        return entries;
    }
    let span = first_change(before.map(|file| &**file), after.map(|file| &**file));
    let is_ruling = before
        .zip(after)
        .is_some_and(|(before, after)| only_rules(before, after));
    let mut touches: Vec<Touch> = Vec::new();
    for side in [before, after].into_iter().flatten() {
        let belonging = Belonging::of_file(side);
        if touches.iter().all(|touch| touch.belonging != belonging) {
            touches.push(Touch {
                belonging,
                span,
                is_ruling,
            });
        }
    }
    touches
}

/// Whether two states of a matter differ in decisions and exceptions, and in nothing else that they say.
fn only_rules(before: &File, after: &File) -> bool {
    let is_ruling = |key: &str| {
        [Field::Decisions, Field::Exceptions]
            .iter()
            .any(|field| field.key() == key)
    };
    let parts = |file: &File| {
        let root = file.document().root().map(Data::of);
        let Some(Data::Map(entries)) = root.filter(|_| file.is_whole()) else {
            return None;
        };
        Some(
            entries
                .into_iter()
                .partition::<Vec<_>, _>(|(key, _)| is_ruling(key)),
        )
    };
    match (parts(before), parts(after)) {
        (Some((rulings, rest)), Some((new_rulings, new_rest))) => {
            rulings != new_rulings && rest == new_rest
        }
        _ => false,
    }
}

/// The entries of a register that are not in both states. None if it cannot be told what they are, or if
/// something else differs: then the file is touched as a whole.
fn entries(before: &File, after: &File) -> Vec<Touch> {
    let (Some((old, rest)), Some((new, new_rest))) = (listed(before), listed(after)) else {
        return Vec::new();
    };
    if rest != new_rest {
        return Vec::new();
    }
    let gone = old
        .iter()
        .filter(|(_, data)| new.iter().all(|(_, known)| known != data));
    let span = first_change(Some(before), Some(after));
    let name = |entry: Value<'_>| {
        let name = entry.get("code").or_else(|| entry.get("title"));
        name.and_then(|name| name.text().map(str::to_owned))
    };
    let gone = gone.map(|(entry, _)| {
        let now = new.iter().find(|(now, _)| name(*now) == name(*entry));
        (*entry, now.map_or(span, |(now, _)| now.span()))
    });
    let come = new
        .iter()
        .filter(|(_, data)| old.iter().all(|(_, known)| known != data));
    let come = come.map(|(entry, _)| (*entry, entry.span()));
    gone.chain(come)
        .map(|(entry, span)| Touch {
            belonging: Belonging::of_entry(after.kind, entry),
            span,
            is_ruling: false,
        })
        .collect()
}

type Listed<'f> = (Vec<(Value<'f>, Data)>, Vec<(String, Data)>);

/// The entries of a register's list, and what else the file says.
fn listed(file: &File) -> Option<Listed<'_>> {
    let root = file.document().root().filter(|_| file.is_whole())?;
    let word = Area::of(file.kind).word()?;
    let items = root.get(word)?.items();
    let rest = root.entries().filter_map(|entry| {
        let key = entry.key.text()?;
        (key != word).then(|| (key.to_owned(), Data::of(entry.value)))
    });
    Some((
        items.map(|item| (item, Data::of(item))).collect(),
        rest.collect(),
    ))
}

/// The first line that differs, in the text after a change; the start of the one before it if that is gone.
pub fn first_change(before: Option<&File>, after: Option<&File>) -> Span {
    let (Some(before), Some(after)) = (before, after) else {
        return Span::at(0);
    };
    let (old, text) = (before.document().text(), after.document().text());
    let same = old
        .bytes()
        .zip(text.bytes())
        .take_while(|(one, other)| one == other);
    let at = same.count().min(text.len().saturating_sub(1));
    let start = text.as_bytes().get(..at).unwrap_or_default();
    let start = start
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let line = text.get(start..).unwrap_or_default();
    let line = line.split('\n').next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    Span::new(start + indent, start + line.trim_end().len().max(indent))
}
