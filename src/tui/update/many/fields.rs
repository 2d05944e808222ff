//! Setting a field of many matters: which one, what with it, and the value, typed in the editor that the form
//! has for it.

use std::sync::Arc;

use crate::catalog::effective_value;
use crate::catalog::standard::{Form, Schema};
use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{Goal, Prompt};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, choices, field_of};
use crate::tui::many::{Step, Task, element_title, field_options, is_same_element};
use crate::tui::model::{Model, Notice};
use crate::tui::update::ask::open_editor;
use crate::tui::update::card;
use crate::tui::update::many::carry::{Wanted, prepare};
use crate::tui::update::many::{ask, menu};
use crate::yaml::{Data, Path};

const WHICH: Words = words("改哪个字段", "Which field");
const SET: Words = words("设为…", "Set to…");
const ADD: Words = words("加一项…", "Add one…");
const REMOVE: Words = words("去掉一项…", "Take one out…");
const CLEAR: Words = words("去掉本级的值，沿用上级", "Drop the own value and inherit");
const WHICH_ONE: Words = words("去掉哪一项：{field}", "Take out which: {field}");
const NONE: Words = words(
    "所选事项里没有可去掉的",
    "the matters have none to take out",
);
const IS_SET: Words = words("改“{field}”", "Set {field}");
const IS_ADDED: Words = words("“{field}”加一项", "Add to {field}");
const IS_REMOVED: Words = words("“{field}”去掉一项", "Take out of {field}");
const IS_CLEARED: Words = words("“{field}”沿用上级", "Inherit {field}");
/// So many matters are looked into for the elements that may be taken out.
const LOOKED_INTO: usize = 50;

/// Asks which field is to be set.
pub(super) fn ask_field(model: &mut Model) -> Vec<Effect> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let options = field_options(catalog, &menu::kinds(model)).into_iter();
    let options = options.map(|(path, title)| (path.to_string(), title));
    let options = options.collect();
    ask(model, WHICH.into(), Step::Field, options);
    Vec::new()
}

/// What a value at a path must be, and what it is called.
fn schema_of(model: &Model, path: &Path) -> Option<(Arc<Schema>, Saying)> {
    let catalog = model.catalog()?;
    let mut records = menu::kinds(model)
        .into_iter()
        .filter_map(|kind| catalog.standard.schema(kind));
    let schema = records.find_map(|record| record.property(field_of(path)?.key()))?;
    let named = field_options(catalog, &menu::kinds(model)).into_iter();
    let title = named
        .into_iter()
        .find_map(|(known, title)| (known == *path).then_some(title))?;
    let mut schema = Arc::clone(schema);
    for step in path.0.iter().skip(1) {
        let crate::yaml::Step::Key(key) = step else {
            return None;
        };
        schema = Arc::clone(schema.property(key)?);
    }
    Some((schema, title))
}

/// Asks what is to be done with a field.
pub(super) fn ask_way(model: &mut Model, field: &str) -> Vec<Effect> {
    let Some(path) = Path::parse(field) else {
        return Vec::new();
    };
    let Some((schema, title)) = schema_of(model, &path) else {
        return Vec::new();
    };
    let option = |name: &str, words: Words| (name.to_owned(), words.into());
    let mut options = Vec::new();
    match &schema.form {
        Form::List { items, .. } if is_table(items) => {
            options.extend([
                option("set", SET),
                option("add", ADD),
                option("remove", REMOVE),
            ]);
        }
        // A group that a card does not hold whole is set part by part.
        Form::Record { .. } if !card::holds_all(&schema) => {}
        Form::List { .. } => options.extend([option("add", ADD), option("remove", REMOVE)]),
        _ => options.push(option("set", SET)),
    }
    // What a group would be without a part is for its schema to say, matter by matter.
    if path.0.len() == 1 {
        options.push(option("clear", CLEAR));
    }
    if let [(only, _)] = options.as_slice() {
        let only = only.clone();
        return go(model, path, &only);
    }
    ask(model, title, Step::Way(path), options);
    Vec::new()
}

/// Whether the elements of a list come from a code table.
fn is_table(items: &Schema) -> bool {
    matches!(&items.form, Form::Text(form) if !form.choices.is_empty())
}

/// Goes on with what is to be done.
pub(super) fn go(model: &mut Model, path: Path, way: &str) -> Vec<Effect> {
    let Some((schema, title)) = schema_of(model, &path) else {
        return Vec::new();
    };
    match way {
        "clear" => change(model, path, Change::Clear),
        "remove" => ask_element(model, path, &schema, &title),
        "add" => ask_added(model, path, &schema, title),
        _ => ask_value(model, path, schema, title),
    }
}

