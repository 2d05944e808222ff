//! Checking a catalog again and again while it is edited.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::Catalog;
use crate::rules::{LastCheck, Progress, Settings, check_again, check_first};
use crate::session::baseline::{Compared, compare};

/// 检查员: remembers what the last check found, so that the next one looks only at what changed since.
#[derive(Debug)]
pub struct Checker {
    settings: Settings,
    last: Option<(Arc<Catalog>, LastCheck)>,
}

impl Checker {
    /// One that judges by a day and has seen nothing yet.
    pub fn new(today: Date) -> Checker {
        Checker {
            settings: Settings { today },
            last: None,
        }
    }

    /// Every finding in a catalog, those apart that its baseline records; of a long check, `progress` is told how
    /// far it is. `None` if it was not to go on; the next check then begins anew.
    pub fn check(&mut self, catalog: &Arc<Catalog>, progress: Progress<'_>) -> Option<Compared> {
        let (findings, last) = match self.last.take() {
            Some((before, last)) => check_again((&before, last), catalog, self.settings, progress),
            None => check_first(catalog, self.settings, progress),
        }?;
        self.last = Some((Arc::clone(catalog), last));
        Some(compare(catalog, findings))
    }
}
