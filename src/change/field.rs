//! One field of a matter gets another value, or falls back to what the levels above say.

use crate::catalog::{Catalog, Field, Matter, MatterId, effective_value};
use crate::change::Intent;
use crate::yaml::{Data, Op, Path, Step};

/// What gives the value at a path of a matter another content. A part of a field that the matter inherits
/// (`promised_limit.days`) takes the whole field over from above first, so that nothing is lost by it; a
/// missing field is put where files have it. `None` for an element far behind the end of a list.
pub fn set_field(catalog: &Catalog, id: MatterId, path: &Path, value: Data) -> Option<Intent> {
    let matter = catalog.matter(id);
    let there = depth(matter, path);
    let op = match path.0.get(there..).unwrap_or_default() {
        [Step::Index(index)] => Op::InsertItem {
            path: start(path, there),
            at: Some(*index),
            value,
        },
        [Step::Key(key), rest @ ..] if there == 0 => {
            let above = Field::from_key(key).and_then(|field| effective_value(catalog, id, field));
            let above = above.map_or(Data::Empty, |above| Data::of(above.value));
            insert(matter, key, put(above, rest, value)?)
        }
        rest => Op::Set {
            path: start(path, there + 1),
            value: put(Data::Empty, rest.get(1..).unwrap_or_default(), value)?,
        },
    };
    Some(edit(matter, op))
}

/// What puts one more item into a list of a matter. An inherited list is taken over first.
pub fn insert_item(
    catalog: &Catalog,
    id: MatterId,
    list: &Path,
    (at, value): (usize, Data),
) -> Option<Intent> {
    let matter = catalog.matter(id);
    if matter.file.document().at(list).is_some() {
        let path = list.clone();
        let at = Some(at);
        return Some(edit(matter, Op::InsertItem { path, at, value }));
    }
    let mut items = items_in_effect(catalog, id, list);
    if at > items.len() {
        return None;
    }
    items.insert(at, value);
    set_field(catalog, id, list, Data::List(items))
}

/// What moves an item of a list of a matter to another place in it, its comments with it. An inherited list
/// is taken over first; `None` if there is no such item or no such place.
pub fn move_item(catalog: &Catalog, id: MatterId, item: &Path, to: usize) -> Option<Intent> {
    let matter = catalog.matter(id);
    if matter.file.document().at(item).is_some() {
        let path = item.clone();
        return Some(edit(matter, Op::Move { path, to }));
    }
    let (Step::Index(from), above) = item.0.split_last()? else {
        return None;
    };
    let list = Path(above.to_vec());
    let mut items = items_in_effect(catalog, id, &list);
    if *from >= items.len() || to >= items.len() {
        return None;
    }
    let moved = items.remove(*from);
    items.insert(to, moved);
    set_field(catalog, id, &list, Data::List(items))
}

/// What gives a matter a field of its own that says what the matters above say.
pub fn take_over(catalog: &Catalog, id: MatterId, field: Field) -> Option<Intent> {
    let value = effective_value(catalog, id, field).filter(|value| value.source != id)?;
    set_field(catalog, id, &Path::key(field.key()), Data::of(value.value))
}

/// The items of a list in effect at a path.
fn items_in_effect(catalog: &Catalog, id: MatterId, list: &Path) -> Vec<Data> {
    let field = match list.0.first() {
        Some(Step::Key(key)) => Field::from_key(key),
        _ => None,
    };
    let whole = field.and_then(|field| effective_value(catalog, id, field));
    let mut below = list.0.iter().skip(1);
    let found = whole.and_then(|whole| {
        below.try_fold(whole.value, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Index(index) => value.item(*index),
        })
    });
    let items = found.into_iter().flat_map(|list| list.items());
    items.map(Data::of).collect()
}

/// What takes the value at a path of a matter out; `None` if the matter does not state it itself.
pub fn remove_field(catalog: &Catalog, id: MatterId, path: &Path) -> Option<Intent> {
    let matter = catalog.matter(id);
    matter.file.document().at(path)?;
    Some(edit(matter, Op::Remove { path: path.clone() }))
}

fn edit(matter: &Matter, op: Op) -> Intent {
    Intent::Edit {
        path: matter.file.path.clone(),
        op,
    }
}

/// How many steps of a path lead to something in the file.
fn depth(matter: &Matter, path: &Path) -> usize {
    let leads = |steps: &usize| matter.file.document().at(&start(path, *steps)).is_some();
    (1..=path.0.len()).take_while(leads).count()
}

fn start(path: &Path, steps: usize) -> Path {
    Path(path.0.iter().take(steps).cloned().collect())
}

/// A missing field goes behind the last one that files have before it; an unknown key goes to the end.
fn insert(matter: &Matter, key: &str, value: Data) -> Op {
    let before = |field: Field| {
        let entries = matter.file.document().root()?.entries();
        let earlier = |name: Option<&str>| {
            name.and_then(Field::from_key)
                .is_some_and(|other| other < field)
        };
        let place = entries
            .enumerate()
            .filter(|(_, entry)| earlier(entry.key.text()))
            .last();
        Some(place.map_or(0, |(place, _)| place + 1))
    };
    Op::InsertKey {
        path: Path::default(),
        at: Field::from_key(key).and_then(before),
        key: key.to_owned(),
        value,
    }
}

/// The data with the value at the end of some steps; what is missing on the way is made.
fn put(data: Data, steps: &[Step], value: Data) -> Option<Data> {
    let Some((step, rest)) = steps.split_first() else {
        return Some(value);
    };
    match (step, data) {
        (Step::Key(key), Data::Map(mut entries)) => {
            let place = entries.iter().position(|(name, _)| name == key);
            let place = place.unwrap_or_else(|| {
                entries.push((key.clone(), Data::Empty));
                entries.len() - 1
            });
            let (_, entry) = entries.get_mut(place)?;
            *entry = put(std::mem::take(entry), rest, value)?;
            Some(Data::Map(entries))
        }
        (Step::Key(key), _) => Some(Data::Map(vec![(
            key.clone(),
            put(Data::Empty, rest, value)?,
        )])),
        (Step::Index(index), data) => {
            let mut items = match data {
                Data::List(items) => items,
                _ => Vec::new(),
            };
            if *index == items.len() {
                items.push(Data::Empty);
            }
            let item = items.get_mut(*index)?;
            *item = put(std::mem::take(item), rest, value)?;
            Some(Data::List(items))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str) -> Step {
        Step::Key(key.to_owned())
    }

    #[test]
    fn a_part_is_changed_and_the_rest_stays() {
        let limit = |days| {
            Data::Map(vec![
                ("days".to_owned(), Data::Int(days)),
                ("unit".to_owned(), "working".into()),
            ])
        };
        assert_eq!(put(limit(8), &[key("days")], Data::Int(5)), Some(limit(5)));
    }

    #[test]
    fn a_list_grows_by_one_element_at_most() {
        let value = || Data::Int(35);
        let way = |index| [Step::Index(index), key("article")];
        let made = Data::List(vec![Data::Map(vec![("article".to_owned(), value())])]);
        assert_eq!(put(Data::Empty, &way(0), value()), Some(made));
        assert_eq!(put(Data::Empty, &way(1), value()), None);
    }
}
