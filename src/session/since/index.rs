//! Which matters are tied to which, and what each is about, as one commit has them: kept from one time to
//! the next, so that the few that a change reaches are found without reading the others.
//!
//! The index is one file: a head, the ties in order with the matters that have them, where the entry of each
//! matter ends, the entries, and the ties to the registers, which are read only when a register changes. Whatever
//! is not as it must be makes it as good as none.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::catalog::standard::Standard;
use crate::catalog::{Facts, File};
use crate::rules::{Tie, register_ties, ties};
use crate::session::shelf::LARGE;
use crate::session::{SessionError, document, is_matter};
use crate::store::{Blob, Cache, Git, Pieces, RawFile, Revision};
use crate::text::Digest;
use crate::yaml;

const NAME: &str = "ties";
/// The version of the index; another one is not understood.
const MAGIC: &[u8; 16] = b"mulu ties 2\n\0\0\0\0";
/// What it is, under which standard, of which commit, how many ties, how many matters, how many ties to registers.
const HEAD: usize = 16 + 8 + 64 + 8 + 8 + 8;
/// A tie and the number of a matter.
const TIE: usize = 8 + 4;

/// 牵连索引: the matters of one commit by what ties them.
pub(super) struct Index {
    source: Source,
    /// The id of the commit.
    pub(super) revision: String,
    ties: Vec<u8>,
    ends: Vec<u8>,
    entries: u64,
    /// How many ties to registers there are.
    far: u64,
}

enum Source {
    Memory(Vec<u8>),
    Disk(Pieces),
}

/// A matter's file that is not read yet.
pub(super) struct Kept {
    pub(super) path: Box<str>,
    pub(super) blob: Blob,
    pub(super) facts: Facts,
}

struct Entry {
    path: String,
    id: String,
    facts: Vec<u8>,
    ties: Vec<Tie>,
    far: Vec<Tie>,
}

impl Index {
    /// The one that was kept, if it was made under this standard.
    pub(super) fn open(git: &Git, cache: Option<&Path>, standard: u64) -> Option<Index> {
        let pieces = Cache::of_git(git, cache, NAME).pieces()?;
        Index::read(Source::Disk(pieces), standard)
    }

    /// Makes one of a commit, and keeps it if that is worth it.
    pub(super) fn make(
        git: &Git,
        revision: &Revision,
        standard: (&Standard, u64),
        cache: Option<&Path>,
    ) -> Result<Option<Index>, SessionError> {
        let entry = |raw: RawFile| entry(raw, standard.0);
        let is_wanted = |name: &str| matches!(name, "base" | "local");
        let limit = yaml::MAX_BYTES as u64;
        let entries = git.read_files_where(revision, limit, &is_wanted, &entry)?;
        let entries: Vec<Entry> = entries.into_iter().flatten().collect();
        let bytes = packed(&entries, &revision.id, standard.1);
        if entries.len() >= LARGE {
            // Without an index the next time only takes longer.
            let cache = Cache::of_git(git, cache, NAME);
            let _ = cache.write(&mut |out| out.write_all(&bytes));
        }
        Ok(Index::read(Source::Memory(bytes), standard.1))
    }

    fn read(source: Source, standard: u64) -> Option<Index> {
        let head = source.read(0..HEAD as u64)?;
        let rest = head.strip_prefix(MAGIC)?;
        let (known, rest) = number(rest)?;
        let (revision, rest) = rest.split_at_checked(64)?;
        let (ties, rest) = number(rest)?;
        let (files, rest) = number(rest)?;
        let (far, _) = number(rest)?;
        let ties_end = HEAD as u64 + ties.checked_mul(TIE as u64)?;
        let entries = ties_end + files.checked_mul(8)?;
        if known != standard {
            return None;
        }
        Some(Index {
            revision: std::str::from_utf8(revision).ok()?.trim().to_owned(),
            ties: source.read(HEAD as u64..ties_end)?,
            ends: source.read(ties_end..entries)?,
            entries,
            far,
            source,
        })
    }

