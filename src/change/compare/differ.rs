//! Two values compared, down to what differs.

use crate::catalog::standard::Schema;
use crate::change::compare::path::below;
use crate::change::compare::{ChangeKind, FieldChange, FieldPath, Part, Spot, list};
use crate::yaml::Data;

/// A key and what it says.
type Entry = (String, Data);

/// Notes what differs between two values at a path.
pub(super) fn differ(
    changes: &mut Vec<FieldChange>,
    path: &FieldPath,
    (before, after): (&Data, &Data),
    schema: Option<&Schema>,
) {
    match (before, after) {
        (Data::Map(old), Data::Map(new)) => keys(changes, path, (old, new), schema),
        (Data::List(old), Data::List(new)) => list::differ(changes, path, (old, new), schema),
        _ if before == after => {}
        _ => changes.push(FieldChange {
            path: path.clone(),
            kind: ChangeKind::Changed,
            before: Some(before.clone()),
            after: Some(after.clone()),
        }),
    }
}

fn keys(
    changes: &mut Vec<FieldChange>,
    path: &FieldPath,
    (old, new): (&[Entry], &[Entry]),
    schema: Option<&Schema>,
) {
    let value =
        |entries: &[(String, Data)], key: &str| entries.iter().position(|(name, _)| name == key);
    for (key, before) in old.iter().filter(|(key, _)| value(new, key).is_none()) {
        changes.push(FieldChange {
            path: path.then(Part::Key(key.clone())),
            kind: ChangeKind::Gone,
            before: Some(before.clone()),
            after: None,
        });
    }
    for (at, (key, after)) in new.iter().enumerate() {
        let part = Part::Key(key.clone());
        let inner = path.then(part.clone());
        if let Some((_, before)) = value(old, key).and_then(|place| old.get(place)) {
            let schema = schema.and_then(|schema| below(schema, &part));
            differ(changes, &inner, (before, after), schema);
            continue;
        }
        let behind = at.checked_sub(1).and_then(|before| new.get(before));
        changes.push(FieldChange {
            path: inner,
            kind: ChangeKind::New(Spot {
                behind: behind.map(|(key, _)| Part::Key(key.clone())),
                at,
            }),
            before: None,
            after: Some(after.clone()),
        });
    }
}
