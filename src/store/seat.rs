//! Who has a catalog open: each program has a seat, a lock file that it holds as long as it lives, and beside it
//! a journal of what it has not saved. A journal without a living owner was left behind.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::store::{Git, Root, StoreError, write_atomically};

const LOCK: &str = "lock";
const JOURNAL: &str = "journal";

/// 席位: the place of one running program at a catalog.
#[derive(Debug)]
pub struct Seat {
    name: String,
    folder: PathBuf,
    /// Open and locked until the seat is given up.
    lock: Option<File>,
}

/// A journal that was left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftJournal {
    /// The seat it belonged to.
    pub name: String,
    /// What it holds.
    pub text: String,
}

impl Seat {
    /// Takes a seat; `owner` is what others are told.
    pub fn take(root: &Root, owner: &str) -> Result<Seat, StoreError> {
        let folder = folder(root);
        let io = |error| StoreError::io(&folder, error);
        fs::create_dir_all(&folder).map_err(io)?;
        let mut file = tempfile::Builder::new()
            .prefix(&format!("{}-", std::process::id()))
            .tempfile_in(&folder)
            .map_err(io)?;
        // Where a file system knows no locks there are no neighbours, and nothing else is lost by it.
        let _ = file.as_file().lock();
        file.write_all(owner.as_bytes()).map_err(io)?;
        let name = file.path().file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        // It gets its name only now, so that nobody ever finds it unlocked while its owner lives.
        let lock = file.persist(folder.join(format!("{name}.{LOCK}")));
        let lock = lock.map_err(|error| io(error.error))?;
        Ok(Seat {
            name,
            folder,
            lock: Some(lock),
        })
    }

    /// Writes behind what the journal holds.
    pub fn append(&self, text: &str) -> Result<(), StoreError> {
        let path = self.journal();
        let io = |error| StoreError::io(&path, error);
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .map_err(io)?;
        file.write_all(text.as_bytes()).map_err(io)?;
        file.sync_data().map_err(io)
    }

    /// Replaces what the journal holds.
    pub fn rewrite(&self, text: &str) -> Result<(), StoreError> {
        write_atomically(&self.journal(), text.as_bytes())
    }

    /// Takes the journal away; nothing happens if there is none.
    pub fn clear(&self) -> Result<(), StoreError> {
        remove(&self.journal())
    }

    /// Those who have the catalog open too, as they call themselves.
    pub fn neighbours(&self) -> Vec<String> {
        let others = files(&self.folder, LOCK).filter(|(name, _)| *name != self.name);
        let alive = others.filter(|(_, path)| is_held(path));
        let mut owners: Vec<String> = alive
            .map(|(_, path)| fs::read_to_string(path).unwrap_or_default())
            .collect();
        owners.sort();
        owners
    }

    fn journal(&self) -> PathBuf {
        file(&self.folder, &self.name, JOURNAL)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.lock = None;
        let _ = remove(&file(&self.folder, &self.name, LOCK));
    }
}

/// The journals whose owners are gone, the oldest first.
pub fn left_journals(root: &Root) -> Vec<LeftJournal> {
    let folder = folder(root);
    for (name, path) in files(&folder, LOCK) {
        if !is_held(&path) && !file(&folder, &name, JOURNAL).exists() {
            let _ = remove(&path);
        }
    }
    let alive = |name: &str| is_held(&file(&folder, name, LOCK));
    let mut left: Vec<(String, PathBuf)> = files(&folder, JOURNAL)
        .filter(|(name, _)| !alive(name))
        .collect();
    left.sort_by_key(|(name, path)| {
        let written = path.metadata().and_then(|data| data.modified()).ok();
        (written, name.clone())
    });
    let read = |(name, path): (String, PathBuf)| {
        let bytes = fs::read(path).ok()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Some(LeftJournal { name, text })
    };
    left.into_iter().filter_map(read).collect()
}

/// Takes away journals that were left behind.
pub fn forget_journals(root: &Root, names: &[String]) -> Result<(), StoreError> {
    let folder = folder(root);
    for name in names {
        remove(&file(&folder, name, JOURNAL))?;
        remove(&file(&folder, name, LOCK))?;
    }
    Ok(())
}

/// Puts a journal that cannot be read out of the way, where a person can still find it.
pub fn set_journal_aside(root: &Root, name: &str) -> Option<PathBuf> {
    let folder = folder(root);
    let aside = file(&folder, name, "broken");
    fs::rename(file(&folder, name, JOURNAL), &aside).ok()?;
    Some(aside)
}

/// The name of this machine; empty if it has none that a file tells.
pub fn host_name() -> String {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let name = files.iter().find_map(|file| fs::read_to_string(file).ok());
    name.unwrap_or_default().trim().to_owned()
}

/// Inside the git folder, or in `.mulu/` where there is no git.
fn folder(root: &Root) -> PathBuf {
    let own =
        Git::open(root).map_or_else(|_| root.path().join(".mulu"), |git| git.private_folder());
    own.join("seats")
}

fn file(folder: &Path, name: &str, ending: &str) -> PathBuf {
    folder.join(format!("{name}.{ending}"))
}

/// The files of a folder with an ending, by their names without it.
fn files(folder: &Path, ending: &str) -> impl Iterator<Item = (String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(move |entry| {
        let name = entry.file_name();
        let (name, found) = name.to_str()?.rsplit_once('.')?;
        (found == ending).then(|| (name.to_owned(), entry.path()))
    })
}

/// Whether the owner of a lock file lives.
fn is_held(path: &Path) -> bool {
    let file = OpenOptions::new().read(true).write(true).open(path);
    let tried = file.map(|file| file.try_lock());
    matches!(tried, Ok(Err(fs::TryLockError::WouldBlock)))
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::io(path, error)),
        _ => Ok(()),
    }
}
