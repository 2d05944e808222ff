//! The rows of two matters, those together that stand for the same.

use std::collections::{HashMap, HashSet};

use crate::catalog::{Catalog, Field, MatterId};
use crate::change::compare::compare_data;
use crate::tui::beside::Beside;
use crate::tui::beside::counterpart::Counterparts;
use crate::tui::form::{Origin, Place, Row, RowKind, View, rows, value_at};
use crate::yaml::{Data, Path, Step};

/// 一对行: a row of the matter shown and one of the other, or only one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Among the rows of the matter shown.
    pub(crate) own: Option<usize>,
    /// Among the rows of the other.
    pub(crate) other: Option<usize>,
    /// Whether they say different things.
    pub(crate) differs: bool,
}

/// What a row stands for, in terms of the other matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    File,
    Section(String),
    At(Path),
}

/// Brings the rows of the other matter to those of the one shown.
pub(crate) fn paired(
    beside: &mut Beside,
    catalog: &Catalog,
    (own, own_rows): (MatterId, &[Row]),
    (other, view): (MatterId, &View),
) {
    let mut counterparts = Counterparts::new(catalog, own, other);
    let opened = view.opened.iter();
    let view = View {
        opened: opened.filter_map(|path| counterparts.of(path)).collect(),
        hides_empty: view.hides_empty,
    };
    let other_rows = rows(catalog, other, &view);
    let places = together(&mut counterparts, own_rows, &other_rows);
    let both = Both {
        own: own_rows,
        other: &other_rows,
    };
    let mut pairs: Vec<Pair> = places
        .into_iter()
        .map(|(own, other)| Pair {
            own,
            other,
            differs: differs(&counterparts, both.of(own, other)),
        })
        .collect();
    both.mark_headings(&mut pairs);
    beside.counts = both.counts(&pairs);
    beside.rows = other_rows;
    beside.pairs = pairs;
}

/// The rows of both matters.
struct Both<'r> {
    own: &'r [Row],
    other: &'r [Row],
}

impl<'r> Both<'r> {
    fn of(&self, own: Option<usize>, other: Option<usize>) -> (Option<&'r Row>, Option<&'r Row>) {
        (
            own.and_then(|place| self.own.get(place)),
            other.and_then(|place| self.other.get(place)),
        )
    }

    fn is_heading(&self, pair: &Pair) -> bool {
        let (own, other) = self.of(pair.own, pair.other);
        own.or(other)
            .is_some_and(|row| row.kind == RowKind::Section)
    }

    /// A heading differs if anything below it does.
    fn mark_headings(&self, pairs: &mut [Pair]) {
        let mut has_any = false;
        for pair in pairs.iter_mut().rev() {
            if self.is_heading(pair) {
                pair.differs = std::mem::take(&mut has_any);
            }
            has_any |= pair.differs && !self.is_heading(pair);
        }
    }

    /// How many fields differ, and how many are said alike.
    fn counts(&self, pairs: &[Pair]) -> (usize, usize) {
        let is_said = |row: &Row| row.path.0.len() == 1 && row.origin != Origin::Unset;
        let said = pairs.iter().filter(|pair| {
            let (own, other) = self.of(pair.own, pair.other);
            own.is_some_and(is_said) || other.is_some_and(is_said)
        });
        let (different, others): (Vec<&Pair>, Vec<&Pair>) = said.partition(|pair| pair.differs);
        let same = others
            .iter()
            .filter(|pair| pair.own.is_some() && pair.other.is_some());
        (different.len(), same.count())
    }
}

/// Which rows stand for the same, in the order of the matter shown; a row that only the other has stands
/// behind the one that it follows there.
fn together(
    counterparts: &mut Counterparts<'_>,
    own: &[Row],
    other: &[Row],
) -> Vec<(Option<usize>, Option<usize>)> {
    let keys = other.iter().map(|row| key(row, Some(row.path.clone())));
    let mut there: HashMap<Key, usize> = HashMap::new();
    for (place, key) in keys.enumerate() {
        there.extend(key.map(|key| (key, place)));
    }
    let mut partners: Vec<Option<usize>> = Vec::new();
    for row in own {
        let path = counterparts.of(&row.path);
        let key = key(row, path);
        partners.push(key.and_then(|key| there.remove(&key)));
    }
    let taken: HashSet<usize> = partners.iter().copied().flatten().collect();
    let mut rows = Vec::new();
    for (place, partner) in partners.into_iter().enumerate() {
        rows.push((Some(place), partner));
        if let Some(partner) = partner {
            let next = (partner + 1..other.len()).take_while(|next| !taken.contains(next));
            rows.extend(next.map(|next| (None, Some(next))));
        }
    }
    rows
}

fn key(row: &Row, path: Option<Path>) -> Option<Key> {
    match row.kind {
        RowKind::File => Some(Key::File),
        RowKind::Section => Some(Key::Section(row.title.zh.clone())),
        _ => path.map(Key::At),
    }
}

/// Whether two rows say different things; a field that one of the two cannot have is no difference.
fn differs(counterparts: &Counterparts<'_>, (own, other): (Option<&Row>, Option<&Row>)) -> bool {
    let Counterparts { catalog, .. } = counterparts;
    let is_heading = |row: &Row| matches!(row.kind, RowKind::File | RowKind::Section);
    let said = |id: MatterId, row: &Row| {
        let place = Place {
            id,
            path: &row.path,
        };
        value_at(catalog, place).map_or(Data::Empty, Data::of)
    };
    match (own, other) {
        (Some(row), _) | (None, Some(row)) if is_heading(row) => false,
        (Some(own), Some(other)) => {
            let schema = counterparts.schema(&own.path);
            let (own, other) = (said(counterparts.own, own), said(counterparts.other, other));
            !compare_data(&own, &other, schema).is_empty()
        }
        (Some(row), None) => {
            row.origin != Origin::Unset && can_say(counterparts, counterparts.other, row)
        }
        (None, Some(row)) => {
            row.origin != Origin::Unset && can_say(counterparts, counterparts.own, row)
        }
        (None, None) => false,
    }
}

/// Whether a matter can have what a row stands for.
fn can_say(counterparts: &Counterparts<'_>, id: MatterId, row: &Row) -> bool {
    let catalog = counterparts.catalog;
    // The code of a local matter is not that of a base matter, though both are called so.
    let is_code = row.path == Path::key(Field::Code.key());
    let is_other_floor =
        catalog.matter(counterparts.own).floor != catalog.matter(counterparts.other).floor;
    if is_code && is_other_floor {
        return false;
    }
    let schema = catalog.standard.schema(catalog.matter(id).file.kind);
    let Some(Step::Key(key)) = row.path.0.first() else {
        return false;
    };
    schema.is_some_and(|schema| schema.property(key).is_some())
}
