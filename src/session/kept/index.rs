//! The index of a catalog: what its matters are about, how their files lay on disk, what ties them, and what was
//! found. One file in the user's cache folder, from which the screen opens and a check goes on.
//!
//! Its parts: the ground it stands on, who follows whom, the ties, the findings, the rows, and the facts of the
//! rows in lots. Whatever is not as it must be makes it as good as none.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Facts, File};
use crate::rules::{Judged, Tie, ties};
use crate::session::kept::found;
use crate::session::kept::parts::{self, Parts, count, number, put, put_text, text};
use crate::session::kept::rows::{self, Row};
use crate::store::{BlobId, Cache, Root, Stamp, StoreError};

const NAME: &str = "index";
/// So many rows have their facts in one part.
const LOT: usize = 4_096;
/// Bytes of a tie and the number of a row.
const TIE: usize = 8 + 4;

const GROUND: usize = 0;
const UPPERS: usize = 1;
const TIES: usize = 2;
const FOUND: usize = 3;
const ROWS: usize = 4;
const LOTS: usize = 5;

/// 索引: what is kept of a catalog.
#[derive(Debug)]
pub(in crate::session) struct Index {
    parts: Parts,
}

/// 根基: what all that was found stands on besides the matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::session) struct Ground {
    /// This program and the standard.
    pub(in crate::session) standard: u64,
    /// The day by which was judged; `None` if nothing was.
    pub(in crate::session) today: Option<Date>,
    /// When the files were looked at. One that was changed then or shortly before may have changed once more and
    /// look the same.
    pub(in crate::session) looked: i64,
    /// The days on which something else may come out for any matter.
    pub(in crate::session) turns: Vec<Date>,
    /// Everything that is no matter.
    pub(in crate::session) others: Vec<Other>,
}

/// A file that is no matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct Other {
    pub(in crate::session) path: String,
    pub(in crate::session) stamp: Stamp,
    pub(in crate::session) id: BlobId,
    pub(in crate::session) is_whole: bool,
}

/// 在架: a matter's file, how it lies on disk, and what git would know its content by.
#[derive(Clone, Debug)]
pub(in crate::session) struct Seen {
    pub(in crate::session) file: Arc<File>,
    pub(in crate::session) stamp: Stamp,
    pub(in crate::session) id: BlobId,
}

/// What an index is made of; the matters stand by path.
pub(in crate::session) struct Making<'m> {
    pub(in crate::session) ground: &'m Ground,
    pub(in crate::session) uppers: Vec<u8>,
    pub(in crate::session) found: &'m [Judged],
    pub(in crate::session) matters: &'m [Seen],
    pub(in crate::session) standard: &'m Standard,
}

/// Where the index of a catalog lies; `None` where nothing is to be kept.
pub(in crate::session) fn place(root: &Root) -> Option<Cache> {
    Cache::of(root, NAME)
}

impl Index {
    /// The index of a catalog, if there is one and its table is whole.
    pub(in crate::session) fn open(cache: &Cache) -> Option<Index> {
        let parts = Parts::open(cache)?;
        (parts.count() >= LOTS).then_some(Index { parts })
    }

    pub(in crate::session) fn ground(&self) -> Option<Ground> {
        Ground::read(&self.parts.read(GROUND)?)
    }

    /// As [`Catalog::with_ties`](crate::catalog::Catalog::with_ties) takes them.
    pub(in crate::session) fn uppers(&self) -> Option<Vec<u8>> {
        self.parts.read(UPPERS)
    }

    pub(in crate::session) fn ties(&self) -> Option<Tied> {
        self.parts.read(TIES).map(Tied)
    }

    pub(in crate::session) fn found(
        &self,
        file: &mut dyn FnMut(&str) -> Arc<File>,
    ) -> Option<Vec<Judged>> {
        found::read(&self.parts.read(FOUND)?, file)
    }

