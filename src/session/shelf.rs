//! A large catalog opened without reading its matters: what they are about is kept from last time, and a
//! matter is read when more is asked of it.
//!
//! The index is believed at once, so that one can begin to look around, and set right by [`Shelf::stale`], which
//! asks the file system about every file. An index that is of no use is as good as none.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::{Catalog, File, Reader};
use crate::session::kept::{
    Ground, Index, Lot, Making, Moved, Row, Seen, find_row, moved, place, read_rows,
};
use crate::session::{is_matter, on_disk};
use crate::store::{Content, Root, StoreError};
use crate::yaml;

/// Catalogs of fewer matters are read whole, which takes no time.
pub(super) const LARGE: usize = if cfg!(test) { 1 } else { 5_000 };
/// An index that a check made is kept until more files are not as they were.
const MANY: usize = 500;

/// 馆藏: how the matters lay on disk.
#[derive(Debug)]
pub(super) struct Shelf {
    rows: Vec<u8>,
    ground: Ground,
}

/// A catalog as its index has it.
pub(super) struct Shelved {
    pub(super) shelf: Shelf,
    pub(super) matters: Vec<Arc<File>>,
    /// As [`Catalog::with_ties`] takes them.
    pub(super) ties: Vec<u8>,
}

impl Shelf {
    /// The matters of a catalog as its index has them; `None` without an index.
    pub(super) fn open(root: &Root) -> Option<Shelved> {
        let index = Index::open(&place(root)?)?;
        let (ground, bytes) = (index.ground()?, index.rows()?);
        let rows = read_rows(&bytes).filter(|rows| rows.len() >= LARGE)?;
        let (ties, lots) = rayon::join(|| index.uppers(), || index.lots(rows.len()));
        let facts: Vec<_> = lots?.iter().flat_map(Lot::facts).collect();
        let reader = reader(root);
        let file = |(row, facts): (&Row<'_>, Option<_>)| {
            Some(Arc::new(File::packed(&row.path(), facts?, reader.clone())))
        };
        let matters = rows.par_iter().zip(facts).map(file);
        let matters = matters.collect::<Option<_>>()?;
        Some(Shelved {
            shelf: Shelf {
                rows: bytes,
                ground,
            },
            matters,
            ties: ties?,
        })
    }

    /// Which matters are not as they were.
    pub(super) fn stale(&self, root: &Root) -> Result<Stale, StoreError> {
        let rows = read_rows(&self.rows).unwrap_or_default();
        let looked = self.ground.looked;
        let Moved { doubtful, gone } = moved(root, &rows, looked, &mut |_, _| ())?;
        let path = |row: &u32| Some(rows.get(*row as usize)?.path().into());
        Ok(Stale {
            gone: gone.iter().filter_map(path).collect(),
            changed: doubtful.into_iter().map(|(_, path)| path.into()).collect(),
        })
    }

    /// Keeps an index of a catalog's matters for the next time, unless the one there is will still do. Left out
    /// are those that are there otherwise than they stand in the catalog.
    pub(super) fn keep(
        &self,
        root: &Root,
        (catalog, fresh): (&Catalog, &[Seen]),
        looked: i64,
        is_ours: &(dyn Fn(&str) -> bool + Sync),
    ) -> Result<(), StoreError> {
        let rows = read_rows(&self.rows).unwrap_or_default();
        let changed = rows.len().abs_diff(catalog.matters().len()) + fresh.len();
        if self.ground.today.is_some() && changed <= MANY {
            return Ok(());
        }
        let fresh: HashMap<&str, &Seen> =
            fresh.iter().map(|seen| (&*seen.file.path, seen)).collect();
        let seen = |file: &Arc<File>| {
            let fresh = fresh.get(&*file.path).map(|seen| (seen.stamp, seen.id));
            let known = || {
                let row = rows.get(find_row(&rows, &file.path)? as usize)?;
                Some((row.stamp, row.id))
            };
            let (stamp, id) = fresh.or_else(known)?;
            let file = Arc::clone(file);
            Some(Seen { file, stamp, id })
        };
        let matters = catalog.files().par_iter();
        let matters = matters.filter(|file| is_matter(&file.path) && !is_ours(&file.path));
        keep(
            root,
            catalog,
            &matters.filter_map(seen).collect::<Vec<_>>(),
            looked,
        )
    }
}

/// Keeps an index of a catalog in which nothing was judged.
pub(super) fn keep(
    root: &Root,
    catalog: &Catalog,
    matters: &[Seen],
    looked: i64,
) -> Result<(), StoreError> {
    let Some(place) = place(root).filter(|_| matters.len() >= LARGE) else {
        return Ok(());
    };
    let ground = Ground {
        looked,
        ..Ground::default()
    };
    let is_all = matters.len() == catalog.matters().len();
    let making = Making {
        ground: &ground,
        uppers: if is_all {
            catalog.pack_ties()
        } else {
            Vec::new()
        },
        found: &[],
        matters,
        standard: &catalog.standard,
    };
    making.keep(&place)
}

/// What has become of the files since.
#[derive(Debug, Default)]
pub(super) struct Stale {
    /// Changed or new.
    pub(super) changed: Vec<Box<str>>,
    /// No longer there.
    pub(super) gone: Vec<Box<str>>,
}

/// How the matters of a catalog are read one by one.
pub(super) fn reader(root: &Root) -> Reader {
    let (root, same) = (root.clone(), root.clone());
    // What is gone says nothing; that it is gone is noticed elsewhere.
    let read = move |path: &str| on_disk(&root, path).ok().flatten().unwrap_or_default();
    let text = move |path: &str| {
        let content = same.read_file(path, yaml::MAX_BYTES as u64);
        content.ok().flatten().map_or("".into(), text_of)
    };
    Reader::new(read).with_text(text)
}

/// The text as the document of a content has it.
fn text_of(content: Content) -> Arc<str> {
    match content {
        Content::Bytes(bytes) if bytes.len() <= yaml::MAX_BYTES => yaml::decode(&bytes).0.into(),
        _ => "".into(),
    }
}
