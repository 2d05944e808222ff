//! Where a catalog is, and its files as bytes.

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::store::{Blob, Stamp, StoreError};

/// The folder of the matters below the root.
const CATALOG: &str = "catalog";
/// The folder of the standard below the root.
const SCHEMAS: &str = "schemas";
/// The file that makes a folder a catalog.
const MANIFEST: &str = "mulu.yaml";

/// 根目录: the folder that holds `catalog/` and, if the catalog has its own standard, `schemas/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    path: PathBuf,
    /// Where what is quicker to keep than to make again may be kept.
    cache: Option<PathBuf>,
}

/// One file as it lies on disk.
#[derive(Clone, Debug)]
pub struct RawFile {
    /// Path below `catalog/`, with `/`.
    pub path: String,
    /// What is in it.
    pub content: Content,
    /// How it lay there; nothing is known of that in a commit.
    pub stamp: Stamp,
    /// Where its bytes are in git; `None` of a file that was read from disk.
    pub blob: Option<Blob>,
}

/// The content of a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// The bytes.
    Bytes(Vec<u8>),
    /// Too large to be read; this many bytes.
    TooLarge(u64),
}

impl Root {
    /// The root at a path: the folder that holds `catalog/`, or the catalog folder itself.
    pub fn at(path: &Path) -> Result<Root, StoreError> {
        let none = || StoreError::NoCatalog(path.to_owned());
        let full = path.canonicalize().map_err(|_| none())?;
        if full.join(CATALOG).join(MANIFEST).is_file() {
            return Ok(Root::new(full));
        }
        let is_catalog =
            full.join(MANIFEST).is_file() && full.file_name().is_some_and(|name| name == CATALOG);
        let above = full.parent().filter(|_| is_catalog).ok_or_else(none)?;
        Ok(Root::new(above.to_owned()))
    }

    /// The nearest root at or above a folder.
    pub fn find(start: &Path) -> Option<Root> {
        let full = start.canonicalize().ok()?;
        full.ancestors().find_map(|folder| Root::at(folder).ok())
    }

    fn new(path: PathBuf) -> Root {
        Root { path, cache: None }
    }

    /// The same root, with a folder of the user's own for what may be kept.
    #[must_use]
    pub fn keeping_in(self, cache: Option<PathBuf>) -> Root {
        Root { cache, ..self }
    }

    /// The folder for what may be kept; `None` where nothing is to be kept.
    pub fn cache(&self) -> Option<&Path> {
        self.cache.as_deref()
    }

    /// The folder of the files.
    pub(super) fn catalog(&self) -> PathBuf {
        self.path.join(CATALOG)
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The full path of a file below `catalog/`.
    pub fn file(&self, path: &str) -> PathBuf {
        self.path.join(CATALOG).join(path)
    }

    /// Reads every `*.yaml` below `catalog/`, in parallel, and hands each to `take` with the number of all;
    /// links are not followed. A file of more than `limit` bytes is not read.
    pub fn read_files<T: Send>(
        &self,
        limit: u64,
        take: &(impl Fn(RawFile, usize) -> T + Sync),
    ) -> Result<Vec<T>, StoreError> {
        self.read_files_where(limit, &|_| true, take)
    }

    /// The same, of those files and folders right below `catalog/` whose names are wanted.
    pub fn read_files_where<T: Send>(
        &self,
        limit: u64,
        is_wanted: &dyn Fn(&str) -> bool,
        take: &(impl Fn(RawFile, usize) -> T + Sync),
    ) -> Result<Vec<T>, StoreError> {
        let catalog = self.catalog();
        let mut paths = Vec::new();
        list(&catalog, is_wanted, &mut paths)?;
        // Registers lie higher up than matters and are the large files; one of them read last would leave
        // every other thread waiting.
        paths.sort_by_key(|path| path.components().count());
        let total = paths.len();
        let read = |path: &PathBuf| {
            let (content, stamp) = read(path, limit)?;
            Ok(take(
                RawFile {
                    path: below(&catalog, path),
                    content,
                    stamp,
                    blob: None,
                },
                total,
            ))
        };
        paths.par_iter().map(read).collect()
    }

    /// Reads one file below `catalog/`; `None` if it is not there.
    pub fn read_file(&self, path: &str, limit: u64) -> Result<Option<Content>, StoreError> {
        let raw = self.read_raw(path, limit)?;
        Ok(raw.map(|raw| raw.content))
    }

    /// The same, with how it lies there.
    pub fn read_raw(&self, path: &str, limit: u64) -> Result<Option<RawFile>, StoreError> {
        let full = self.file(path);
        match read(&full, limit) {
            Ok((content, stamp)) => Ok(Some(RawFile {
                path: path.to_owned(),
                content,
                stamp,
                blob: None,
            })),
            Err(_) if full.symlink_metadata().is_err() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The catalog's own standard: each file of `schemas/` by name; empty without one.
    pub fn read_schemas(&self) -> Result<HashMap<String, String>, StoreError> {
        let folder = self.path.join(SCHEMAS);
        let mut texts = HashMap::new();
        let Ok(entries) = fs::read_dir(&folder) else {
            return Ok(texts);
        };
        for entry in entries
            .flatten()
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        {
            let text = fs::read_to_string(entry.path())
                .map_err(|error| StoreError::io(&entry.path(), error))?;
            texts.insert(entry.file_name().to_string_lossy().into_owned(), text);
        }
        Ok(texts)
    }
}

/// The files below a folder, hidden ones and links left out, and what is not wanted right in it.
pub(super) fn list(
    folder: &Path,
    is_wanted: &dyn Fn(&str) -> bool,
    paths: &mut Vec<PathBuf>,
) -> Result<(), StoreError> {
    let entries = fs::read_dir(folder).map_err(|error| StoreError::io(folder, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| StoreError::io(folder, error))?;
        let kind = entry
            .file_type()
            .map_err(|error| StoreError::io(&entry.path(), error))?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if is_hidden(&name) || !is_wanted(&name) {
            continue;
        }
        if kind.is_dir() {
            list(&entry.path(), &|_| true, paths)?;
        } else if kind.is_file() && is_yaml(&name) {
            paths.push(entry.path());
        }
    }
    Ok(())
}

/// Reads a file anywhere.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    fs::read(path).map_err(|error| StoreError::io(path, error))
}

/// Reads a file anywhere as text: `None` if it is not there, `Some(None)` if it is not UTF-8.
pub fn read_text(path: &Path) -> Result<Option<Option<String>>, StoreError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8(bytes).ok())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::io(path, error)),
    }
}

/// Whether a file or folder of this name is none of ours.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// Whether a file is read, by its name.
pub(super) fn is_yaml(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    matches!(ending, Some("yaml" | "yml"))
}

pub(super) fn read(path: &Path, limit: u64) -> Result<(Content, Stamp), StoreError> {
    let io = |error| StoreError::io(path, error);
    let file = fs::File::open(path).map_err(io)?;
    let stamp = Stamp::of(&file.metadata().map_err(io)?);
    let size = stamp.size;
    if size > limit {
        return Ok((Content::TooLarge(size), stamp));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    // A file by itself would be asked once more how large it is, and where it is read.
    file.take(u64::MAX).read_to_end(&mut bytes).map_err(io)?;
    Ok((Content::Bytes(bytes), stamp))
}

pub(super) fn below(folder: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}
