//! Two matters side by side: one stays pinned while one goes on in the list. Here their rows are brought
//! together, fields by their keys and elements of lists by what tells them apart. Pure; knows no key.

mod counterpart;
mod pairs;

pub(crate) use pairs::{Pair, paired};

use crate::tui::form::{Row, RowKind};
use crate::tui::trail::DeskSpot;

/// 对照: the state of two matters side by side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    /// The matter beside the one that the sheet shows, with the list it was taken from; `None` if there is
    /// only one.
    pub(crate) other: Option<DeskSpot>,
    /// The file of the matter that stood there last.
    pub(crate) last: Option<Box<str>>,
    /// Whether the other one stands on the right.
    pub(crate) is_right: bool,
    /// Whether the keys went over to the side that was pinned.
    pub(crate) is_turned: bool,
    /// Whether only what differs is shown.
    pub(crate) shows_differences: bool,
    /// The rows of the other one.
    pub(crate) rows: Vec<Row>,
    /// Which of the rows belong together, from top to bottom.
    pub(crate) pairs: Vec<Pair>,
    /// How many fields differ, and how many are the same.
    pub(crate) counts: (usize, usize),
}

impl Beside {
    /// Whether two matters are shown.
    pub(crate) fn is_open(&self) -> bool {
        self.other.is_some()
    }

    /// The file of the other one.
    pub(crate) fn path(&self) -> Option<&str> {
        self.other.as_ref()?.matter.as_deref()
    }

    /// Leaves out what is the same, if that is wanted: of the pairs and of the rows of the matter shown.
    pub(crate) fn narrow(&mut self, own: &mut Vec<Row>) {
        if !self.shows_differences {
            return;
        }
        let is_kept = |pair: &Pair, own: &[Row]| {
            let row = pair.own.and_then(|place| own.get(place));
            pair.differs || row.is_some_and(|row| row.kind == RowKind::File)
        };
        self.pairs.retain(|pair| is_kept(pair, own));
        let mut kept = Vec::new();
        for pair in &mut self.pairs {
            if let Some(row) = pair.own.and_then(|place| own.get(place)) {
                pair.own = Some(kept.len());
                kept.push(row.clone());
            }
        }
        *own = kept;
    }
}