    /// The rows as bytes, for [`rows::read`].
    pub(in crate::session) fn rows(&self) -> Option<Vec<u8>> {
        self.parts.read(ROWS)
    }

    /// The facts of all of so many rows, lot by lot.
    pub(in crate::session) fn lots(&self, many: usize) -> Option<Vec<Lot>> {
        let lots = (0..many.div_ceil(LOT)).into_par_iter();
        lots.map(|lot| self.lot(lot, many)).collect()
    }

    fn lot(&self, place: usize, many: usize) -> Option<Lot> {
        let rows = many.checked_sub(place * LOT)?.min(LOT);
        let bytes = self.parts.read(LOTS + place)?;
        (bytes.len() >= rows * 4).then_some(Lot {
            rows,
            bytes: Arc::new(bytes),
        })
    }
}

/// 一批: the facts of some rows.
#[derive(Clone, Debug)]
pub(in crate::session) struct Lot {
    rows: usize,
    bytes: Arc<Vec<u8>>,
}

impl Lot {
    /// The facts of each of its rows.
    pub(in crate::session) fn facts(&self) -> impl Iterator<Item = Option<Facts>> {
        (0..self.rows).map(|row| self.fact(row))
    }

    fn fact(&self, row: usize) -> Option<Facts> {
        let ends = self.bytes.get(..self.rows * 4)?;
        let end =
            |row: usize| Some(u32::from_le_bytes(*ends.get(row * 4..)?.first_chunk()?) as usize);
        let start = match row.checked_sub(1) {
            Some(before) => end(before)?,
            None => 0,
        };
        let range: Range<usize> = ends.len() + start..ends.len() + end(row)?;
        Facts::read(&self.bytes, range)
    }
}

/// Facts that are fetched when they are asked for.
pub(in crate::session) struct Shelves<'i> {
    index: &'i Index,
    many: usize,
    open: HashMap<usize, Lot>,
}

impl<'i> Shelves<'i> {
    pub(in crate::session) fn new(index: &'i Index, many: usize) -> Shelves<'i> {
        Shelves {
            index,
            many,
            open: HashMap::new(),
        }
    }

    /// Fetches the facts of some rows at once.
    pub(in crate::session) fn open(&mut self, rows: &[u32]) -> Option<()> {
        let mut lots: Vec<usize> = rows.iter().map(|row| *row as usize / LOT).collect();
        lots.sort_unstable();
        lots.dedup();
        lots.retain(|lot| !self.open.contains_key(lot));
        let lot = |lot: &usize| Some((*lot, self.index.lot(*lot, self.many)?));
        let opened: Option<Vec<(usize, Lot)>> = lots.par_iter().map(lot).collect();
        self.open.extend(opened?);
        Some(())
    }

    /// The facts of a row.
    pub(in crate::session) fn facts(&mut self, row: u32) -> Option<Facts> {
        let (lot, row) = (row as usize / LOT, row as usize % LOT);
        if !self.open.contains_key(&lot) {
            self.open.insert(lot, self.index.lot(lot, self.many)?);
        }
        self.open.get(&lot)?.fact(row)
    }
}

/// 牵连表: which rows have a tie.
pub(in crate::session) struct Tied(Vec<u8>);

impl Tied {
    /// The numbers of the rows that have a tie.
    pub(in crate::session) fn rows(&self, tie: Tie) -> impl Iterator<Item = u32> {
        let (mut low, mut high) = (0, self.0.len() / TIE);
        while low < high {
            let middle = low.midpoint(high);
            match self.entry(middle) {
                Some((number, _)) if number < tie.number() => low = middle + 1,
                _ => high = middle,
            }
        }
        let from = (low..).map_while(|place| self.entry(place));
        from.take_while(move |(number, _)| *number == tie.number())
            .map(|(_, row)| row)
    }

