//! Properties of edits: they say what was intended, keep what was not, and can be undone.

#![expect(clippy::unwrap_used, reason = "a test stops where it goes wrong")]

use std::collections::BTreeMap;
use std::path::{Path as FilePath, PathBuf};

use mulu::text::{apply, invert};
use mulu::yaml::{Data, Document, Op, Path, Refusal, Step, Value, patch, read, read_bytes};

use crate::change;
use crate::sample::{self, Dice};

/// How many changes were tried, and how many refused, by kind.
#[derive(Default)]
struct Count {
    tried: usize,
    refused: BTreeMap<&'static str, usize>,
}

impl Count {
    /// Fewer than one in a hundred is refused, and none because of a slip of the editor's own.
    fn is_good(&self) -> bool {
        let refused: usize = self.refused.values().sum();
        refused * 100 < self.tried && !self.refused.contains_key("unsafe")
    }
}

#[test]
fn random_changes_of_random_documents_are_exact() {
    let mut count = Count::default();
    for seed in 0..4000 {
        let text = sample::document(seed);
        let mut dice = Dice::new(seed ^ 0xABCD);
        for _ in 0..3 {
            let document = read(text.as_str());
            let op = change::change(&mut dice, &document);
            try_change(&document, &op, &mut count);
        }
    }
    assert!(count.is_good(), "{} of {:?}", count.tried, count.refused);
}

#[test]
fn changes_upon_changes_stay_exact() {
    let mut count = Count::default();
    for seed in 0..200 {
        let mut text = sample::document(seed ^ 0x5555_0000);
        let mut dice = Dice::new(seed);
        for _ in 0..20 {
            let document = read(text.as_str());
            if change::paths(&document).is_empty() {
                break;
            }
            let op = change::change(&mut dice, &document);
            if let Some(after) = try_change(&document, &op, &mut count) {
                text = after;
            }
        }
    }
    assert!(count.is_good(), "{} of {:?}", count.tried, count.refused);
}

#[test]
fn a_value_set_and_set_back_says_what_it_said() {
    for seed in 0..1500 {
        let text = sample::document(seed ^ 0x7777_0000);
        let document = read(text.as_str());
        let mut dice = Dice::new(seed);
        let paths = change::paths(&document);
        let path = paths[dice.below(paths.len())].clone();
        let old = Data::of(document.at(&path).unwrap());
        let set = |value| Op::Set {
            path: path.clone(),
            value,
        };
        let Ok(there) = patch(&document, &set(change::data(&mut dice, 0))) else {
            continue;
        };
        let changed = apply(&text, &there);
        let back = patch(&read(changed.as_str()), &set(old))
            .unwrap_or_else(|refusal| panic!("{refusal:?}\n{text}\n{changed}"));
        assert_eq!(
            said(&read(apply(&changed, &back))),
            said(&document),
            "{text}"
        );
    }
}

#[test]
fn every_file_of_the_catalog_can_be_changed() {
    let mut files = Vec::new();
    collect(
        &FilePath::new(env!("CARGO_MANIFEST_DIR")).join("catalog"),
        &mut files,
    );
    files.sort();
    let mut count = Count::default();
    for (seed, file) in files.iter().enumerate() {
        let document = read_bytes(&std::fs::read(file).unwrap());
        assert!(
            document.problems().is_empty(),
            "{}: {:?}",
            file.display(),
            document.problems()
        );
        // The registers are large, and tell no more than a matter does.
        if document.text().len() > 20_000 {
            continue;
        }
        let mut dice = Dice::new(seed as u64);
        for _ in 0..2 {
            let op = change::change(&mut dice, &document);
            try_change(&document, &op, &mut count);
        }
    }
    assert!(
        count.tried == 0 || count.is_good(),
        "{} of {:?}",
        count.tried,
        count.refused
    );
}

fn collect(folder: &FilePath, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
}

fn said(document: &Document) -> Data {
    document.root().map_or(Data::Empty, Data::of)
}

