//! What the review screen remembers: the queue and what of it is shown, what is chosen, and the difference
//! that is looked at.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::catalog::Field;
use crate::levels::Class;
use crate::session::{Pick, Place, Trace};
use crate::text::Lang;
use crate::tui::many::Halt;
use crate::tui::review::{Item, Queue};
use crate::tui::widgets::{Cursor, Row};

/// 比对: the state of the review screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Review {
    /// Every difference.
    pub(crate) queue: Arc<Queue>,
    /// The state of the catalog for which the queue was made.
    pub(crate) made_for: Option<u64>,
    /// The state of the catalog for which a queue was asked.
    pub(crate) asked_for: Option<u64>,
    /// Stops what was asked for.
    pub(crate) halt: Halt,
    /// The differences listed, as places in the queue.
    pub(crate) rows: Vec<usize>,
    /// Where the cursor is among them.
    pub(crate) cursor: Cursor,
    /// The difference to come back to, while it is not listed yet.
    pub(crate) here: Option<Pick>,
    /// The file to whose difference the next queue leads, after a change was taken back.
    pub(crate) goes_to: Option<Box<str>>,
    /// What of the queue is listed.
    pub(crate) scope: Scope,
    /// The places in the queue of what is looked for; `None` if nothing is.
    pub(crate) found: Option<HashSet<usize>>,
    /// The differences that are chosen together.
    pub(crate) chosen: HashSet<Pick>,
    /// What was decided just now, until the queue is made anew.
    pub(crate) settled: HashSet<Pick>,
    /// The difference looked at.
    pub(crate) detail: Detail,
    /// Where values come from, as far as git was asked.
    pub(crate) traces: HashMap<Pick, Option<Trace>>,
    /// The difference for whose values git was asked last.
    pub(crate) traced: Option<Pick>,
    /// Who decides.
    pub(crate) by: String,
    /// The last day of the last approval.
    pub(crate) until: String,
}

/// 范围: what of the queue is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scope {
    /// Whether what is decided or allowed is listed too.
    pub(crate) shows_all: bool,
    /// The only class listed.
    pub(crate) class: Option<Class>,
    /// The only field listed.
    pub(crate) field: Option<Field>,
    /// What is looked for.
    pub(crate) filter: String,
}

/// One difference as lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Detail {
    /// What the lines were made for.
    pub(crate) made_for: Option<DetailKey>,
    /// The lines.
    pub(crate) lines: Vec<Row>,
    /// The first of them shown.
    pub(crate) top: usize,
}

/// What the lines of a difference depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DetailKey {
    /// Which difference.
    pub(crate) pick: Pick,
    /// The state of the catalog.
    pub(crate) generation: u64,
    /// Cells to a line.
    pub(crate) cells: usize,
    /// The language.
    pub(crate) lang: Lang,
    /// How much git has answered.
    pub(crate) traces: usize,
}

impl Review {
    /// The review of a catalog just opened, where an earlier session left off.
    pub(crate) fn at(place: &Place, by: Option<String>) -> Review {
        let field = Field::from_key(&place.field);
        Review {
            here: field.map(|field| Pick {
                path: place.path.as_str().into(),
                field,
            }),
            scope: Scope {
                shows_all: place.shows_all,
                class: Class::from_word(&place.class),
                field: Field::from_key(&place.only_field),
                filter: place.filter.clone(),
            },
            by: by.unwrap_or_default(),
            ..Review::default()
        }
    }

    /// Where the next session is to begin.
    pub(crate) fn place(&self) -> Place {
        let here = self.current().map(|item| &item.pick).or(self.here.as_ref());
        Place {
            path: here.map_or_else(String::new, |pick| pick.path.to_string()),
            field: here.map_or("", |pick| pick.field.key()).to_owned(),
            shows_all: self.scope.shows_all,
            class: self.scope.class.map_or("", Class::word).to_owned(),
            only_field: self.scope.field.map_or("", Field::key).to_owned(),
            filter: self.scope.filter.clone(),
            ..Place::default()
        }
    }

    /// The difference that the cursor is on.
    pub(crate) fn current(&self) -> Option<&Item> {
        self.item(self.cursor.at)
    }

    /// The difference in a row.
    pub(crate) fn item(&self, row: usize) -> Option<&Item> {
        self.queue.items.get(*self.rows.get(row)?)
    }

    /// Whether a difference waits for a decision.
    pub(crate) fn is_open(&self, item: &Item) -> bool {
        item.is_open && !self.settled.contains(&item.pick)
    }

    /// Whether the difference at a place of the queue is in a scope. What is looked for was found before.
    pub(crate) fn is_in(&self, scope: &Scope, place: usize) -> bool {
        let Some(item) = self.queue.items.get(place) else {
            return false;
        };
        (scope.shows_all || self.is_open(item))
            && scope.class.is_none_or(|class| class == item.class)
            && scope.field.is_none_or(|field| field == item.pick.field)
            && self
                .found
                .as_ref()
                .is_none_or(|found| found.contains(&place))
    }

    /// After the catalog or git: nothing is known about where values come from.
    pub(crate) fn forget_traces(&mut self) {
        self.traces.clear();
        self.traced = None;
    }

    /// How many are decided, and of how many.
    pub(crate) fn progress(&self) -> (usize, usize) {
        let settled = |item: &&Item| item.is_open && self.settled.contains(&item.pick);
        let now = self.queue.items.iter().filter(settled).count();
        (self.queue.done + now, self.queue.done + self.queue.open)
    }
}
