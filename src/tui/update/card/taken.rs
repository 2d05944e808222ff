//! What comes of a card: an element, a group, a matter; or what is wrong with a value.

use std::sync::Arc;

use crate::catalog::standard::Form;
use crate::text::{Message as Saying, words};
use crate::tui::dialogs::{Card, CardGoal, Dialog, Entry, Slot};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, Place, accept, half_width, judge_article, spelled_out, value_at};
use crate::tui::model::Model;
use crate::tui::update::card::asked::identity;
use crate::tui::update::card::pick;
use crate::tui::update::create;
use crate::tui::update::edit::perform;
use crate::yaml::{Data, Path, Value};

/// Takes the card, or says what is wrong with it and leaves it open. A value that is still to be picked is
/// asked for first.
pub(in crate::tui::update) fn accept_card(model: &mut Model, mut card: Card) -> Vec<Effect> {
    let is_open = |slot: &Slot| {
        slot.is_required && matches!(&slot.entry, Entry::Picked { value, .. } if value.is_empty())
    };
    if card.slot().is_some_and(is_open) {
        pick(model, card);
        return Vec::new();
    }
    let taken = judged(model, &card);
    let result = taken.and_then(|values| carry_out(model, &card, values));
    match result {
        Ok(effects) => effects,
        Err((key, problem)) => {
            card.complain(&key, problem);
            model.dialog = Some(Dialog::Card(card));
            Vec::new()
        }
    }
}

/// A key, and what is wrong with its value.
pub(super) type Complaint = (Box<str>, Saying);

/// Every value of the card, `None` where it is left out.
type Values = Vec<(Box<str>, Option<Data>)>;

fn judged(model: &Model, card: &Card) -> Result<Values, Complaint> {
    let value = |slot: &Slot| {
        let data = slot_data(model, slot).map_err(|problem| (slot.key.clone(), problem))?;
        Ok((slot.key.clone(), data))
    };
    let values: Values = card.slots.iter().map(value).collect::<Result<_, _>>()?;
    let law = card.text("law");
    let problem = model
        .catalog()
        .and_then(|catalog| judge_article(catalog, &law, &half_width(&card.text("article"))));
    match problem {
        Some(problem) => Err(("article".into(), problem)),
        None => Ok(values),
    }
}

fn slot_data(model: &Model, slot: &Slot) -> Result<Option<Data>, Saying> {
    let text = slot.text();
    if text.is_empty() {
        let missing = words("还缺：{title}", "still missing: {title}");
        return if slot.is_required {
            Err(Saying {
                zh: missing.with(&[("title", &slot.title.zh)]).zh,
                en: missing.with(&[("title", &slot.title.en)]).en,
            })
        } else {
            Ok(None)
        };
    }
    if let Form::Boolean = slot.schema.form {
        return Ok(Some(Data::Bool(text == "true")));
    }
    accept(&slot.schema, &spelled_out(&slot.schema, &text, model.today)).map(Some)
}

fn carry_out(model: &mut Model, card: &Card, values: Values) -> Result<Vec<Effect>, Complaint> {
    match &card.goal {
        CardGoal::NewLocal | CardGoal::NewBase => create::carry_out(model, card),
        CardGoal::Group(path) => {
            // What goes to many matters is taken as it was asked for.
            let here = model.catalog().filter(|_| !model.many.asks);
            let now = here.and_then(|catalog| {
                let id = model.matter()?;
                value_at(catalog, Place { id, path }).map(Data::of)
            });
            let entries = match now {
                Some(Data::Map(entries)) => entries,
                _ => Vec::new(),
            };
            let merged = merged(entries, values, &order(model, path));
            Ok(perform(model, path, Change::Set(Data::Map(merged))))
        }
        CardGoal::Element { list, at, rest } => {
            let entries = merged(rest.clone(), values, &order(model, &list.then_index(0)));
            is_new(model, list, &entries)?;
            let element = Data::Map(entries);
            let change = match at {
                Some(at) => Change::Insert(*at, element),
                None => Change::Add(element),
            };
            Ok(perform(model, list, change))
        }
    }
}

/// The keys of the record at a path, in the order of the schema.
fn order(model: &Model, path: &Path) -> Vec<Box<str>> {
    let rows = model.sheet.rows.iter();
    let above = Path(
        path.0
            .split_last()
            .map_or(&[][..], |(_, above)| above)
            .to_vec(),
    );
    let schema = rows
        .filter(|row| row.path == *path || row.path == above)
        .filter_map(|row| row.schema.as_ref())
        .find_map(|schema| match &schema.form {
            Form::Record { .. } => Some(Arc::clone(schema)),
            Form::List { items, .. } => Some(Arc::clone(items)),
            _ => None,
        });
    match schema.as_ref().map(|schema| &schema.form) {
        Some(Form::Record { properties, .. }) => {
            properties.iter().map(|(key, _)| key.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// What stands there, with the values of the card in place of its own; what is new stands in its order.
fn merged(
    mut entries: Vec<(String, Data)>,
    values: Values,
    order: &[Box<str>],
) -> Vec<(String, Data)> {
    let place = |key: &str| order.iter().position(|name| **name == *key);
    for (key, value) in values {
        let stands = entries.iter().position(|(name, _)| **name == *key);
        match (stands, value) {
            (Some(at), Some(value)) => {
                if let Some((_, old)) = entries.get_mut(at) {
                    *old = value;
                }
            }
            (Some(at), None) => drop(entries.remove(at)),
            (None, Some(value)) => {
                let before = |(name, _): &(String, Data)| place(name) > place(&key);
                let at = entries.iter().position(before).unwrap_or(entries.len());
                entries.insert(at, (key.into(), value));
            }
            (None, None) => {}
        }
    }
    entries
}

/// Refuses an element that is there already, by what tells elements apart.
fn is_new(model: &Model, list: &Path, entries: &[(String, Data)]) -> Result<(), Complaint> {
    if model.many.asks {
        return Ok(());
    }
    let row = model.sheet.rows.iter().find(|row| row.path == *list);
    let identity = row.map(identity).unwrap_or_default();
    let Some(key) = identity.last() else {
        return Ok(());
    };
    let elements = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        value_at(catalog, Place { id, path: list })
    });
    let mine = |key: &str| {
        entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, data)| data)
    };
    let is_same = |element: Value<'_>| {
        identity
            .iter()
            .all(|key| element.get(key).map(Data::of).as_ref() == mine(key))
    };
    let mut elements = elements.into_iter().flat_map(|list| list.items());
    match elements.position(is_same) {
        Some(place) => {
            let said = words(
                "第 {n} 项就是它，须有不同",
                "the same as number {n}; it must differ",
            );
            Err((key.clone(), said.with(&[("n", &(place + 1).to_string())])))
        }
        None => Ok(()),
    }
}