/// Makes a change and holds it to everything an edit promises; the text after it.
fn try_change(document: &Document, op: &Op, count: &mut Count) -> Option<String> {
    let text: &str = document.text();
    count.tried += 1;
    let edits = match patch(document, op) {
        Ok(edits) => edits,
        Err(refusal) => {
            *count.refused.entry(name(&refusal)).or_default() += 1;
            assert!(
                matches!(
                    refusal,
                    Refusal::Unusual | Refusal::Unsafe(_) | Refusal::DuplicateKey(_)
                ),
                "{refusal:?} for {op:?} in\n{text}"
            );
            return None;
        }
    };
    let changed = apply(text, &edits);
    let after = read(changed.as_str());
    let case = || format!("{op:?} in\n{text}\n------ became\n{changed}");
    assert!(after.is_whole(), "{}", case());
    assert_eq!(said(&after), intended(said(document), op), "{}", case());
    assert_eq!(apply(&changed, &invert(text, &edits)), text, "{}", case());
    for edit in &edits {
        let old = edit.span.of(text);
        assert!(
            old.is_empty() || edit.text.is_empty() || first(old) != first(&edit.text),
            "{}",
            case()
        );
    }
    comments_stay(document, op, &changed, &case);
    sources_stay(document, op, &after, &case);
    Some(changed)
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

fn name(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Unusual => "unusual",
        Refusal::Unsafe(_) => "unsafe",
        _ => "duplicate key",
    }
}

/// The change made on the data, in the plainest way.
fn intended(mut data: Data, op: &Op) -> Data {
    let path = op.path();
    match op {
        Op::Set { value, .. } => {
            if let Some(place) = place(&mut data, &path.0) {
                *place = value.clone();
            } else if let Some((Step::Key(key), above)) = path.0.split_last() {
                entries(place(&mut data, above).unwrap()).push((key.clone(), value.clone()));
            }
        }
        Op::InsertKey { at, key, value, .. } => {
            let entries = entries(place(&mut data, &path.0).unwrap());
            entries.insert(at.unwrap_or(entries.len()), (key.clone(), value.clone()));
        }
        Op::InsertItem { at, value, .. } => {
            let place = place(&mut data, &path.0).unwrap();
            if *place == Data::Empty {
                *place = Data::List(Vec::new());
            }
            let Data::List(items) = place else {
                panic!("no list")
            };
            items.insert(at.unwrap_or(items.len()), value.clone());
        }
        Op::Remove { .. } | Op::Move { .. } | Op::Rename { .. } => {
            let (last, above) = path.0.split_last().unwrap();
            match (place(&mut data, above).unwrap(), last) {
                (Data::List(items), Step::Index(index)) => {
                    let item = items.remove(*index);
                    if let Op::Move { to, .. } = op {
                        items.insert(*to, item);
                    }
                }
                (Data::Map(entries), Step::Key(key)) => {
                    let index = entries.iter().position(|(other, _)| other == key).unwrap();
                    let mut entry = entries.remove(index);
                    match op {
                        Op::Move { to, .. } => entries.insert(*to, entry),
                        Op::Rename { key, .. } => {
                            entry.0.clone_from(key);
                            entries.insert(index, entry);
                        }
                        _ => {}
                    }
                }
                _ => panic!("no collection"),
            }
        }
        Op::Unmark | Op::EndLines => {}
    }
    data
}

fn entries(place: &mut Data) -> &mut Vec<(String, Data)> {
    if *place == Data::Empty {
        *place = Data::Map(Vec::new());
    }
    match place {
        Data::Map(entries) => entries,
        _ => panic!("no mapping"),
    }
}

fn place<'d>(data: &'d mut Data, steps: &[Step]) -> Option<&'d mut Data> {
    steps
        .iter()
        .try_fold(data, |data, step| match (data, step) {
            (Data::List(items), Step::Index(index)) => items.get_mut(*index),
            (Data::Map(entries), Step::Key(key)) => entries
                .iter_mut()
                .find(|(other, _)| other == key)
                .map(|(_, value)| value),
            _ => None,
        })
}

/// No comment is lost but those inside what was taken out or replaced, and those right above it; none is
/// doubled.
fn comments_stay(document: &Document, op: &Op, changed: &str, case: &dyn Fn() -> String) {
    let text: &str = document.text();
    let (start, end) = match op {
        Op::Remove { .. } | Op::Set { .. } => stretch(document, op),
        _ => (0, 0),
    };
    for (at, _) in text.match_indices("#注") {
        let comment = text[at..].split_inclusive('.').next().unwrap();
        let kept = changed.matches(comment).count();
        let may_go = start <= at && at < end;
        assert!(
            kept == 1 || kept == 0 && may_go,
            "{comment} at {at} is there {kept} times: {}",
            case()
        );
    }
}

