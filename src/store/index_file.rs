//! Git's index as it lies on disk: which files are staged, how they lay on disk when git last looked, and of which
//! folders it is known which tree they are. Read without libgit2, which neither tells the last nor is in a hurry
//! with hundreds of thousands of files; nothing is ever written.

use std::ops::Range;
use std::path::Path;

use git2::Oid;

use crate::store::{Stamp, read_bytes};

/// 暂存区: what the index says.
pub(super) struct IndexFile {
    /// The paths of all entries, one behind the other.
    paths: Vec<u8>,
    entries: Vec<Entry>,
    /// The folder of the whole, if git has noted which trees there are.
    pub(super) top: Option<Folder>,
    /// When the index was written: what was changed at that time or later may have changed unseen.
    pub(super) written: i64,
    /// Where the path read last stands.
    last: Range<usize>,
}

/// 暂存文件: one file of the index.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    start: u32,
    end: u32,
    /// What is staged.
    pub(super) id: Oid,
    /// Its mode.
    pub(super) mode: u32,
    /// Its size and the time of its last change.
    pub(super) stamp: Stamp,
    /// What stands behind: whether it is out of the work tree on purpose, or is not really staged.
    pub(super) standing: Standing,
}

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// 已暂存.
    Staged,
    /// 稀疏检出之外: a sparse checkout leaves it out of the work tree.
    LeftOut,
    /// 拟新增: its name is noted and its content is not.
    Intended,
    /// 免检: git was told not to look whether it changes.
    Trusted,
    /// 未合并: a merge has not been settled.
    Unmerged,
}

/// 文件夹: what git has noted of a folder.
pub(super) struct Folder {
    name: Vec<u8>,
    /// The tree it is, as long as nothing below was staged since.
    pub(super) tree: Option<Oid>,
    folders: Vec<Folder>,
}

impl Folder {
    /// A folder in it.
    pub(super) fn folder(&self, name: &[u8]) -> Option<&Folder> {
        self.folders.iter().find(|folder| folder.name == name)
    }
}

impl IndexFile {
    /// Reads an index; `None` if there is none, or if it is of a kind that is read by libgit2 or not at all.
    pub(super) fn read(path: &Path) -> Option<IndexFile> {
        let data = path.metadata().ok()?;
        let mut index = IndexFile::parse(&read_bytes(path).ok()?)?;
        index.written = Stamp::of(&data).modified;
        Some(index)
    }

    fn parse(bytes: &[u8]) -> Option<IndexFile> {
        // The sum at the end is not checked: git itself does not when it reads.
        let bytes = bytes.get(..bytes.len().checked_sub(20)?)?;
        let rest = bytes.strip_prefix(b"DIRC")?;
        let (version, rest) = number(rest)?;
        let (count, mut rest) = number(rest)?;
        let mut index = IndexFile {
            paths: Vec::with_capacity(bytes.len() / 2),
            entries: Vec::with_capacity((count as usize).min(bytes.len() / 62)),
            top: None,
            written: 0,
            last: 0..0,
        };
        for _ in 0..count {
            rest = index.entry(rest, version)?;
        }
        while !rest.is_empty() {
            let (name, after) = rest.split_at_checked(4)?;
            let (size, after) = number(after)?;
            let (data, after) = after.split_at_checked(size as usize)?;
            match name {
                b"TREE" => index.top = folder(data).map(|(folder, _)| folder),
                // What begins with a small letter changes what the index means: it is split, or sparse.
                [b'a'..=b'z', ..] => return None,
                _ => {}
            }
            rest = after;
        }
        Some(index)
    }

