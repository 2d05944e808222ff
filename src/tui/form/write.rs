//! What an edit of a form does to the file. The change room takes an inherited field over where that is
//! needed; here it is only said which element or part is meant.

use crate::catalog::{Catalog, MatterId, effective_value};
use crate::change::{Intent, insert_item, move_item, remove_field, set_field, take_over};
use crate::tui::form::meaning::field;
use crate::yaml::{Data, Path, Shape, Step, Value};

/// A place in a matter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'p> {
    /// The matter.
    pub(crate) id: MatterId,
    /// Where in its record.
    pub(crate) path: &'p Path,
}

/// What is to happen at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// This value shall stand there.
    Set(Data),
    /// One more element at the end of the list there.
    Add(Data),
    /// One more element before the one at this place of the list there.
    Insert(usize, Data),
    /// The element there shall stand at this place of its list.
    Move(usize),
    /// The value from above shall stand in the matter itself.
    TakeOver,
    /// Nothing shall stand there any more.
    Clear,
}

/// The value in effect at a place.
pub(crate) fn value_at<'c>(catalog: &'c Catalog, place: Place<'_>) -> Option<Value<'c>> {
    let now = effective_value(catalog, place.id, field(place.path)?)?.value;
    below(now, place.path)
}

/// What the nearest matter above says at a place, and which matter that is.
pub(crate) fn value_above<'c>(
    catalog: &'c Catalog,
    place: Place<'_>,
) -> Option<(MatterId, Value<'c>)> {
    let field = field(place.path)?;
    let inherits = catalog.standard.policy(field).inherits;
    let mut uppers = catalog.uppers(place.id).filter(|_| inherits);
    let (source, value) = uppers.find_map(|source| {
        let value = catalog.matter(source).value(field)?;
        (value.shape() != Shape::Empty).then_some((source, value))
    })?;
    Some((source, below(value, place.path)?))
}

/// The part of a field's value that a path leads to.
fn below<'c>(value: Value<'c>, path: &Path) -> Option<Value<'c>> {
    let mut steps = path.0.iter().skip(1);
    steps.try_fold(value, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.item(*index),
    })
}

/// The intent that makes a change at a place; `None` if the place or the change makes no sense.
pub(crate) fn intent(catalog: &Catalog, place: Place<'_>, change: Change) -> Option<Intent> {
    let Place { id, path } = place;
    match change {
        Change::Set(value) => set_field(catalog, id, path, value),
        Change::Add(value) => {
            let next = value_at(catalog, place).map_or(0, |list| list.items().len());
            set_field(catalog, id, &path.then_index(next), value)
        }
        Change::Insert(at, value) => insert_item(catalog, id, path, (at, value)),
        Change::Move(to) => move_item(catalog, id, path, to),
        Change::TakeOver => take_over(catalog, id, field(path)?),
        Change::Clear => {
            remove_field(catalog, id, path).or_else(|| without_element(catalog, place))
        }
    }
}

/// An element taken out of an inherited list: the matter states the list without it.
fn without_element(catalog: &Catalog, Place { id, path }: Place<'_>) -> Option<Intent> {
    let (Step::Index(index), above) = path.0.split_last()? else {
        return None;
    };
    let list = Path(above.to_vec());
    let items = value_at(catalog, Place { id, path: &list })?.items();
    let kept = items
        .enumerate()
        .filter(|(place, _)| place != index)
        .map(|(_, item)| Data::of(item));
    set_field(catalog, id, &list, Data::List(kept.collect()))
}
