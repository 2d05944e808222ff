//! What changed on disk since one last looked. A folder whose own time stands still has no file come, gone or
//! put in place anew, so a look costs no more than a look at each folder; a file written over where it lies
//! is found by looking at it.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::hash::BuildHasher;
use std::path::Path;
use std::time::SystemTime;

use foldhash::fast::FixedState;

use crate::store::files::{is_hidden, is_yaml};
use crate::store::{Git, Root};

/// 盯看: a catalog's files as one last saw them.
#[derive(Debug, Default)]
pub struct Watch {
    /// By path below `catalog/`, with `/` at its end; the outermost is empty.
    folders: BTreeMap<Box<str>, Folder>,
    /// Where git notes which commit is the last, as one last saw it.
    head: [Stamp; 2],
}

#[derive(Debug, Default)]
struct Folder {
    stamp: Stamp,
    /// The names of its files in order, with `/` after each.
    names: Box<str>,
    stamps: Box<[Stamp]>,
    folders: Vec<Box<str>>,
}

impl Folder {
    fn files(&self) -> impl Iterator<Item = (&str, Stamp)> {
        let names = self.names.split_terminator('/');
        names.zip(self.stamps.iter().copied())
    }

    /// Where a file's stamp is kept.
    fn stamp_of(&mut self, name: &str) -> Option<&mut Stamp> {
        let place = self.files().position(|(known, _)| known == name)?;
        self.stamps.get_mut(place)
    }

    fn keep(&mut self, files: &BTreeMap<String, Stamp>) {
        let names = files.keys().flat_map(|name| [name, "/"]);
        self.names = names.collect::<String>().into();
        self.stamps = files.values().copied().collect();
    }
}

/// What tells that a file is another than before without reading it, in a few bytes: there may be hundreds of
/// thousands. Zero where there is no file.
type Stamp = u64;

impl Watch {
    /// Looks at every file for the first time; also says which changed since a moment.
    pub fn begin(root: &Root, since: SystemTime) -> (Watch, Vec<Box<str>>) {
        let (mut watch, mut young) = (Watch::default(), Vec::new());
        watch.has_head_moved(root);
        watch.read_folder(root, "", (Some(since), &mut young));
        young.sort_unstable();
        (watch, young)
    }

    /// Looks at the folders and at some files; says which files came, changed or went.
    pub fn glance(&mut self, root: &Root, files: &[Box<str>]) -> Vec<Box<str>> {
        let mut changed = Vec::new();
        let known: Vec<Box<str>> = self.folders.keys().cloned().collect();
        for folder in known {
            let is_as_was = |known: &Folder| known.stamp == stamp(&root.file(&folder));
            if !self.folders.get(&folder).is_some_and(is_as_was) {
                self.read_folder(root, &folder, (None, &mut changed));
            }
        }
        for path in files {
            self.look_at(root, path, &mut changed);
        }
        changed.sort_unstable();
        changed.dedup();
        changed
    }

    /// Looks at every file; says which came, changed or went.
    pub fn look_everywhere(&mut self, root: &Root) -> Vec<Box<str>> {
        let mut changed = Vec::new();
        let mut known: Vec<Box<str>> = self.folders.keys().cloned().collect();
        if known.is_empty() {
            known.push("".into());
        }
        for folder in known {
            self.read_folder(root, &folder, (None, &mut changed));
        }
        changed.sort_unstable();
        changed.dedup();
        changed
    }

    /// Whether there is another last commit than when this was asked before.
    pub fn has_head_moved(&mut self, root: &Root) -> bool {
        let folder = Git::open(root).ok().map(|git| git.private_folder());
        let folder = folder.as_deref().and_then(Path::parent);
        let now = ["HEAD", "logs/HEAD"].map(|name| folder.map_or(0, |at| stamp(&at.join(name))));
        std::mem::replace(&mut self.head, now) != now
    }