fn ask_value(model: &mut Model, path: Path, schema: Arc<Schema>, title: Saying) -> Vec<Effect> {
    match &schema.form {
        Form::Boolean => {
            let option = |name: &str, words: Words| (name.to_owned(), words.into());
            let options = vec![
                option("true", words("是", "Yes")),
                option("false", words("否", "No")),
            ];
            ask(model, title, Step::Flag(path), options);
            Vec::new()
        }
        Form::Record { .. } => {
            model.many.asks = true;
            card::ask_group(model, title, (path, &schema));
            Vec::new()
        }
        _ => {
            model.many.asks = true;
            let prompt = Prompt {
                title,
                schema,
                goal: Goal::Set(path.clone()),
                problem: None,
            };
            open_editor(model, prompt, &path);
            Vec::new()
        }
    }
}

fn ask_added(model: &mut Model, path: Path, list: &Schema, title: Saying) -> Vec<Effect> {
    let Form::List { items, .. } = &list.form else {
        return Vec::new();
    };
    model.many.asks = true;
    if let Form::Record { .. } = items.form {
        card::ask_element(model, title, (path, items));
        return Vec::new();
    }
    let prompt = Prompt {
        title,
        schema: Arc::clone(items),
        goal: Goal::Add(path.clone()),
        problem: None,
    };
    open_editor(model, prompt, &path.then_index(0));
    Vec::new()
}

/// Asks which element leaves the list: those of the code table, or those that the first matters have.
fn ask_element(model: &mut Model, path: Path, list: &Schema, title: &Saying) -> Vec<Effect> {
    let mut elements = Vec::new();
    let mut options: Vec<(String, Saying)> = Vec::new();
    let listed = model.catalog().and_then(|catalog| match &list.form {
        Form::List { items, .. } if is_table(items) => choices(catalog, &path, items),
        _ => None,
    });
    for offer in listed.map(|choices| choices.options).unwrap_or_default() {
        options.push((elements.len().to_string(), offer.label));
        elements.push(Data::Text(offer.value));
    }
    if elements.is_empty() {
        for (element, label) in elements_of(model, &path, list) {
            options.push((elements.len().to_string(), label));
            elements.push(element);
        }
    }
    if elements.is_empty() {
        model.notice = Some(Notice::done(NONE));
        return Vec::new();
    }
    let title = both(WHICH_ONE, title);
    ask(model, title, Step::Element(path, elements), options);
    Vec::new()
}

/// The elements that the first matters have, each once, and how they are called.
fn elements_of(model: &Model, path: &Path, list: &Schema) -> Vec<(Data, Saying)> {
    let (Some(catalog), Some(field)) = (model.catalog(), field_of(path)) else {
        return Vec::new();
    };
    let keys = match &list.form {
        Form::List { identity, .. } => identity.clone(),
        _ => Vec::new(),
    };
    let mut elements: Vec<(Data, Saying)> = Vec::new();
    for place in model.many.targets.places().take(LOOKED_INTO) {
        let id = catalog.numbered(place);
        let value = id.and_then(|id| effective_value(catalog, id, field));
        for item in value.into_iter().flat_map(|value| value.value.items()) {
            let element = Data::of(item);
            let is_known = |(known, _): &(Data, Saying)| is_same_element(&keys, known, &element);
            if !elements.iter().any(is_known) {
                elements.push((element, element_title(catalog, path, list, item)));
            }
        }
    }
    elements
}

/// Takes the chosen element out.
pub(super) fn remove(
    model: &mut Model,
    path: Path,
    elements: &[Data],
    choice: &str,
) -> Vec<Effect> {
    let element = choice.parse().ok().and_then(|at: usize| elements.get(at));
    let Some(element) = element.cloned() else {
        return Vec::new();
    };
    let title = title_of(model, &path);
    let wanted = Wanted {
        title: both(IS_REMOVED, &title),
        consequence: Saying::default(),
        task: Task::Remove { path, element },
    };
    prepare(model, wanted)
}

/// Works out a change at a path.
pub(crate) fn change(model: &mut Model, path: Path, change: Change) -> Vec<Effect> {
    let words = match change {
        Change::Add(_) => IS_ADDED,
        Change::Clear => IS_CLEARED,
        _ => IS_SET,
    };
    let title = title_of(model, &path);
    let wanted = Wanted {
        title: both(words, &title),
        consequence: Saying::default(),
        task: Task::Change { path, change },
    };
    prepare(model, wanted)
}

fn title_of(model: &Model, path: &Path) -> Saying {
    schema_of(model, path).map_or_else(|| Saying::same(&path.to_string()), |(_, title)| title)
}

fn both(words: Words, field: &Saying) -> Saying {
    Saying {
        zh: words.with(&[("field", &field.zh)]).zh,
        en: words.with(&[("field", &field.en)]).en,
    }
}
