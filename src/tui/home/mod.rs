//! The home screen's own: how the catalog stands, what waits, where someone was. Pure; knows no key.

mod overview;
mod rows;

use std::collections::HashSet;
use std::sync::Arc;

pub(crate) use overview::Overview;
pub(crate) use rows::{Goal, HomeRow, rows};

use crate::session::LeftWork;
use crate::session::{Change, Place};
use crate::text::Lang;
use crate::tui::widgets::Cursor;

/// 首页: what the home screen remembers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Home {
    /// Its rows.
    pub(crate) rows: Vec<HomeRow>,
    /// Where the cursor is among them.
    pub(crate) cursor: Cursor,
    /// What the rows were made for.
    pub(crate) made_for: Option<HomeKey>,
    /// How the catalog stands, once that is known.
    pub(crate) overview: Option<Arc<Overview>>,
    /// The state of the catalog for which the overview was asked.
    pub(crate) asked_for: Option<u64>,
    /// The last commits, once they are known.
    pub(crate) commits: Option<Vec<Change>>,
    /// The commits whose files are listed.
    pub(crate) opened: HashSet<String>,
    /// Unsaved work of an earlier session that nobody took up or gave up.
    pub(crate) recoverable: LeftWork,
    /// The file of the matter that was worked on last.
    pub(crate) matter: Box<str>,
    /// Where things were left, as it was kept.
    pub(crate) kept: Place,
}

/// What the rows of the home screen depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HomeKey {
    /// The state of the catalog.
    pub(crate) generation: u64,
    /// The language.
    pub(crate) lang: Lang,
    /// How much is known: findings, whether they are complete, the overview, commits, changes.
    pub(crate) known: [usize; 7],
}

impl Home {
    /// The home screen of a catalog just opened.
    pub(crate) fn at(place: &Place, recoverable: &LeftWork) -> Home {
        Home {
            recoverable: recoverable.clone(),
            matter: place.matter.as_str().into(),
            kept: place.clone(),
            ..Home::default()
        }
    }
}
