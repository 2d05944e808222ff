//! The baseline brought up to date: it loses what is gone, and takes in what is new only when told to.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, File, Recorded};
use crate::rules::{Wrong, walk};
use crate::session::baseline::compare::{
    Compared, Key, is_judged, is_readable, is_recordable, key, key_of,
};
use crate::session::baseline::write::{intents, is_too_long};
use crate::session::{Session, SessionError};
use crate::text::{visible, words};
use crate::yaml::Shape;

/// What the baseline may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renew {
    /// Lose what is gone. Where there is no baseline yet, one is made of all there is.
    Shrink,
    /// Take in what is new as well.
    Grow,
}

/// 基线变动: what became of the baseline, counted in findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Taken in.
    pub added: usize,
    /// Taken out, since they are gone.
    pub removed: usize,
    /// Recorded now.
    pub recorded: usize,
    /// New and not taken in.
    pub waiting: usize,
}

/// Entries by what tells them apart, which is also their order in the file.
type Entries = BTreeMap<Key, Recorded>;

/// As many characters of a finding's text are kept.
const MOST_LETTERS: usize = 80;

impl Session {
    /// Brings the baseline up to date with all findings of the catalog, and writes it. One that is not sound
    /// is left as it is, and nothing is taken out while a file cannot be read to its end.
    pub fn renew_baseline(
        &mut self,
        found: &Compared,
        how: Renew,
    ) -> Result<Renewed, SessionError> {
        let catalog = &self.catalog;
        if catalog
            .baseline()
            .is_some_and(|file| !is_sound(catalog, file))
        {
            return Err(unsound());
        }
        let before: Entries = merged(catalog.recorded());
        let found = merged(recordable(catalog, found));
        let mut after = kept(catalog, &before, &found);
        if how == Renew::Grow || catalog.baseline().is_none() {
            take_in(&found, &mut after);
        }
        let renewed = Renewed {
            added: surplus(&after, &before),
            removed: surplus(&before, &after),
            recorded: after.values().map(|entry| entry.count).sum(),
            waiting: surplus(&found, &after),
        };
        let intents = intents(catalog.baseline(), &after);
        if intents.iter().any(is_too_long) {
            return Err(too_long());
        }
        self.apply(&intents)?;
        self.save()?;
        Ok(renewed)
    }
}

/// Whether a baseline can be read to its end and has the shape of one. The same entry twice, as a merge may
/// leave it, is put together when the baseline is next written.
fn is_sound(catalog: &Catalog, file: &File) -> bool {
    let document = &file.document();
    let mut is_sound = document.is_whole() && document.is_faithful();
    let schema = catalog.standard.schema(file.kind);
    if let Some((root, schema)) = document.root().zip(schema) {
        walk(root, schema, &mut |fault| {
            is_sound &= matches!(fault.wrong, Wrong::Repeated(..));
        });
    }
    let is_mapping = |root: crate::yaml::Value<'_>| root.shape() == Shape::Mapping;
    is_sound && document.root().is_some_and(is_mapping)
}

fn merged(entries: impl Iterator<Item = Recorded>) -> Entries {
    let mut merged = Entries::new();
    for entry in entries {
        let count = entry.count;
        let known = merged
            .entry(key_of(&entry))
            .and_modify(|known| known.count += count);
        known.or_insert(entry);
    }
    merged
}

/// What is found now, as it would be recorded.
fn recordable(catalog: &Catalog, found: &Compared) -> impl Iterator<Item = Recorded> {
    let findings = found.new.iter().chain(&found.known);
    let findings = findings.filter(|finding| is_recordable(finding));
    findings.map(|finding| {
        let (rule, path, fingerprint) = key(&catalog.standard, finding);
        Recorded {
            rule,
            path,
            fingerprint,
            count: 1,
            text: short(&finding.message.zh).into(),
        }
    })
}

fn short(text: &str) -> String {
    let text = visible(text);
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into_owned(),
    }
}

/// What is recorded and still there.
fn kept(catalog: &Catalog, before: &Entries, found: &Entries) -> Entries {
    let is_readable = is_readable(catalog);
    let mut kept = before.clone();
    kept.retain(|key, entry| {
        if is_readable && is_judged(&entry.rule) {
            entry.count = entry.count.min(count(found, key));
        }
        entry.count > 0
    });
    kept
}

fn take_in(found: &Entries, entries: &mut Entries) {
    for (key, new) in found {
        let entry = entries.entry(key.clone()).or_insert_with(|| new.clone());
        entry.count = entry.count.max(new.count);
    }
}

fn count(entries: &Entries, key: &Key) -> usize {
    entries.get(key).map_or(0, |entry| entry.count)
}

/// How many findings the one has that the other has not.
fn surplus(one: &Entries, other: &Entries) -> usize {
    let more = |(key, entry): (&Key, &Recorded)| entry.count.saturating_sub(count(other, key));
    one.iter().map(more).sum()
}

fn unsound() -> SessionError {
    SessionError::Baseline(
        words(
            "基线 catalog/baseline.yaml 有误，没有改动它；请先按 mulu check 所说改正",
            "the baseline catalog/baseline.yaml is broken and was left as it is; mulu check says what is wrong",
        )
        .into(),
    )
}

fn too_long() -> SessionError {
    SessionError::Baseline(
        words(
            "问题太多，基线写不下；请先停用或改正问题最多的规则",
            "too many findings for a baseline; first turn off, or put right, the rules that have most",
        )
        .into(),
    )
}