/// Where comments may go with an element: in the lines right above it that start where it does, in its own,
/// and in those below that are indented deeper.
fn stretch(document: &Document, op: &Op) -> (usize, usize) {
    let text: &str = document.text();
    let Some(value) = document.at(op.path()) else {
        return (0, 0);
    };
    let span = value.span().range();
    if matches!(op, Op::Set { .. }) && value.style().is_some() {
        return (span.start, span.end);
    }
    let head = head(document, op.path());
    let mark = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
    let line = text[..head].rfind('\n').map_or(mark, |at| at + 1);
    let column = head - line;
    let mut start = line;
    for above in text[..line].split_inclusive('\n').rev() {
        if above.find('#') != Some(column) || !above[..column].trim().is_empty() {
            break;
        }
        start -= above.len();
    }
    let mut end = text[span.end..]
        .find('\n')
        .map_or(text.len(), |at| span.end + at + 1);
    for line in text[end..].split_inclusive('\n') {
        let bare = line.trim_start_matches(' ');
        if !bare.trim().is_empty() && (!bare.starts_with('#') || line.len() - bare.len() <= column)
        {
            break;
        }
        end += line.len();
    }
    (start, end)
}

/// The key or the dash of a value.
fn head(document: &Document, path: &Path) -> usize {
    let start = document
        .at(path)
        .map_or(0, |value| value.span().range().start);
    match path.0.split_last() {
        Some((Step::Key(key), above)) => {
            let entry = document
                .at(&Path(above.to_vec()))
                .and_then(|above| above.entry(key));
            entry.map_or(start, |entry| entry.key.span().range().start)
        }
        Some((Step::Index(_), above))
            if document
                .at(&Path(above.to_vec()))
                .is_some_and(|above| !above.is_flow()) =>
        {
            document.text()[..start].rfind('-').unwrap_or(start)
        }
        _ => start,
    }
}

/// Scalars elsewhere are written as they were: no more of them change their bytes than the change is about.
fn sources_stay(document: &Document, op: &Op, after: &Document, case: &dyn Fn() -> String) {
    let lost = |one: &Document, other: &Document| {
        let mut sources = scalars(one);
        for source in scalars(other) {
            if let Some(at) = sources.iter().position(|one| *one == source) {
                sources.swap_remove(at);
            }
        }
        sources.len()
    };
    let inside = |path: &Path| document.at(path).map_or(0, |value| leaves(value));
    let may_be_lost = match op {
        Op::Set { path, .. } | Op::Remove { path } => inside(path),
        Op::InsertKey { path, .. } | Op::InsertItem { path, .. } => usize::from(
            document
                .at(path)
                .is_some_and(|value| value.style().is_some()),
        ),
        Op::Rename { .. } => 1,
        Op::Move { .. } | Op::Unmark | Op::EndLines => 0,
    };
    let lost = lost(document, after);
    assert!(
        lost <= may_be_lost + usize::from(matches!(op, Op::Remove { .. })),
        "{lost} scalars changed: {}",
        case()
    );
}

fn leaves(value: Value<'_>) -> usize {
    let items: usize = value.items().map(leaves).sum();
    let entries: usize = value.entries().map(|entry| 1 + leaves(entry.value)).sum();
    usize::from(value.style().is_some()) + items + entries
}

/// The source of every scalar, keys too, without the blanks at line starts, which move with a block.
fn scalars(document: &Document) -> Vec<String> {
    fn add(value: Value<'_>, sources: &mut Vec<String>) {
        if value.style().is_some() {
            sources.push(value.span().of(value.document().text()).to_owned());
        }
        for item in value.items() {
            add(item, sources);
        }
        for entry in value.entries() {
            add(entry.key, sources);
            add(entry.value, sources);
        }
    }
    let mut sources = Vec::new();
    if let Some(root) = document.root() {
        add(root, &mut sources);
    }
    sources
}
