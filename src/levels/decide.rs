//! From a decision to changes. A matter keeps one decision for each field, the last; git has the ones before.

use jiff::civil::Date;

use crate::catalog::{Catalog, Field, Matter, MatterId, effective_value};
use crate::change::{Intent, remove_field, set_field};
use crate::levels::{Action, Departure, fingerprint};
use crate::yaml::{Data, Op, Path, Value};

/// 处置意见: what is decided, by whom, why, and for how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// What is to be done.
    pub action: Action,
    /// Who decides.
    pub by: String,
    /// The day of the decision.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// The article that allows it.
    pub legal_reason: String,
    /// The last day it holds.
    pub until: Option<Date>,
}

/// What carries a ruling out on some differences of a catalog. Adopting takes the value out, so that the one
/// above holds again; everything else leaves the value. What a proposal asks of the level above is
/// [`proposal`], a change of its own.
pub fn decide(catalog: &Catalog, departures: &[&Departure<'_>], ruling: &Ruling) -> Vec<Intent> {
    let mut intents = Vec::new();
    let mut sorted = departures.to_vec();
    sorted.sort_by_key(|departure| departure.lower);
    let mut rest = sorted.as_slice();
    while let Some(first) = rest.first() {
        let same = rest
            .iter()
            .take_while(|one| one.lower == first.lower)
            .count();
        let (of_one, others) = rest.split_at(same);
        intents.extend(of_matter(catalog, first.lower, of_one, ruling));
        rest = others;
    }
    intents
}

/// What gives a difference the value that another matter has in effect, and drops what was decided before.
pub fn adopt_from(catalog: &Catalog, departure: &Departure<'_>, other: MatterId) -> Vec<Intent> {
    let field = departure.difference.field;
    let value = effective_value(catalog, other, field).map(|value| Data::of(value.value));
    let set =
        value.and_then(|value| set_field(catalog, departure.lower, &Path::key(field.key()), value));
    let dropped = dropped(catalog.matter(departure.lower), field);
    dropped.into_iter().chain(set).collect()
}

/// What a proposal asks for: the departing value, stated by the matter above that now states another one.
pub fn proposal(catalog: &Catalog, departure: &Departure<'_>) -> Option<Intent> {
    let field = departure.difference.field;
    let stated = effective_value(catalog, departure.upper, field)?;
    let value = Data::of(departure.difference.lower);
    set_field(catalog, stated.source, &Path::key(field.key()), value)
}

/// The changes in one matter.
fn of_matter(
    catalog: &Catalog,
    id: MatterId,
    departures: &[&Departure<'_>],
    ruling: &Ruling,
) -> Vec<Intent> {
    let matter = catalog.matter(id);
    let (mut intents, mut new, mut removals) = (Vec::new(), Vec::new(), Vec::new());
    for departure in departures {
        let field = departure.difference.field;
        let entry = entry(catalog, departure, ruling);
        match place(matter, field) {
            Some(place) => intents.push(edit(
                matter,
                Op::Set {
                    path: item(place),
                    value: entry,
                },
            )),
            None => new.push(entry),
        }
        if ruling.action == Action::Adopt {
            removals.extend(remove_field(catalog, id, &Path::key(field.key())));
        }
    }
    intents.extend(added(catalog, id, new));
    // Last, since the places above count the keys that are there now.
    intents.extend(removals);
    intents
}

/// New entries at the end of the list, or a list of them where there is none.
fn added(catalog: &Catalog, id: MatterId, entries: Vec<Data>) -> Vec<Intent> {
    let matter = catalog.matter(id);
    let path = Path::key(Field::Decisions.key());
    let has_list = matter
        .value(Field::Decisions)
        .is_some_and(|list| list.items().len() > 0);
    if entries.is_empty() {
        return Vec::new();
    }
    if !has_list {
        return set_field(catalog, id, &path, Data::List(entries))
            .into_iter()
            .collect();
    }
    let insert = |value| {
        let path = path.clone();
        edit(
            matter,
            Op::InsertItem {
                path,
                at: None,
                value,
            },
        )
    };
    entries.into_iter().map(insert).collect()
}

/// What takes a decision on a field out again; the list goes with its last one.
fn dropped(matter: &Matter, field: Field) -> Option<Intent> {
    let place = place(matter, field)?;
    let count = matter
        .value(Field::Decisions)
        .map_or(0, |list| list.items().len());
    let path = if count == 1 {
        Path::key(Field::Decisions.key())
    } else {
        item(place)
    };
    Some(edit(matter, Op::Remove { path }))
}

/// Where in the list the last decision on a field stands.
fn place(matter: &Matter, field: Field) -> Option<usize> {
    let is_on =
        |value: Value<'_>| value.get("field").and_then(|field| field.text()) == Some(field.key());
    let list = matter.value(Field::Decisions)?;
    let places = list.items().enumerate().filter(|(_, item)| is_on(*item));
    places.last().map(|(place, _)| place)
}

fn item(place: usize) -> Path {
    Path::key(Field::Decisions.key()).then_index(place)
}

fn edit(matter: &Matter, op: Op) -> Intent {
    Intent::Edit {
        path: matter.file.path.clone(),
        op,
    }
}

/// The entry as it is written; empty parts are left out.
fn entry(catalog: &Catalog, departure: &Departure<'_>, ruling: &Ruling) -> Data {
    let difference = &departure.difference;
    // An adopted value is gone; if it comes back, that is another difference.
    let fingerprint = (ruling.action != Action::Adopt)
        .then(|| fingerprint(&catalog.standard, difference).to_string());
    let parts = [
        ("field", Some(difference.field.key().to_owned())),
        ("action", Some(ruling.action.word().to_owned())),
        ("by", Some(ruling.by.clone())),
        ("on", Some(ruling.on.to_string())),
        ("reason", Some(ruling.reason.clone())),
        ("legal_reason", Some(ruling.legal_reason.clone())),
        ("until", ruling.until.map(|until| until.to_string())),
        ("fingerprint", fingerprint),
    ];
    let filled = parts.into_iter().filter_map(|(key, text)| {
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some((key.to_owned(), Data::Text(text)))
    });
    Data::Map(filled.collect())
}
