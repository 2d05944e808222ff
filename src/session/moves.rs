//! Which file that went is the same matter as one that came: a matter under a new code lies in a new file.

use std::collections::HashMap;

use crate::catalog::FileKind;
use crate::session::past::likeness;
use crate::store::{Blob, Content, Differing, Git};
use crate::yaml::{self, Data, read_bytes};

/// Files that came are held to files that went only up to so many pairs.
const MOST_PAIRS: usize = 100_000;

/// A file that came or went.
struct Lone {
    at: usize,
    kind: FileKind,
    blob: Blob,
    said: Data,
}

/// Joins each matter that moved into one file of the list; where it lay before, by where it lies.
pub(super) fn moves(git: &Git, files: &mut Vec<Differing>) -> HashMap<String, String> {
    let mut gone = lone(git, files, |file| {
        file.before.clone().filter(|_| file.after.is_none())
    });
    let mut moved = HashMap::new();
    if gone.is_empty() {
        return moved;
    }
    let come = lone(git, files, |file| {
        file.after.clone().filter(|_| file.before.is_none())
    });
    if gone.len().saturating_mul(come.len()) > MOST_PAIRS {
        return moved;
    }
    let mut taken = Vec::new();
    for new in come {
        let alike = gone
            .iter()
            .enumerate()
            .filter(|(_, old)| old.kind == new.kind);
        let best = alike.map(|(place, old)| (likeness(&new.said, &old.said), place));
        let best = best
            .filter(|(share, _)| *share > 50)
            .max_by_key(|(share, place)| (*share, std::cmp::Reverse(*place)));
        let Some((_, place)) = best else { continue };
        let old = gone.remove(place);
        let was = files.get(old.at).map(|file| file.path.clone());
        if let Some((file, was)) = files.get_mut(new.at).zip(was) {
            file.before = Some(old.blob);
            moved.insert(file.path.clone(), was);
            taken.push(old.at);
        }
    }
    let mut places = 0..;
    files.retain(|_| places.next().is_none_or(|place| !taken.contains(&place)));
    moved
}

/// The matters among the files that have such a side alone.
fn lone(git: &Git, files: &[Differing], side: impl Fn(&Differing) -> Option<Blob>) -> Vec<Lone> {
    let found = files.iter().enumerate().filter_map(|(at, file)| {
        let kind = FileKind::of(file.path.strip_prefix("catalog/")?);
        let blob = side(file)?;
        matches!(kind, FileKind::Base | FileKind::Local | FileKind::Bundle).then_some(())?;
        let said = match git.read_blob(&blob, yaml::MAX_BYTES as u64).ok()? {
            Content::Bytes(bytes) => read_bytes(&bytes).root().map_or(Data::Empty, Data::of),
            Content::TooLarge(_) => Data::Empty,
        };
        Some(Lone {
            at,
            kind,
            blob,
            said,
        })
    });
    found.collect()
}
