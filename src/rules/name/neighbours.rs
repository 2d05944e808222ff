//! Local matters of one division that call themselves the same, and by their base matters are not.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::catalog::{Catalog, Field, Floor, Matter, MatterId, effective_value};
use crate::levels::telling_letters;
use crate::rules::name::namesakes::groups;
use crate::rules::name::sameness::{is_leaving, shares_basis, shares_department, shares_type};

/// Each local matter that has taken another's name, with that other. A matter that inherits its name has no
/// say in it.
pub(super) fn neighbours(catalog: &Catalog) -> Vec<(MatterId, MatterId)> {
    let named = catalog.matters().filter_map(|(id, matter)| {
        let number = own_name(matter).map(|name| {
            let mut hasher = DefaultHasher::new();
            matter.division().hash(&mut hasher);
            letters(catalog, name).for_each(|letter| letter.hash(&mut hasher));
            hasher.finish()
        });
        Some((number?, id))
    });
    let pairs = groups(named).flat_map(|group| {
        let first = group.first().copied();
        let others = group.into_iter().skip(1);
        others.filter_map(move |other| pair(catalog, first?, other))
    });
    pairs.collect()
}

fn own_name(matter: &Matter) -> Option<&str> {
    let is_compared = matter.floor == Floor::Local && matter.file.document.is_whole();
    matter.name().filter(|_| is_compared).map(|name| name.value)
}

fn letters<'c>(catalog: &'c Catalog, name: &'c str) -> impl Iterator<Item = char> + 'c {
    telling_letters(name, &catalog.standard.tables.naming)
}

/// The two with the one first whose name is not that of its base matter, if the later is not.
fn pair(catalog: &Catalog, one: MatterId, other: MatterId) -> Option<(MatterId, MatterId)> {
    let (left, right) = (catalog.matter(one), catalog.matter(other));
    let codes = left.base_code()?.value != right.base_code()?.value;
    let is_there = left.division() == right.division()
        && own_name(left)
            .zip(own_name(right))
            .is_some_and(|(left, right)| letters(catalog, left).eq(letters(catalog, right)));
    let is_same = shares_type(catalog, one, other)
        && (shares_department(catalog, one, other) || shares_basis(catalog, one, other));
    let stays = !is_leaving(catalog, one) && !is_leaving(catalog, other);
    if !(codes && is_there && is_same && stays) {
        return None;
    }
    match (is_called_so(catalog, one), is_called_so(catalog, other)) {
        // Then the base matters have one name, and it is said there.
        (Some(true), Some(true)) => None,
        (_, Some(true)) => Some((one, other)),
        _ => Some((other, one)),
    }
}

/// Whether a matter has the name of the one above; `None` without one above.
fn is_called_so(catalog: &Catalog, id: MatterId) -> Option<bool> {
    let above = effective_value(catalog, catalog.upper(id)?, Field::Name)?;
    let above = above.value.text()?;
    let own = own_name(catalog.matter(id))?;
    Some(letters(catalog, own).eq(letters(catalog, above)))
}
