//! Writing many files at once, as safely as one by one and without waiting for the disk after each: first
//! every new text is put on disk beside its place, many at a time; only when all are there do they take
//! their places, in order; then each folder is flushed once. Whatever stops it, every file is whole, old or
//! new, and those that are new stand at the front of the order.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempPath;

use crate::store::write::{flush_folder, temporary};
use crate::store::{Root, StoreError};

/// So many files wait for the disk at a time: it answers many at once as fast as one.
const AT_A_TIME: usize = 16;

/// 写入: one file below `catalog/`, from the text it had when it was read to a new one; `None` stands for no
/// file.
#[derive(Clone, Copy, Debug)]
pub struct Write<'t> {
    /// Path below `catalog/`.
    pub path: &'t str,
    /// The text when it was read.
    pub before: Option<&'t str>,
    /// The new text.
    pub after: Option<&'t str>,
}

/// What is to be done with a file.
enum Step {
    /// Nothing: it is as it should be.
    Leave,
    /// Put this in its place.
    Place(TempPath, PathBuf),
    /// Take it away.
    Remove(PathBuf),
}

impl Root {
    /// Does what [`Root::write_file`] does, for many files. The first that is not as it was stops it: those
    /// before it are written, it and those behind it are not. Returns how many are as they should be, from
    /// the first on, and why it stopped.
    pub fn write_files(&self, writes: &[Write<'_>]) -> (usize, Result<(), StoreError>) {
        self.write_files_while(writes, &|| true)
    }

    /// The same, as long as it shall go on; stopped before every new text is on disk, nothing is written.
    pub fn write_files_while(
        &self,
        writes: &[Write<'_>],
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> (usize, Result<(), StoreError>) {
        let due = |write: &Write<'_>| self.is_due(write.path, write.before, write.after);
        let due: Vec<Result<bool, StoreError>> = writes.par_iter().map(due).collect();
        let (mut good, mut stopped) = (Vec::new(), Ok(()));
        for (write, due) in writes.iter().zip(due) {
            match due {
                Ok(due) => good.push((write, due)),
                Err(error) => {
                    stopped = Err(error);
                    break;
                }
            }
        }
        let steps = match many(|| {
            good.par_iter()
                .map(|(write, due)| {
                    let is_stopped = !goes_on();
                    if is_stopped {
                        return Err(StoreError::Stopped);
                    }
                    self.step(write, *due)
                })
                .collect()
        }) {
            Ok(steps) => steps,
            Err(error) => return (0, Err(error)),
        };
        let (done, placed) = self.place(steps);
        (done, placed.and(stopped))
    }

    /// Puts a new text on disk beside its place.
    fn step(&self, write: &Write<'_>, is_due: bool) -> Result<Step, StoreError> {
        let full = self.file(write.path);
        match write.after {
            _ if !is_due => Ok(Step::Leave),
            Some(text) => Ok(Step::Place(temporary(&full, text.as_bytes())?, full)),
            None => Ok(Step::Remove(full)),
        }
    }

    /// Puts what lies beside its place into it, file by file; how many are done.
    fn place(&self, steps: Vec<Step>) -> (usize, Result<(), StoreError>) {
        let (mut done, mut folders, mut stopped) = (0, BTreeSet::new(), Ok(()));
        for step in steps {
            let placed = match step {
                Step::Leave => Ok(()),
                Step::Place(temporary, path) => {
                    folders.extend(self.folders_of(&path));
                    temporary
                        .persist(&path)
                        .map_err(|error| StoreError::io(&path, error.error))
                }
                Step::Remove(path) => {
                    folders.extend(self.folders_of(&path));
                    fs::remove_file(&path).map_err(|error| StoreError::io(&path, error))
                }
            };
            if placed.is_err() {
                stopped = placed;
                break;
            }
            done += 1;
        }
        let folders: Vec<PathBuf> = folders.into_iter().collect();
        many(|| folders.par_iter().for_each(|folder| flush_folder(folder)));
        (done, stopped)
    }

    /// The folder of a file and those above it, which may be new too.
    fn folders_of(&self, path: &Path) -> impl Iterator<Item = PathBuf> {
        let above = path.ancestors().skip(1);
        let inside = above.take_while(|folder| folder.starts_with(self.path()));
        inside.take(3).map(Path::to_owned)
    }
}

/// Does something on as many threads as may wait for the disk together; where the system gives none, on those
/// there are.
fn many<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(AT_A_TIME)
        .build();
    match pool {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}
