//! Two lists compared by what tells their elements apart: gone, new, moved, changed inside.

use std::collections::HashMap;

use crate::catalog::standard::Schema;
use crate::change::compare::alike::pair_alike;
use crate::change::compare::differ;
use crate::change::compare::path::{below, names};
use crate::change::compare::{ChangeKind, ElementName, FieldChange, FieldPath, Part, Spot};
use crate::yaml::Data;

/// Notes what differs between two lists at a path.
pub(super) fn differ(
    changes: &mut Vec<FieldChange>,
    path: &FieldPath,
    (old, new): (&[Data], &[Data]),
    schema: Option<&Schema>,
) {
    let (old_names, new_names) = (names(old, schema), names(new, schema));
    let partners = paired((old, &old_names), (new, &new_names));
    let part = |name: Option<&ElementName>| name.map(|name| Part::Element(name.clone()));
    // An element that was there keeps the name it had; the others have only their new one.
    let name_at = |at: usize| match partners.get(at) {
        Some(Some(partner)) => part(old_names.get(*partner)),
        _ => part(new_names.get(at)),
    };
    gone(changes, path, (old, &old_names), &partners);
    let stays = staying(&partners);
    for (at, after) in new.iter().enumerate() {
        let Some(name) = name_at(at) else { continue };
        let partner = partners.get(at).copied().flatten();
        let before = partner.and_then(|partner| old.get(partner));
        let spot = Spot {
            behind: at.checked_sub(1).and_then(name_at),
            at,
        };
        let kind = match before {
            None => ChangeKind::New(spot),
            Some(_) if !stays.contains(&at) => ChangeKind::Moved(spot),
            Some(_) => continue,
        };
        changes.push(FieldChange {
            path: path.then(name),
            kind,
            before: before.cloned(),
            after: Some(before.unwrap_or(after).clone()),
        });
    }
    for (at, after) in new.iter().enumerate() {
        let before = partners.get(at).copied().flatten();
        let before = before.and_then(|partner| old.get(partner));
        if let (Some(before), Some(name)) = (before, name_at(at)) {
            let schema = schema.and_then(|schema| below(schema, &name));
            differ::differ(changes, &path.then(name), (before, after), schema);
        }
    }
}

/// For each element of one list the place of the one in another list that is surely the same.
pub fn partners(of: &[Data], among: &[Data], schema: Option<&Schema>) -> Vec<Option<usize>> {
    paired((among, &names(among, schema)), (of, &names(of, schema)))
}

fn paired(
    (old, old_names): (&[Data], &[ElementName]),
    (new, new_names): (&[Data], &[ElementName]),
) -> Vec<Option<usize>> {
    let mut partners = of_the_same_name(old_names, new_names);
    pair_alike(&mut partners, old, new);
    partners
}

/// For each new element the place of the old one of the same name.
fn of_the_same_name(old: &[ElementName], new: &[ElementName]) -> Vec<Option<usize>> {
    let places: HashMap<&ElementName, usize> = old.iter().zip(0..).collect();
    new.iter().map(|name| places.get(name).copied()).collect()
}

fn gone(
    changes: &mut Vec<FieldChange>,
    path: &FieldPath,
    (old, names): (&[Data], &[ElementName]),
    partners: &[Option<usize>],
) {
    let mut is_kept = vec![false; old.len()];
    for partner in partners.iter().flatten() {
        if let Some(kept) = is_kept.get_mut(*partner) {
            *kept = true;
        }
    }
    let gone = old.iter().zip(names).zip(is_kept).filter(|(_, kept)| !kept);
    changes.extend(gone.map(|((before, name), _)| FieldChange {
        path: path.then(Part::Element(name.clone())),
        kind: ChangeKind::Gone,
        before: Some(before.clone()),
        after: None,
    }));
}

/// The new places of those elements that keep their order among each other, as many as possible.
fn staying(partners: &[Option<usize>]) -> std::collections::HashSet<usize> {
    let known: Vec<(usize, usize)> = partners
        .iter()
        .enumerate()
        .filter_map(|(at, partner)| Some((at, (*partner)?)))
        .collect();
    // The longest rising sequence: `ends[n]` is the element that ends the best one of n + 1 elements.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; known.len()];
    let partner = |place: usize| known.get(place).map_or(0, |(_, partner)| *partner);
    for place in 0..known.len() {
        let length = ends.partition_point(|end| partner(*end) < partner(place));
        if let Some(link) = before.get_mut(place) {
            *link = length
                .checked_sub(1)
                .and_then(|last| ends.get(last).copied());
        }
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut next = ends.last().copied();
    let mut stays = std::collections::HashSet::new();
    while let Some(place) = next {
        stays.extend(known.get(place).map(|(at, _)| *at));
        next = before.get(place).copied().flatten();
    }
    stays
}