    /// How many matters there are.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.ends.len() / 8).unwrap_or(u32::MAX)
    }

    /// The numbers of the matters that have a tie to others.
    pub(super) fn tied(&self, tie: Tie) -> impl Iterator<Item = u32> {
        tied(&self.ties, tie)
    }

    /// The numbers of the matters that have a tie to a register that is wanted.
    pub(super) fn tied_to_registers(&self, is_wanted: impl Fn(Tie) -> bool) -> BTreeSet<u32> {
        let last = self.ends.rchunks(8).next().and_then(number);
        let start = self.entries + last.map_or(0, |(end, _)| end);
        let far = self.source.read(start..start + self.far * TIE as u64);
        let mut found = BTreeSet::new();
        let mut last = (None, false);
        for (tie, file) in far.iter().flat_map(|far| far.chunks(TIE)).filter_map(one) {
            if last.0 != Some(tie) {
                last = (Some(tie), is_wanted(Tie::of_number(tie)));
            }
            found.extend(last.1.then_some(file));
        }
        found
    }

    /// The matter with a number.
    pub(super) fn kept(&self, file: u32) -> Option<Kept> {
        let place = file as usize * 8;
        let end = number(self.ends.get(place..)?)?.0;
        let start = match place.checked_sub(8) {
            Some(before) => number(self.ends.get(before..)?)?.0,
            None => 0,
        };
        let bytes = Arc::new(self.source.read(self.entries + start..self.entries + end)?);
        let (path, rest) = text(&bytes)?;
        let (id, rest) = text(rest)?;
        let facts = bytes.len() - rest.len()..bytes.len();
        Some(Kept {
            path: path.into(),
            blob: Blob::of(id)?,
            facts: Facts::read(&bytes, facts)?,
        })
    }
}

/// The files that have a tie, in a table of ties.
fn tied(table: &[u8], tie: Tie) -> impl Iterator<Item = u32> {
    let at = |place: usize| table.get(place * TIE..).and_then(one);
    let (mut low, mut high) = (0, table.len() / TIE);
    while low < high {
        let middle = low.midpoint(high);
        match at(middle) {
            Some((number, _)) if number < tie.number() => low = middle + 1,
            _ => high = middle,
        }
    }
    let from = (low..).map_while(at);
    from.take_while(move |(number, _)| *number == tie.number())
        .map(|(_, file)| file)
}

/// One row of a table of ties.
fn one(bytes: &[u8]) -> Option<(u64, u32)> {
    let (tie, rest) = number(bytes)?;
    Some((tie, u32::from_le_bytes(*rest.first_chunk()?)))
}

impl Source {
    fn read(&self, range: Range<u64>) -> Option<Vec<u8>> {
        match self {
            Source::Disk(pieces) => pieces.read(range),
            Source::Memory(bytes) => {
                let range = usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?;
                bytes.get(range).map(<[u8]>::to_vec)
            }
        }
    }
}

/// What the ties and facts of matters depend on besides the matters: the standard and this program.
pub(in crate::session) fn standard_of(files: &std::collections::HashMap<String, String>) -> u64 {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_unstable();
    let program = Digest::new().with(env!("MULU_SOURCE").as_bytes());
    let all = files.iter().fold(program, |digest, (name, text)| {
        digest.with(name.as_bytes()).with(text.as_bytes())
    });
    all.number()
}

fn entry(raw: RawFile, standard: &Standard) -> Option<Entry> {
    let id = raw.blob.as_ref()?.id()?;
    if !is_matter(&raw.path) {
        return None;
    }
    let file = Arc::new(File::new(&raw.path, document(raw.content)));
    Some(Entry {
        id,
        facts: file.pack(),
        ties: ties(&file, standard),
        far: register_ties(&file),
        path: raw.path,
    })
}

fn packed(entries: &[Entry], revision: &str, standard: u64) -> Vec<u8> {
    let (mut ends, mut bytes) = (Vec::new(), Vec::new());
    for entry in entries {
        for text in [&entry.path, &entry.id] {
            bytes.extend((text.len() as u64).to_le_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes.extend(&entry.facts);
        ends.extend((bytes.len() as u64).to_le_bytes());
    }
    let near = table(entries.iter().map(|entry| &entry.ties));
    let far = table(entries.iter().map(|entry| &entry.far));
    let mut packed = MAGIC.to_vec();
    packed.extend(standard.to_le_bytes());
    packed.extend(format!("{revision:64}").as_bytes());
    packed.extend(((near.len() / TIE) as u64).to_le_bytes());
    packed.extend((entries.len() as u64).to_le_bytes());
    packed.extend(((far.len() / TIE) as u64).to_le_bytes());
    for part in [near, ends, bytes, far] {
        packed.extend(part);
    }
    packed
}

/// The ties of each matter as a table: in order, each with the number of the matter.
fn table<'e>(ties: impl Iterator<Item = &'e Vec<Tie>>) -> Vec<u8> {
    let numbered = (0_u32..).zip(ties);
    let rows = numbered.flat_map(|(number, ties)| ties.iter().map(move |tie| (*tie, number)));
    let mut rows: Vec<(Tie, u32)> = rows.collect();
    rows.sort_unstable();
    rows.dedup();
    let mut table = Vec::with_capacity(rows.len() * TIE);
    for (tie, number) in rows {
        table.extend(tie.number().to_le_bytes());
        table.extend(number.to_le_bytes());
    }
    table
}

fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u64::from_le_bytes(*number), rest))
}

fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    Some((std::str::from_utf8(text).ok()?, rest))
}
