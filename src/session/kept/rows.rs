//! How each matter's file lay on disk and what stood in it, as it was last seen.

use std::cmp::Ordering;

use crate::catalog::{Field, File};
use crate::session::is_matter;
use crate::session::kept::parts::{count, number, put, put_text, text};
use crate::store::{BlobId, Root, Stamp, StoreError};

/// The file holds a matter.
const MATTER: u8 = 1;
/// It could be read to its end.
const WHOLE: u8 = 2;
/// It states decisions or exceptions, which end some day.
const ENDING: u8 = 4;
/// Bytes of the numbers of a row: three of its stamp, the id, the flags.
const NUMBERS: usize = 3 * 8 + BlobId::BYTES + 1;

/// 行: one file, as it was last seen.
#[derive(Clone, Copy, Debug)]
pub(in crate::session) struct Row<'i> {
    /// The path of its folder.
    pub(in crate::session) folder: &'i str,
    /// Its name there.
    pub(in crate::session) name: &'i str,
    /// How it lay there.
    pub(in crate::session) stamp: Stamp,
    /// What git would know its content by.
    pub(in crate::session) id: BlobId,
    flags: u8,
}

impl<'i> Row<'i> {
    /// The row of a file.
    pub(in crate::session) fn of(file: &'i File, stamp: Stamp, id: BlobId) -> Row<'i> {
        let ends = [Field::Decisions, Field::Exceptions];
        let is_ending = ends.iter().any(|field| file.states(*field));
        let flag = |flag, is_set| if is_set { flag } else { 0 };
        let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
        Row {
            folder,
            name,
            stamp,
            id,
            flags: flag(MATTER, file.has_root())
                | flag(WHOLE, file.is_whole())
                | flag(ENDING, is_ending),
        }
    }

    /// Its path.
    pub(in crate::session) fn path(&self) -> String {
        [self.folder, "/", self.name].concat()
    }

    /// Whether it holds a matter.
    pub(in crate::session) fn is_matter(&self) -> bool {
        self.flags & MATTER != 0
    }

    /// Whether it could be read to its end.
    pub(in crate::session) fn is_whole(&self) -> bool {
        self.flags & WHOLE != 0
    }

    /// Whether it states decisions or exceptions, which end some day.
    pub(in crate::session) fn is_ending(&self) -> bool {
        self.flags & ENDING != 0
    }
}

/// Rows as bytes, folder by folder.
pub(super) fn packed(rows: &[Row<'_>]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(rows.len() * 96);
    put(&mut bytes, rows.len() as u64);
    for folder in rows.chunk_by(|one, next| one.folder == next.folder) {
        put_text(&mut bytes, folder.first().map_or("", |row| row.folder));
        put(&mut bytes, folder.len() as u64);
        for row in folder {
            put_text(&mut bytes, row.name);
            put(&mut bytes, row.stamp.size);
            put(&mut bytes, row.stamp.modified.cast_unsigned());
            put(&mut bytes, row.stamp.number);
            bytes.extend(row.id.bytes());
            bytes.push(row.flags);
        }
    }
    bytes
}

/// The rows that [`packed`] made bytes of.
pub(in crate::session) fn read(mut bytes: &[u8]) -> Option<Vec<Row<'_>>> {
    let many = count(&mut bytes)?;
    let mut rows = Vec::with_capacity(many.min(bytes.len() / NUMBERS));
    while !bytes.is_empty() {
        let folder = text(&mut bytes)?;
        for _ in 0..count(&mut bytes)? {
            let name = text(&mut bytes)?;
            let mut numbers = bytes.split_off(..NUMBERS)?;
            let stamp = Stamp {
                size: number(&mut numbers)?,
                modified: number(&mut numbers)?.cast_signed(),
                number: number(&mut numbers)?,
            };
            let (id, flags) = numbers.split_first_chunk()?;
            rows.push(Row {
                folder,
                name,
                stamp,
                id: BlobId::of_bytes(*id),
                flags: *flags.first()?,
            });
        }
    }
    (rows.len() == many).then_some(rows)
}

/// 变动: what has become of the files since.
#[derive(Debug, Default)]
pub(in crate::session) struct Moved {
    /// Files that may be changed, or are new: the number of the row, and the path.
    pub(in crate::session) doubtful: Vec<(Option<u32>, String)>,
    /// The rows of files that are no longer there.
    pub(in crate::session) gone: Vec<u32>,
}

/// What has become of the files of the rows, which were looked at at a time; every file of the catalog is told
/// of on the way.
pub(in crate::session) fn moved(
    root: &Root,
    rows: &[Row<'_>],
    looked: i64,
    told: &mut dyn FnMut(&str, Stamp),
) -> Result<Moved, StoreError> {
    let mut moved = Moved::default();
    let mut then = (0..).zip(rows).peekable();
    root.each_stamp(&mut |path, stamp| {
        told(path, stamp);
        let Some(parts) = path.rsplit_once('/').filter(|_| is_matter(path)) else {
            return;
        };
        while let Some((gone, _)) = then.next_if(|(_, row)| order(row, parts).is_lt()) {
            moved.gone.push(gone);
        }
        let known = then.next_if(|(_, row)| order(row, parts).is_eq());
        let is_same = |row: &Row<'_>| row.stamp == stamp && stamp.is_older_than(looked);
        if known.is_none_or(|(_, row)| !is_same(row)) {
            let number = known.map(|(number, _)| number);
            moved.doubtful.push((number, path.to_owned()));
        }
    })?;
    moved.gone.extend(then.map(|(gone, _)| gone));
    Ok(moved)
}

/// The number of the row of a file.
pub(in crate::session) fn find(rows: &[Row<'_>], path: &str) -> Option<u32> {
    let wanted = path.rsplit_once('/')?;
    let place = rows.binary_search_by(|row| order(row, wanted)).ok()?;
    u32::try_from(place).ok()
}

/// How a row stands to a folder and a name in it, in the order of paths: where a folder's path ends, that of a
/// file goes on with a slash.
fn order(row: &Row<'_>, (folder, name): (&str, &str)) -> Ordering {
    if row.folder == folder {
        return row.name.cmp(name);
    }
    let (one, other) = (row.folder.bytes(), folder.bytes());
    one.chain([b'/']).cmp(other.chain([b'/']))
}
