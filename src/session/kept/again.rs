//! A check that goes on from an index: what changed since is read and judged, with what hangs on it.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Facts, File, Reader, Recorded};
use crate::rules::{Judged, Settings, told};
use crate::session::baseline::{Known, compare_in};
use crate::session::kept::index::{Ground, Index, Lot, Making, Seen, place};
use crate::session::kept::reach::Reach;
use crate::session::kept::rows;
use crate::session::kept::then::Then;
use crate::session::kept::{Meant, Why, turns};
use crate::session::{Compared, SessionError, document, is_matter};
use crate::store::{Cache, Root, Stamp};
use crate::yaml;

/// If more files had to be looked at, the index is made anew.
const MANY: usize = 500;

/// 续检: what a check found that went on from the last one.
pub(super) struct Again {
    pub(super) found: Compared,
    /// The files that are meant, and the matters among them.
    pub(super) counts: (usize, usize),
}

type Gone<T> = Result<Result<T, Why>, SessionError>;

/// Every finding in the catalog at a root as its index and what changed since have it.
pub(super) fn again(
    root: &Root,
    (standard_number, standard): (u64, &Arc<Standard>),
    (settings, started): (Settings, i64),
    is_meant: Meant<'_>,
) -> Gone<Again> {
    let Some(place) = place(root).filter(Cache::is_there) else {
        return Ok(Err(Why::First));
    };
    let Some(index) = Index::open(&place) else {
        return Ok(Err(Why::Damaged));
    };
    let (Some(ground), Some(bytes)) = (index.ground(), index.rows()) else {
        return Ok(Err(Why::Damaged));
    };
    let Some(rows) = rows::read(&bytes) else {
        return Ok(Err(Why::Damaged));
    };
    let Some(day) = ground.today.filter(|_| ground.standard == standard_number) else {
        return Ok(Err(Why::Far));
    };
    let mut listing = Listing::new(is_meant);
    let moved = rows::moved(root, &rows, ground.looked, &mut |path, stamp| {
        listing.add(path, stamp);
    })?;
    let doubtful = moved.doubtful.len();
    let Some(then) = Then::read(root, (&index, &rows, &ground), &moved, &listing.others)? else {
        return Ok(Err(Why::Far));
    };
    let has_turned = !turns::are_none_between(&ground.turns, day, settings.today);
    if has_turned || then.is_far() {
        return Ok(Err(Why::Far));
    }
    let mut kept = KeptFiles::new(&then.reader);
    let Some(judged) = index.found(&mut |path| kept.file(path)) else {
        return Ok(Err(Why::Damaged));
    };
    let is_another_day = day != settings.today;
    let is_same = then.is_same() && !is_another_day;
    let (judged, at_hand) = if is_same {
        (judged, None)
    } else {
        let Some(mut reach) = Reach::of(root, &then, standard)? else {
            return Ok(Err(Why::Damaged));
        };
        let Some(judged) = reach.judge(&judged, is_another_day, settings) else {
            return Ok(Err(Why::Damaged));
        };
        (judged, Some(reach.size()))
    };
    if is_another_day || doubtful > MANY || at_hand.is_some_and(|many| many > MANY) {
        // Without a newer one the next check only takes longer.
        let _ = renewed(&then, &place, standard, &judged, (settings.today, started));
    }
    let found = beside_baseline(&then, root, standard, judged)?;
    let counts = listing.counts(&then.empty());
    Ok(Ok(Again { found, counts }))
}

/// 清单: the files there are.
struct Listing<'m> {
    is_meant: Meant<'m>,
    /// The files that are meant.
    files: usize,
    /// Those among them where matters should be.
    matters: usize,
    /// Everything that is no matter.
    others: Vec<(String, Stamp)>,
}

impl<'m> Listing<'m> {
    fn new(is_meant: Meant<'m>) -> Listing<'m> {
        Listing {
            is_meant,
            files: 0,
            matters: 0,
            others: Vec::new(),
        }
    }

    fn add(&mut self, path: &str, stamp: Stamp) {
        let is_matter = is_matter(path);
        if !is_matter {
            self.others.push((path.to_owned(), stamp));
        }
        if (self.is_meant)(path) {
            self.files += 1;
            self.matters += usize::from(is_matter);
        }
    }

    /// How many files are meant, and how many matters; some files are empty.
    fn counts(&self, empty: &[String]) -> (usize, usize) {
        let empty = empty.iter().filter(|path| (self.is_meant)(path));
        (self.files, self.matters.saturating_sub(empty.count()))
    }
}

/// The files of findings, each made once; they are read when something is shown of them.
struct KeptFiles {
    reader: Reader,
    known: HashMap<Box<str>, Arc<File>>,
}

impl KeptFiles {
    fn new(reader: &Reader) -> KeptFiles {
        KeptFiles {
            reader: reader.clone(),
            known: HashMap::new(),
        }
    }

    fn file(&mut self, path: &str) -> Arc<File> {
        if let Some(file) = self.known.get(path) {
            return Arc::clone(file);
        }
        let file = Arc::new(File::packed(path, Facts::none(), self.reader.clone()));
        self.known.insert(path.into(), Arc::clone(&file));
        file
    }
}

/// What was found, beside the baseline as it is now.
fn beside_baseline(
    then: &Then<'_>,
    root: &Root,
    standard: &Standard,
    judged: Vec<Judged>,
) -> Result<Compared, SessionError> {
    let raw = root.read_raw(Recorded::PATH, yaml::MAX_BYTES as u64)?;
    let baseline = raw.map(|raw| File::new(Recorded::PATH, document(raw.content)));
    let known = Known {
        baseline: baseline.as_ref(),
        standard,
        is_readable: &|| then.is_readable(),
    };
    Ok(compare_in(&known, told(judged)))
}

/// Makes the index anew of what is kept and what changed.
fn renewed(
    then: &Then<'_>,
    place: &Cache,
    standard: &Standard,
    judged: &[Judged],
    (today, looked): (Date, i64),
) -> Option<()> {
    let past = then.past();
    let lots = then.index.lots(then.rows.len())?;
    let facts = lots.iter().flat_map(Lot::facts);
    let mut matters: Vec<Seen> = Vec::with_capacity(then.rows.len());
    for ((number, row), facts) in (0..).zip(then.rows).zip(facts) {
        if !past.contains(&number) {
            let file = File::packed(&row.path(), facts?, then.reader.clone());
            matters.push(Seen {
                file: Arc::new(file),
                stamp: then.moved.get(&number).copied().unwrap_or(row.stamp),
                id: row.id,
            });
        }
    }
    matters.extend(then.fresh.iter().map(|fresh| fresh.seen.clone()));
    matters.par_sort_unstable_by(|one, other| one.file.path.cmp(&other.file.path));
    let ground = Ground {
        today: Some(today),
        looked,
        others: then.others.clone(),
        ..then.ground.clone()
    };
    let making = Making {
        ground: &ground,
        uppers: Vec::new(),
        found: judged,
        matters: &matters,
        standard,
    };
    making.keep(place).ok()
}