    fn look_at(&mut self, root: &Root, path: &str, changed: &mut Vec<Box<str>>) {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| {
            (path.get(..=folder.len()).unwrap_or_default(), name)
        });
        let Some(known) = self
            .folders
            .get_mut(folder)
            .and_then(|folder| folder.stamp_of(name))
        else {
            return;
        };
        let now = stamp(&root.file(path));
        if now != *known && now != 0 {
            *known = now;
            changed.push(path.into());
        }
    }

    /// Looks at a folder and, where there are new ones, at those below. What changed is told: since a moment, or
    /// else since the last look.
    fn read_folder(
        &mut self,
        root: &Root,
        path: &str,
        (since, changed): (Option<SystemTime>, &mut Vec<Box<str>>),
    ) {
        let full = root.file(path);
        // Its own stamp is taken first: what happens meanwhile is seen the next time.
        let mut now = Folder {
            stamp: stamp(&full),
            ..Folder::default()
        };
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(&full).into_iter().flatten().flatten() {
            let (name, kind) = (entry.file_name(), entry.file_type());
            let Some(name) = name.to_str().filter(|name| !is_hidden(name)) else {
                continue;
            };
            match kind {
                Ok(kind) if kind.is_dir() => now.folders.push(format!("{path}{name}/").into()),
                Ok(kind) if kind.is_file() && is_yaml(name) => {
                    let data = entry.metadata().ok();
                    let is_young = |data: &Metadata| data.modified().ok() >= since;
                    if since.is_some() && data.as_ref().is_some_and(is_young) {
                        changed.push(format!("{path}{name}").into());
                    }
                    let stamp = data.map(|data| stamp_of(&data));
                    files.insert(name.to_owned(), stamp.unwrap_or_default());
                }
                _ => {}
            }
        }
        now.keep(&files);
        let before = self.folders.remove(path).unwrap_or_default();
        if since.is_none() {
            let mut differ = |name: &str| changed.push(format!("{path}{name}").into());
            for (name, stamp) in before.files() {
                if files.remove(name) != Some(stamp) {
                    differ(name);
                }
            }
            for name in files.keys() {
                differ(name);
            }
        }
        let is_there = now.stamp != 0;
        let below = now.folders.clone();
        if is_there {
            self.folders.insert(path.into(), now);
        }
        for folder in before.folders.iter().chain(&below) {
            let is_known = self.folders.contains_key(folder);
            if below.contains(folder) != is_known {
                self.read_folder(root, folder, (since, changed));
            }
        }
    }
}

fn stamp(path: &Path) -> Stamp {
    path.symlink_metadata().map_or(0, |data| stamp_of(&data))
}

fn stamp_of(data: &Metadata) -> Stamp {
    let told = (data.modified().ok(), data.len(), identity(data));
    FixedState::default().hash_one(told).max(1)
}

/// Which file it is, and when anything about it changed.
#[cfg(unix)]
fn identity(data: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (data.ino(), data.ctime(), data.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::write_atomically;

    fn catalog() -> (tempfile::TempDir, Root) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("mulu.yaml", "a"),
            ("base/01/x.yaml", "b"),
            ("base/01/y.yaml", "c"),
        ] {
            write_atomically(&folder.path().join("catalog").join(path), text.as_bytes()).unwrap();
        }
        let root = Root::at(folder.path()).unwrap();
        (folder, root)
    }

    #[test]
    fn what_comes_changes_or_goes_is_seen_and_only_once() {
        let (_folder, root) = catalog();
        let (mut watch, _) = Watch::begin(&root, SystemTime::now());
        assert!(watch.glance(&root, &[]).is_empty());
        write_atomically(&root.file("base/01/x.yaml"), b"other").unwrap();
        write_atomically(&root.file("local/33/new.yaml"), b"new").unwrap();
        fs::remove_file(root.file("base/01/y.yaml")).unwrap();
        let seen = watch.glance(&root, &[]);
        let seen: Vec<&str> = seen.iter().map(|path| &**path).collect();
        assert_eq!(
            seen,
            ["base/01/x.yaml", "base/01/y.yaml", "local/33/new.yaml"]
        );
        assert!(watch.look_everywhere(&root).is_empty());
    }

    #[test]
    fn a_commit_of_someone_else_is_seen() {
        let (folder, root) = catalog();
        Git::init(folder.path()).unwrap();
        let (mut watch, _) = Watch::begin(&root, SystemTime::now());
        assert!(!watch.has_head_moved(&root));
        let git = Git::open(&root).unwrap();
        git.ensure_identity("a", "a@sample.example").unwrap();
        git.commit(&git.changed().unwrap(), "first").unwrap();
        assert!(watch.has_head_moved(&root));
    }

    #[test]
    fn a_folder_that_goes_takes_its_files_along() {
        let (_folder, root) = catalog();
        let (mut watch, _) = Watch::begin(&root, SystemTime::now());
        fs::remove_dir_all(root.file("base")).unwrap();
        assert_eq!(watch.glance(&root, &[]).len(), 2);
        assert!(watch.glance(&root, &[]).is_empty());
    }

    #[test]
    fn a_file_written_over_where_it_lies_is_seen_if_one_looks_at_it() {
        use std::io::Write;
        let (_folder, root) = catalog();
        let (mut watch, _) = Watch::begin(&root, SystemTime::now());
        let file = fs::OpenOptions::new()
            .append(true)
            .open(root.file("base/01/x.yaml"));
        file.unwrap().write_all(b"more").unwrap();
        assert!(watch.glance(&root, &[]).is_empty());
        assert_eq!(watch.glance(&root, &["base/01/x.yaml".into()]).len(), 1);
    }
}