    fn entry(&self, place: usize) -> Option<(u64, u32)> {
        let mut entry = self.0.get(place * TIE..)?;
        let tie = number(&mut entry)?;
        Some((tie, u32::from_le_bytes(*entry.first_chunk()?)))
    }
}

impl Making<'_> {
    /// Puts the index in the place of the one there was.
    pub(in crate::session) fn keep(self, cache: &Cache) -> Result<(), StoreError> {
        let rows = self.matters.par_iter();
        let rows: Vec<Row<'_>> = rows
            .map(|seen| Row::of(&seen.file, seen.stamp, seen.id))
            .collect();
        let standard = self.standard;
        let lots = self.matters.par_chunks(LOT).enumerate();
        let lots = lots.map(|(place, seen)| lot(place * LOT, seen, standard));
        let (lots, ties): (Vec<_>, Vec<_>) = lots.unzip();
        let mut parts = vec![
            self.ground.packed(),
            self.uppers,
            tied(ties.concat()),
            found::packed(self.found),
            rows::packed(&rows),
        ];
        parts.extend(lots);
        parts::keep(cache, &parts)
    }
}

fn lot(first: usize, seen: &[Seen], standard: &Standard) -> (Vec<u8>, Vec<(Tie, u32)>) {
    let (mut ends, mut facts, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for (place, seen) in seen.iter().enumerate() {
        facts.extend(seen.file.pack());
        ends.extend(u32::try_from(facts.len()).unwrap_or(u32::MAX).to_le_bytes());
        let row = u32::try_from(first + place).unwrap_or(u32::MAX);
        let ties = ties(&seen.file, standard).into_iter();
        all.extend(ties.map(|tie| (tie, row)));
    }
    ends.extend(facts);
    (ends, all)
}

fn tied(mut ties: Vec<(Tie, u32)>) -> Vec<u8> {
    ties.par_sort_unstable();
    ties.dedup();
    let mut bytes = Vec::with_capacity(ties.len() * TIE);
    for (tie, row) in ties {
        put(&mut bytes, tie.number());
        bytes.extend(row.to_le_bytes());
    }
    bytes
}

impl Ground {
    fn packed(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, self.standard);
        put_text(
            &mut bytes,
            &self.today.map_or(String::new(), |day| day.to_string()),
        );
        put(&mut bytes, self.looked.cast_unsigned());
        put(&mut bytes, self.turns.len() as u64);
        for day in &self.turns {
            put_text(&mut bytes, &day.to_string());
        }
        put(&mut bytes, self.others.len() as u64);
        for other in &self.others {
            put_text(&mut bytes, &other.path);
            put(&mut bytes, other.stamp.size);
            put(&mut bytes, other.stamp.modified.cast_unsigned());
            put(&mut bytes, other.stamp.number);
            bytes.extend(other.id.bytes());
            put(&mut bytes, other.is_whole.into());
        }
        bytes
    }

    fn read(mut bytes: &[u8]) -> Option<Ground> {
        let bytes = &mut bytes;
        let standard = number(bytes)?;
        let today = match text(bytes)? {
            "" => None,
            day => Some(day.parse().ok()?),
        };
        let looked = number(bytes)?.cast_signed();
        let turns = (0..count(bytes)?).map(|_| text(bytes)?.parse().ok());
        let turns = turns.collect::<Option<_>>()?;
        let others = (0..count(bytes)?).map(|_| Other::read(bytes));
        Some(Ground {
            standard,
            today,
            looked,
            turns,
            others: others.collect::<Option<_>>()?,
        })
    }
}

impl Other {
    fn read(bytes: &mut &[u8]) -> Option<Other> {
        Some(Other {
            path: text(bytes)?.to_owned(),
            stamp: Stamp {
                size: number(bytes)?,
                modified: number(bytes)?.cast_signed(),
                number: number(bytes)?,
            },
            id: {
                let (id, rest) = bytes.split_first_chunk()?;
                *bytes = rest;
                BlobId::of_bytes(*id)
            },
            is_whole: number(bytes)? != 0,
        })
    }
}