    /// Takes one entry in; gives what comes behind.
    fn entry<'b>(&mut self, bytes: &'b [u8], version: u32) -> Option<&'b [u8]> {
        let word = |at: usize| bytes.get(at..).and_then(number).map(|(number, _)| number);
        let flags = u16::from_be_bytes(*bytes.get(60..)?.first_chunk()?);
        let is_extended = flags & 0x4000 != 0;
        let more = if is_extended {
            u16::from_be_bytes(*bytes.get(62..)?.first_chunk()?)
        } else {
            0
        };
        let head = if is_extended { 64 } else { 62 };
        let start = self.paths.len();
        let rest = bytes.get(head..)?;
        let rest = match version {
            2 | 3 => {
                let length = rest.iter().position(|byte| *byte == 0)?;
                self.paths.extend(rest.get(..length)?);
                let padded = (head + length + 8) & !7;
                bytes.get(padded..)?
            }
            4 => self.shared(rest)?,
            _ => return None,
        };
        let standing = match (flags & 0x3000, more) {
            (0, more) if more & 0x4000 != 0 => Standing::LeftOut,
            (0, more) if more & 0x2000 != 0 => Standing::Intended,
            (0, _) if flags & 0x8000 != 0 => Standing::Trusted,
            (0, _) => Standing::Staged,
            _ => Standing::Unmerged,
        };
        self.last = start..self.paths.len();
        let entry = Entry {
            start: u32::try_from(start).ok()?,
            end: u32::try_from(self.paths.len()).ok()?,
            id: Oid::from_bytes(bytes.get(40..60)?).ok()?,
            mode: word(24)?,
            stamp: Stamp {
                size: word(36)?.into(),
                modified: i64::from(word(8)?) * 1_000_000_000 + i64::from(word(12)?),
                number: 0,
            },
            standing,
        };
        // Of what is not merged the base and both sides stand there; it is one file to us.
        let is_again = self.entries.last().is_some_and(|last| {
            last.standing == Standing::Unmerged && self.path(last) == self.path(&entry)
        });
        if !is_again {
            self.entries.push(entry);
        }
        Some(rest)
    }

    /// A path of which only the end is written, in the fourth version of the index.
    fn shared<'b>(&mut self, mut rest: &'b [u8]) -> Option<&'b [u8]> {
        let mut dropped = 0_usize;
        let mut is_first = true;
        loop {
            let (byte, after) = rest.split_first()?;
            rest = after;
            dropped =
                (dropped + usize::from(!is_first)).checked_mul(128)? + usize::from(byte & 0x7F);
            is_first = false;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let length = rest.iter().position(|byte| *byte == 0)?;
        let kept = self.last.start..self.last.end.checked_sub(dropped)?;
        self.paths.extend_from_within(kept);
        self.paths.extend(rest.get(..length)?);
        rest.get(length + 1..)
    }

    /// The path of an entry.
    pub(super) fn path(&self, entry: &Entry) -> &[u8] {
        self.paths.get(entry.range()).unwrap_or_default()
    }

    /// The entries below a folder, whose name ends in `/`.
    pub(super) fn below(&self, folder: &[u8]) -> &[Entry] {
        let start = self
            .entries
            .partition_point(|entry| self.path(entry) < folder);
        let rest = self.entries.get(start..).unwrap_or_default();
        let count = rest.partition_point(|entry| self.path(entry).starts_with(folder));
        rest.get(..count).unwrap_or_default()
    }

    /// The entry at a path.
    pub(super) fn at(&self, path: &[u8]) -> Option<&Entry> {
        self.at_in(&self.entries, path)
    }

    /// The entry at a path, among some that stand one behind the other.
    pub(super) fn at_in<'e>(&self, entries: &'e [Entry], path: &[u8]) -> Option<&'e Entry> {
        let place = entries.binary_search_by(|entry| self.path(entry).cmp(path));
        entries.get(place.ok()?)
    }

    /// The entries whose path ends like this.
    pub(super) fn ending(&self, end: &[u8]) -> impl Iterator<Item = &Entry> {
        let entries = self.entries.iter();
        entries.filter(move |entry| self.path(entry).ends_with(end))
    }
}

impl Entry {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_be_bytes(*number), rest))
}

/// One folder and those in it, as they are noted one behind the other.
fn folder(bytes: &[u8]) -> Option<(Folder, &[u8])> {
    let (name, rest) = until(bytes, 0)?;
    let (files, rest) = until(rest, b' ')?;
    let (count, mut rest) = until(rest, b'\n')?;
    let text = |digits: &[u8]| std::str::from_utf8(digits).ok()?.parse::<i64>().ok();
    let mut tree = None;
    if text(files)? >= 0 {
        let (id, after) = rest.split_at_checked(20)?;
        tree = Some(Oid::from_bytes(id).ok()?);
        rest = after;
    }
    let mut folders = Vec::new();
    for _ in 0..text(count)? {
        let (below, after) = folder(rest)?;
        folders.push(below);
        rest = after;
    }
    let name = name.to_owned();
    Some((
        Folder {
            name,
            tree,
            folders,
        },
        rest,
    ))
}

fn until(bytes: &[u8], sign: u8) -> Option<(&[u8], &[u8])> {
    let place = bytes.iter().position(|byte| *byte == sign)?;
    Some((bytes.get(..place)?, bytes.get(place + 1..)?))
}
