//! What the page can be filtered by: every value that occurs, with how often it does.

use crate::catalog::Field;
use crate::levels::Class;
use crate::report::levels::Listing;
use crate::report::levels::page::item::Item;

/// Standings, those that wait for somebody first.
const STANDINGS: [&str; 7] = [
    "open", "lapsed", "void", "propose", "skip", "adopt", "approve",
];

/// 选项: the values to choose from.
pub(super) struct Choices {
    pub(super) classes: Vec<Choice>,
    pub(super) fields: Vec<Choice>,
    pub(super) divisions: Vec<Choice>,
    pub(super) standings: Vec<Choice>,
}

/// One value.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) count: usize,
}

impl Choices {
    /// The values that occur: classes from grave to slight, fields and standings in their order, divisions by
    /// code.
    pub(super) fn of(listing: &Listing<'_>, items: &[Item]) -> Choices {
        let found = listing.listed.iter();
        let mut fields: Vec<Field> = found.map(|one| one.departure.difference.field).collect();
        fields.sort_unstable();
        let fields: Vec<&str> = fields.into_iter().map(Field::key).collect();
        let mut divisions = distinct(items, |item| (&item.division, &item.place));
        divisions.sort_by(|left, right| left.value.cmp(&right.value));
        let classes = distinct(items, |item| (item.class, item.class_name));
        let standings = distinct(items, |item| (item.standing, item.standing_name));
        Choices {
            classes: ordered(classes, &Class::all().map(Class::word)),
            fields: ordered(distinct(items, |item| (item.field, &item.title)), &fields),
            divisions,
            standings: ordered(standings, &STANDINGS),
        }
    }
}

fn ordered(mut choices: Vec<Choice>, order: &[&str]) -> Vec<Choice> {
    choices.sort_by_key(|one| order.iter().position(|value| *value == one.value));
    choices
}

/// Each value once, with its name and count.
fn distinct<'i>(items: &'i [Item], of: impl Fn(&'i Item) -> (&'i str, &'i str)) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for item in items {
        let (value, name) = of(item);
        match found.iter_mut().find(|one| one.value == value) {
            Some(one) => one.count += 1,
            None => found.push(Choice {
                value: value.to_owned(),
                name: name.to_owned(),
                count: 1,
            }),
        }
    }
    found
}
