//! Asking for values: the editor that fits a schema, and the questions of a group one after the other.

use std::sync::Arc;

use crate::catalog::standard::{Form, Schema};
use crate::text::Message as Saying;
use crate::tui::dialogs::{Dialog, Gathering, Goal, Line, Pick, PickOption, Prompt, Text};
use crate::tui::effect::Effect;
use crate::tui::form::{Change, Choices, Place, choices, source_of, value_above, value_at};
use crate::tui::model::Model;
use crate::tui::update::edit::perform;
use crate::tui::widgets::TextField;
use crate::yaml::{Data, Path};

/// The text of the value in effect at a path.
pub(super) fn current_text(model: &Model, path: &Path) -> Option<String> {
    let place = Place {
        id: model.matter()?,
        path,
    };
    let value = value_at(model.catalog()?, place)?;
    value.text().map(str::to_owned)
}

/// Opens what fits the schema: a list to pick from, one line or many.
pub(super) fn open_editor(model: &mut Model, prompt: Prompt, path: &Path) {
    let Some(catalog) = model.catalog() else {
        return;
    };
    let now = match prompt.goal {
        Goal::Set(_) => current_text(model, path).unwrap_or_default(),
        Goal::Add(_) | Goal::Part(_) | Goal::Take(_) => String::new(),
    };
    let dialog = if let Some(choices) = choices(catalog, path, &prompt.schema) {
        Dialog::Pick(pick(model, prompt, path, choices))
    } else if prompt.schema.is_multiline || now.contains('\n') {
        let mut text = Text::new(prompt, &now);
        text.above = above(model, &text.prompt.goal);
        Dialog::Text(Box::new(text))
    } else {
        let field = TextField::line(&now);
        Dialog::Line(Line { prompt, field })
    };
    model.dialog = Some(dialog);
}

/// What the matters above say where a value goes, and who says it.
fn above(model: &Model, goal: &Goal) -> Option<(Saying, String)> {
    let Goal::Set(path) = goal else {
        return None;
    };
    let catalog = model.catalog()?;
    let id = model.matter()?;
    let (source, value) = value_above(catalog, Place { id, path })?;
    Some((source_of(catalog, source).1, value.text()?.to_owned()))
}

fn pick(model: &Model, prompt: Prompt, path: &Path, choices: Choices) -> Pick {
    let takes_several = matches!(prompt.schema.form, Form::List { .. });
    let on: Vec<String> = if takes_several {
        current_list(model, path)
    } else {
        current_text(model, path).into_iter().collect()
    };
    let mut offered = choices.options;
    // A value that is none of the choices is shown too, so that it is dropped only if someone drops it.
    for value in on.iter().filter(|_| takes_several) {
        if !offered.iter().any(|(known, _)| known == value) {
            offered.push((value.clone(), Saying::same(value)));
        }
    }
    let options = offered.into_iter().map(|(value, label)| PickOption {
        is_on: on.contains(&value),
        value,
        label,
    });
    let mut pick = Pick::new(prompt, options.collect());
    pick.takes_several = takes_several;
    pick.is_open = choices.is_open;
    pick
}

fn current_list(model: &Model, path: &Path) -> Vec<String> {
    let value = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        value_at(catalog, Place { id, path })
    });
    let items = value.into_iter().flat_map(|value| value.items());
    items
        .filter_map(|item| item.text().map(str::to_owned))
        .collect()
}

/// Asks for the values that a group must have, one after the other.
pub(super) fn gather(
    model: &mut Model,
    path: Path,
    schema: &Arc<Schema>,
    is_element: bool,
) -> Vec<Effect> {
    let Form::Record { required, .. } = &schema.form else {
        return Vec::new();
    };
    let gathering = Gathering {
        path,
        is_element,
        schema: Arc::clone(schema),
        waiting: required.clone(),
        entries: Vec::new(),
    };
    ask_next(model, gathering)
}

/// Asks for the next value of a group, or puts the group where it goes.
pub(super) fn ask_next(model: &mut Model, gathering: Gathering) -> Vec<Effect> {
    let next = gathering.waiting.first().and_then(|key| {
        let schema = gathering.schema.property(key)?;
        Some((key.clone(), Arc::clone(schema)))
    });
    let Some((key, schema)) = next else {
        let group = Data::Map(gathering.entries);
        let change = if gathering.is_element {
            Change::Add(group)
        } else {
            Change::Set(group)
        };
        return perform(model, &gathering.path, change);
    };
    let path = if gathering.is_element {
        gathering.path.then_index(usize::MAX)
    } else {
        gathering.path.clone()
    };
    let prompt = Prompt {
        title: schema.title.clone(),
        schema,
        goal: Goal::Part(Box::new(gathering)),
        problem: None,
    };
    open_editor(model, prompt, &path.then_key(&key));
    Vec::new()
}
