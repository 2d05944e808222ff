//! A check that goes on from what was found last time: what did not change is not read again, and comes out as it
//! did. Whether there is an index, and whether it can be used, shows in nothing but the time it takes.

mod again;
mod found;
mod index;
mod parts;
mod reach;
mod rows;
mod then;
mod turns;

pub(super) use index::{Ground, Index, Lot, Making, Other, Seen, place};
pub(super) use rows::{Moved, Row, find as find_row, moved, read as read_rows};

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::catalog::standard::Standard;
use crate::rules::{Judged, Settings, judge, told};
use crate::session::baseline::compare;
use crate::session::kept::again::Again;
use crate::session::large::{Read, read};
use crate::session::since::standard_of;
use crate::session::{Compared, Session, SessionError};
use crate::store::{Root, now};

/// Of fewer matters nothing is kept: to check them takes no time.
const FEWEST: usize = 100;

/// 检查: every finding in a catalog on disk, and what there is to say about it.
pub struct Check {
    /// The standard in force.
    pub standard: Arc<Standard>,
    /// What was found, beside the baseline.
    pub found: Compared,
    /// Whether there was an index that could not be used.
    pub was_damaged: bool,
    /// How many files are meant.
    pub files: usize,
    /// How many matters.
    pub matters: usize,
    /// All of the catalog, if it was read.
    session: Option<Session>,
}

/// Tells of a path whether it is meant.
pub(super) type Meant<'m> = &'m dyn Fn(&str) -> bool;

/// Why a check does not go on from the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// There is none.
    First,
    /// What is kept of it is damaged, or not of this program.
    Damaged,
    /// Too much has changed.
    Far,
}

impl Check {
    /// Checks the catalog at a root; which paths are meant, tells only on how many there are.
    pub fn of(
        root: Root,
        today: Date,
        is_meant: &dyn Fn(&str) -> bool,
    ) -> Result<Check, SessionError> {
        let started = now();
        let schemas = root.read_schemas()?;
        let standard = Arc::new(Standard::with_files(&schemas)?);
        let settings = Settings { today };
        let ground = (standard_of(&schemas), &standard);
        let why = match again::again(&root, ground, (settings, started), is_meant)? {
            Ok(again) => return Ok(Check::went_on(again, standard)),
            Err(why) => why,
        };
        let read = read(&root, &|_, _| ())?;
        let catalog = Catalog::new(Arc::clone(&standard), read.files.clone());
        let judged = judge(&catalog, settings);
        // Without an index the next check only takes longer.
        let _ = keep(
            &root,
            ground.0,
            (&catalog, &read),
            &judged,
            (today, started),
        );
        let found = compare(&catalog, told(judged));
        let (files, matters) = counts(&catalog, is_meant);
        Ok(Check {
            standard,
            found,
            files,
            matters,
            was_damaged: why == Why::Damaged,
            session: Some(Session::whole(root, catalog)),
        })
    }

    fn went_on(again: Again, standard: Arc<Standard>) -> Check {
        Check {
            standard,
            found: again.found,
            was_damaged: false,
            files: again.counts.0,
            matters: again.counts.1,
            session: None,
        }
    }

    /// Whether it went on from the last one, so that only what was not as before was read.
    pub fn has_gone_on(&self) -> bool {
        self.session.is_none()
    }

    /// The whole catalog, read if it was not.
    pub fn session(&mut self, root: &Root) -> Result<&mut Session, SessionError> {
        let session = match self.session.take() {
            Some(session) => session,
            // As it lies there now, whatever an index says.
            None => Session::resume(root.clone().keeping_in(None), &|_, _| ())?,
        };
        Ok(self.session.insert(session))
    }
}

/// How many of the files of a catalog are meant, and how many matters.
fn counts(catalog: &Catalog, is_meant: Meant<'_>) -> (usize, usize) {
    let files = catalog.files().iter().filter(|file| is_meant(&file.path));
    let matters = catalog.matters();
    let matters = matters.filter(|(_, matter)| is_meant(&matter.file.path));
    (files.count(), matters.count())
}

/// Keeps what was found in a catalog that was read whole.
fn keep(
    root: &Root,
    standard: u64,
    (catalog, read): (&Catalog, &Read),
    judged: &[Judged],
    (today, looked): (Date, i64),
) -> Result<(), SessionError> {
    let Some(place) = place(root).filter(|_| catalog.matters().len() >= FEWEST) else {
        return Ok(());
    };
    let ground = Ground {
        standard,
        today: Some(today),
        looked,
        turns: turns::of(catalog),
        others: read.others(),
    };
    let making = Making {
        ground: &ground,
        uppers: catalog.pack_ties(),
        found: judged,
        matters: &read.matters(),
        standard: &catalog.standard,
    };
    Ok(making.keep(&place)?)
}
