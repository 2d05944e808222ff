//! A check that goes on from what was found last time: what did not change is not read again, and comes out as it
//! did. Whether there is an index, and whether it can be used, shows in nothing but the time it takes.

mod again;
mod found;
mod index;
mod parts;
mod reach;
mod rows;
mod turns;

pub(super) use index::{Ground, Index, Making, Other, Seen, place};
pub(super) use rows::{Moved, Row, moved, read as read_rows};

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, FileKind};
use crate::rules::{Judged, Settings, judge, told};
use crate::session::baseline::compare;
use crate::session::kept::again::Again;
use crate::session::large::{Read, read};
use crate::session::since::standard_of;
use crate::session::{Compared, Session, SessionError};
use crate::store::{Folder, Root, now};

/// Of fewer matters nothing is kept: to check them takes no time.
const FEWEST: usize = 200;

/// 检查: every finding in a catalog on disk, and what there is to say about it.
pub struct Check {
    /// The standard in force.
    pub standard: Arc<Standard>,
    /// What was found, beside the baseline.
    pub found: Compared,
    /// Whether there was an index that could not be used.
    pub was_damaged: bool,
    looked_at: LookedAt,
}

/// What was looked at.
enum LookedAt {
    /// All of it.
    All(Box<Session>),
    /// Only what was not as before.
    Some(Listing),
}

/// 清单: the files there are.
pub(super) struct Listing {
    pub(super) folders: Vec<Folder>,
    /// The files where a matter should be and is none, by path.
    pub(super) empty: Vec<String>,
}

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
    /// Checks the catalog at a root.
    pub fn of(root: Root, today: Date) -> Result<Check, SessionError> {
        let started = now();
        let schemas = root.read_schemas()?;
        let standard = Arc::new(Standard::with_files(&schemas)?);
        let settings = Settings { today };
        let ground = (standard_of(&schemas), &standard);
        let why = match again::again(&root, ground, (settings, started))? {
            Ok(again) => return Ok(Check::went_on(again, standard)),
            Err(why) => why,
        };
        let read = read(&root, &|_, _| ())?;
        let catalog = Catalog::new(Arc::clone(&standard), read.files.clone());
        let judged = judge(&catalog, settings);
        // Without an index the next check only takes longer.
        let _ = keep(&root, ground.0, (&catalog, &read), &judged, (today, started));
        let found = compare(&catalog, told(judged));
        Ok(Check {
            standard,
            found,
            was_damaged: why == Why::Damaged,
            looked_at: LookedAt::All(Box::new(Session::whole(root, catalog))),
        })
    }

    fn went_on(again: Again, standard: Arc<Standard>) -> Check {
        Check {
            standard,
            found: again.found,
            was_damaged: false,
            looked_at: LookedAt::Some(again.listing),
        }
    }

    /// How many files there are, and how many matters; of those paths that are meant.
    pub fn count(&self, is_meant: Option<&dyn Fn(&str) -> bool>) -> (usize, usize) {
        let is_meant = |path: &str| is_meant.is_none_or(|is_meant| is_meant(path));
        match &self.looked_at {
            LookedAt::All(session) => {
                let catalog = session.catalog();
                let files = catalog.files().iter().filter(|file| is_meant(&file.path));
                let matters = catalog.matters();
                let matters = matters.filter(|(_, matter)| is_meant(&matter.file.path));
                (files.count(), matters.count())
            }
            LookedAt::Some(listing) => listing.count(&is_meant),
        }
    }

    /// The whole catalog, read if it was not.
    pub fn session(&mut self, root: &Root) -> Result<&mut Session, SessionError> {
        if let LookedAt::Some(_) = self.looked_at {
            let session = Session::open(root.clone(), &|_, _| ())?;
            self.looked_at = LookedAt::All(Box::new(session));
        }
        match &mut self.looked_at {
            LookedAt::All(session) => Ok(session),
            LookedAt::Some(_) => unreachable!("it was read just now"),
        }
    }
}

impl Listing {
    fn count(&self, is_meant: &dyn Fn(&str) -> bool) -> (usize, usize) {
        let (mut files, mut matters) = (0, 0);
        for folder in &self.folders {
            let meant = folder.files.iter().filter(|(name, _)| is_meant(&folder.file(name)));
            let meant = meant.count();
            files += meant;
            if is_matter(&folder.file("x.yaml")) {
                matters += meant;
            }
        }
        let empty = self.empty.iter().filter(|path| is_meant(path));
        (files, matters - empty.count())
    }
}

/// Whether a matter should lie at a path.
pub(super) fn is_matter(path: &str) -> bool {
    matches!(FileKind::of(path), FileKind::Base | FileKind::Local)
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
