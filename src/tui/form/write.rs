//! What an edit of a form does to the file. A value inside an inherited field cannot be changed there: the
//! whole field is taken over first, so that the edit starts from what was inherited.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::catalog::{Catalog, Matter, MatterId, effective_value};
use crate::tui::form::meaning::field;
use crate::yaml::{Data, Op, Path, Shape, Step, Value};

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
    /// Nothing shall stand there any more.
    Clear,
}

/// The value in effect at a place.
pub(crate) fn value_at<'c>(catalog: &'c Catalog, place: Place<'_>) -> Option<Value<'c>> {
    let now = effective_value(catalog, place.id, field(place.path)?)?.value;
    let mut below = place.path.0.iter().skip(1);
    below.try_fold(now, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.item(*index),
    })
}

/// The operation on the matter's file; `None` if the place or the change makes no sense.
pub(crate) fn op(catalog: &Catalog, place: Place<'_>, change: Change) -> Option<Op> {
    let matter = catalog.matter(place.id);
    let document = &matter.file.document;
    let parent = Path(
        place
            .path
            .0
            .get(..place.path.0.len().checked_sub(1)?)?
            .to_vec(),
    );
    let path = place.path.clone();
    match change {
        Change::Set(value) if document.at(&parent).is_some_and(is_group) => {
            Some(Op::Set { path, value })
        }
        Change::Clear if document.at(place.path).is_some() => Some(Op::Remove { path }),
        change => rewritten_field(catalog, place, change),
    }
}

/// The whole field as it is in effect, with the change made in it.
fn rewritten_field(catalog: &Catalog, place: Place<'_>, change: Change) -> Option<Op> {
    let field = field(place.path)?;
    let schema = own_schema(catalog, catalog.matter(place.id), field.key())?;
    let now = effective_value(catalog, place.id, field).map(|now| data(now.value, schema));
    let value = changed(now, place.path.0.get(1..)?, change)?;
    Some(Op::Set {
        path: Path::key(field.key()),
        value,
    })
}

fn own_schema<'c>(catalog: &'c Catalog, matter: &Matter, key: &str) -> Option<&'c Arc<Schema>> {
    catalog.standard.schema(&matter.file.kind)?.property(key)
}

fn is_group(value: Value<'_>) -> bool {
    matches!(value.shape(), Shape::Mapping | Shape::Sequence)
}

/// A value of the file without its place.
pub(crate) fn data(value: Value<'_>, schema: &Schema) -> Data {
    let text = || value.text().unwrap_or_default();
    match (value.shape(), &schema.form) {
        (Shape::Sequence, Form::List { items, .. }) => {
            Data::List(value.items().map(|item| data(item, items)).collect())
        }
        (Shape::Mapping, Form::Record { .. }) => {
            let entry = |entry: crate::yaml::Entry<'_>| {
                let key = entry.key.text()?;
                let value = schema.property(key).map_or_else(
                    || Data::Text(entry.value.text().unwrap_or_default().to_owned()),
                    |schema| data(entry.value, schema),
                );
                Some((key.to_owned(), value))
            };
            Data::Map(value.entries().filter_map(entry).collect())
        }
        (_, Form::Integer { .. }) => text()
            .parse()
            .map_or_else(|_| Data::Text(text().to_owned()), Data::Int),
        (_, Form::Boolean) if matches!(text(), "true" | "false") => Data::Bool(text() == "true"),
        _ => Data::Text(text().to_owned()),
    }
}

/// A value with a change made further down.
fn changed(now: Option<Data>, steps: &[Step], change: Change) -> Option<Data> {
    let Some((step, rest)) = steps.split_first() else {
        return match (change, now) {
            (Change::Set(value), _) => Some(value),
            (Change::Add(value), Some(Data::List(mut list))) => {
                list.push(value);
                Some(Data::List(list))
            }
            (Change::Add(value), _) => Some(Data::List(vec![value])),
            (Change::Clear, _) => None,
        };
    };
    match (step, now) {
        (Step::Key(key), Some(Data::Map(entries))) => {
            Some(Data::Map(changed_entry(entries, key, rest, change)))
        }
        (Step::Key(key), None) => Some(Data::Map(changed_entry(Vec::new(), key, rest, change))),
        (Step::Index(index), Some(Data::List(mut list))) if *index < list.len() => {
            let old = list.remove(*index);
            if let Some(new) = changed(Some(old), rest, change) {
                list.insert(*index, new);
            }
            Some(Data::List(list))
        }
        _ => None,
    }
}

fn changed_entry(
    mut entries: Vec<(String, Data)>,
    key: &str,
    rest: &[Step],
    change: Change,
) -> Vec<(String, Data)> {
    let place = entries.iter().position(|(name, _)| name == key);
    let old = place.map(|place| entries.remove(place).1);
    if let Some(new) = changed(old, rest, change) {
        let place = place.unwrap_or(entries.len());
        entries.insert(place, (key.to_owned(), new));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Data {
        Data::Text(text.to_owned())
    }

    fn entry(key: &str, value: Data) -> (String, Data) {
        (key.to_owned(), value)
    }

    #[test]
    fn a_change_deep_down_keeps_everything_else() {
        let now = Data::List(vec![
            Data::Map(vec![
                entry("law", text("甲法")),
                entry("article", Data::Int(1)),
            ]),
            Data::Map(vec![entry("law", text("乙法"))]),
        ]);
        let steps = &Path::parse("x[0].article").unwrap().0[1..];
        let after = changed(Some(now), steps, Change::Set(Data::Int(9)));
        let expected = Data::List(vec![
            Data::Map(vec![
                entry("law", text("甲法")),
                entry("article", Data::Int(9)),
            ]),
            Data::Map(vec![entry("law", text("乙法"))]),
        ]);
        assert_eq!(after, Some(expected));
    }

    #[test]
    fn an_element_taken_from_an_inherited_list_leaves_the_rest() {
        let now = Data::List(vec![text("甲"), text("乙")]);
        let steps = &Path::parse("x[0]").unwrap().0[1..];
        assert_eq!(
            changed(Some(now), steps, Change::Clear),
            Some(Data::List(vec![text("乙")]))
        );
    }

    #[test]
    fn a_value_in_a_group_that_nobody_states_makes_the_group() {
        let steps = &Path::parse("consultation.phone").unwrap().0[1..];
        let after = changed(None, steps, Change::Set(text("12345")));
        assert_eq!(after, Some(Data::Map(vec![entry("phone", text("12345"))])));
    }
}
