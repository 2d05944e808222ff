//! Asking for values: the editor that fits a schema.

use jiff::Span;

use crate::catalog::standard::Form;
use crate::text::Message as Saying;
use crate::tui::dialogs::{Dialog, Goal, Line, Pick, PickOption, Prompt, Text};
use crate::tui::effect::Effect;
use crate::tui::form::{Choices, Offer, Place, choices, day, source_of, value_above, value_at};
use crate::tui::many::Selection;
use crate::tui::model::Model;
use crate::tui::widgets::TextField;
use crate::yaml::Path;

/// The text of the value in effect at a path.
pub(super) fn current_text(model: &Model, path: &Path) -> Option<String> {
    if begins_blank(model) {
        return None;
    }
    let place = Place {
        id: model.matter()?,
        path,
    };
    let value = value_at(model.catalog()?, place)?;
    value.text().map(str::to_owned)
}

/// Whether the value asked for goes to other matters than the one shown: then what stands here says nothing.
fn begins_blank(model: &Model) -> bool {
    let shown = model.sheet.path.as_deref();
    let place = shown.and_then(|path| model.place_of(path));
    let is_shown = place.map(Selection::of) == Some(model.many.targets.clone());
    model.many.asks && !is_shown
}

/// Opens what fits the schema, with what stands there now: a list to pick from, one line or many.
pub(super) fn open_editor(model: &mut Model, prompt: Prompt, path: &Path) {
    let now = match prompt.goal {
        Goal::Set(_) => current_text(model, path),
        _ => None,
    };
    open_with(model, prompt, path, &now.unwrap_or_default());
}

/// Opens what fits the schema, with a text to begin with.
pub(super) fn open_with(model: &mut Model, prompt: Prompt, path: &Path, now: &str) {
    let Some(catalog) = model.catalog() else {
        return;
    };
    let dialog = if let Some(choices) = choices(catalog, path, &prompt.schema) {
        Dialog::Pick(pick(model, prompt, (path, now), choices))
    } else if prompt.schema.is_multiline || now.contains('\n') {
        let mut text = Text::new(prompt, now);
        text.above = above(model, &text.prompt.goal);
        Dialog::Text(Box::new(text))
    } else {
        Dialog::Line(Line::new(prompt, now))
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

fn pick(model: &Model, prompt: Prompt, (path, now): (&Path, &str), choices: Choices) -> Pick {
    let takes_several = matches!(prompt.schema.form, Form::List { .. });
    let on: Vec<String> = if takes_several {
        current_list(model, path)
    } else {
        vec![now.to_owned()]
    };
    let mut offered = choices.options;
    // A value that is none of the choices is shown too, so that it is dropped only if someone drops it.
    for value in on.iter().filter(|_| takes_several) {
        if !offered.iter().any(|known| known.value == *value) {
            offered.push(Offer::plain(value, Saying::same(value)));
        }
    }
    let options = offered.into_iter().map(|offer| PickOption {
        is_on: on.contains(&offer.value),
        value: offer.value,
        label: offer.label,
        note: offer.note,
        detail: offer.detail,
    });
    let mut pick = Pick::new(prompt, options.collect());
    pick.takes_several = takes_several;
    pick.is_open = choices.is_open;
    pick.otherwise = choices.otherwise;
    pick
}

fn current_list(model: &Model, path: &Path) -> Vec<String> {
    if begins_blank(model) {
        return Vec::new();
    }
    let value = model.catalog().and_then(|catalog| {
        let id = model.matter()?;
        value_at(catalog, Place { id, path })
    });
    let items = value.into_iter().flat_map(|value| value.items());
    items
        .filter_map(|item| item.text().map(str::to_owned))
        .collect()
}

/// Goes some days or months on from the day typed so far, from today if there is none.
pub(crate) fn shift_day(model: &mut Model, stretch: Span) -> Vec<Effect> {
    let today = model.today;
    if let Some(Dialog::Line(line)) = &mut model.dialog {
        let typed = line.field.text();
        let from = day(&typed, today);
        let next = from.map_or(Some(today), |day| day.checked_add(stretch).ok());
        if let Some(next) = next {
            line.field = TextField::line(&next.to_string());
            line.prompt.problem = None;
        }
    }
    Vec::new()
}
