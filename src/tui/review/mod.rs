//! Differences as a reviewer works through them: the queue, the levels of one value side by side, and what
//! a proposal says. Pure; knows the catalog and its levels, no key.

mod outcome;
mod queue;
mod sides;
mod state;

pub(crate) use outcome::{outcome_of, taken_over};
pub(crate) use queue::{Item, Queue, standing_of};
pub(crate) use sides::{Mark, Side, SideLine, compared, lines_of, sides};
pub(crate) use state::{Detail, DetailKey, Review, Scope};

use crate::catalog::{Catalog, Field, Floor, MatterId};
use crate::levels::{Class, Departure, survey_of};
use crate::session::Pick;
use crate::text::{Message as Saying, words};
use jiff::civil::Date;

/// The sign before the word of a class, so that a column of them can be read at a glance.
pub(crate) const fn sign(class: Class) -> &'static str {
    match class {
        Class::Conflict => "≠",
        Class::Looser => "↑",
        Class::Tighter => "↓",
        Class::Missing => "-",
        Class::Extra => "+",
        Class::Wording => "~",
    }
}

/// What a field is called.
pub(crate) fn field_title(catalog: &Catalog, field: Field) -> Saying {
    match catalog.standard.field(field) {
        Some(schema) if !schema.title.zh.is_empty() => schema.title.clone(),
        _ => Saying::same(field.key()),
    }
}

/// The level a matter belongs to, by the name of its division.
pub(crate) fn level_title(catalog: &Catalog, id: MatterId) -> Saying {
    let matter = catalog.matter(id);
    if matter.floor == Floor::Base {
        return words("基本目录", "Base catalog").into();
    }
    let code = matter.division().unwrap_or_default();
    let division = catalog.registers.division(code);
    Saying::same(division.map_or(code, |division| &division.name))
}

/// A difference as it stands in a catalog; `None` if there is none any more.
pub(crate) fn departure<'c>(
    catalog: &'c Catalog,
    pick: &Pick,
    today: Date,
) -> Option<Departure<'c>> {
    let id = catalog.matter_at(&pick.path)?;
    let mut found = survey_of(catalog, &[id], today).into_iter();
    found.find(|departure| departure.difference.field == pick.field)
}

/// Where some matters are offered; of many, the first few.
pub(crate) fn places(catalog: &Catalog, matters: &[MatterId]) -> Saying {
    const MOST: usize = 4;
    let named = matters.iter().take(MOST);
    let named: Vec<Saying> = named.map(|id| level_title(catalog, *id)).collect();
    let joined = |of: fn(&Saying) -> &str, between: &str| {
        let more = if matters.len() > MOST { " …" } else { "" };
        named.iter().map(of).collect::<Vec<_>>().join(between) + more
    };
    Saying {
        zh: joined(|name| &name.zh, "、"),
        en: joined(|name| &name.en, ", "),
    }
}
