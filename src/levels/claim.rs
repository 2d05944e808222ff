//! A base matter taken up at one division: by one local matter, by several, or by one with several handling
//! items.

use crate::catalog::{Catalog, Field, MatterId};

/// 认领: a base matter at one division.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The base matter.
    pub base: MatterId,
    /// Code of the division.
    pub division: Box<str>,
    /// The local matters that take it up; several if the division split it.
    pub locals: Vec<MatterId>,
}

/// 业务办理项: one of the smallest units that a local matter is split into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandlingItem<'c> {
    /// Its code, 33 characters if it is right.
    pub code: &'c str,
    /// Its name.
    pub name: &'c str,
}

impl Claim {
    /// Whether the division split the matter: into several local matters, or several handling items.
    pub fn is_split(&self, catalog: &Catalog) -> bool {
        let items = |id: &MatterId| handling_items(catalog, *id).nth(1).is_some();
        self.locals.len() > 1 || self.locals.iter().any(items)
    }
}

/// The handling items that a local matter states.
pub fn handling_items(catalog: &Catalog, id: MatterId) -> impl Iterator<Item = HandlingItem<'_>> {
    let list = catalog.matter(id).value(Field::HandlingItems).into_iter();
    list.flat_map(|list| list.items()).map(|item| {
        let text = |key| item.get(key).and_then(|value| value.text()).unwrap_or("");
        HandlingItem {
            code: text("code"),
            name: text("name"),
        }
    })
}
