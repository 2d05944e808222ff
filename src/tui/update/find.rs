//! Looking for matters on the desk: what is listed, the box, the filters.

use std::sync::Arc;

use crate::search::Index;
use crate::session::SavedView;
use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{Chosen, Dialog, Menu, MenuItem, Purpose};
use crate::tui::effect::Effect;
use crate::tui::find::{Find, Kind, counts, mask, stamp};
use crate::tui::model::{Model, Notice};
use crate::tui::outline::NodeKey;
use crate::tui::update::{beside, deed, refresh, review, trail, views};
use crate::tui::widgets::{Cursor, TextField};

const FILTER: Words = words("筛选", "Filter");
const BROKEN: Words = words(
    "保存的视图已损坏，无法读取，本次不使用",
    "the saved views are broken and were left aside",
);

/// After a catalog is opened: nothing is looked for, and the index is asked for.
pub(super) fn opened(model: &mut Model, views: Option<Vec<SavedView>>) -> Option<Effect> {
    if views.is_none() {
        model.notice = Some(Notice::done(BROKEN));
    }
    model.find = Find {
        views: views.unwrap_or_default(),
        ..Find::default()
    };
    model
        .catalog()
        .map(|catalog| Effect::Index(Arc::clone(catalog)))
}

/// Takes the index in; one of an older state is asked for anew.
pub(super) fn indexed(model: &mut Model, is_late: bool, index: Box<Index>) -> Vec<Effect> {
    let Some(catalog) = model.catalog().map(Arc::clone) else {
        return Vec::new();
    };
    if is_late {
        return vec![Effect::Index(catalog)];
    }
    model.find.index = Some(index);
    vec![Effect::Cite(catalog)]
}

/// Takes in which laws are cited.
pub(super) fn cited(model: &mut Model, laws: &[(Box<str>, Vec<Box<str>>)]) {
    if let Some(index) = &mut model.find.index {
        for (code, titles) in laws {
            index.cite(code, titles);
        }
    }
}

/// Lists what is looked for: of a line of the tree, or of the whole catalog.
pub(super) fn fill(model: &mut Model, many: usize, here: &[usize]) {
    let now = Some(stamp(model));
    if model.find.made_for != now {
        model.find.mask = mask(model, None).map(Arc::new);
        model.find.made_for = now;
    }
    let mask = model.find.mask.clone();
    let passes = |place: usize| match &mask {
        Some(mask) => mask.get(place).copied().unwrap_or_default(),
        None => true,
    };
    let typed = model.list.filter.trim();
    let found: Vec<usize> = match &model.find.index {
        _ if typed.is_empty() && mask.is_none() => {
            model.list.rows = here.to_vec();
            model.list.elsewhere = 0;
            return;
        }
        _ if typed.is_empty() => (0..many).filter(|place| passes(*place)).collect(),
        Some(index) => model.find.finder.find(index, typed, passes),
        None => Vec::new(),
    };
    let all = found.len();
    model.list.rows = if model.find.is_everywhere || here.len() == many {
        found
    } else {
        let is_here = marked(here, many);
        let is_here = |place: &usize| is_here.get(*place).copied().unwrap_or_default();
        found.into_iter().filter(is_here).collect()
    };
    model.list.elsewhere = all - model.list.rows.len();
}

fn marked(places: &[usize], many: usize) -> Vec<bool> {
    let mut marks = vec![false; many];
    for place in places {
        if let Some(mark) = marks.get_mut(*place) {
            *mark = true;
        }
    }
    marks
}

/// After anything: a list that is narrowed is made anew, if what narrows it changed.
pub(super) fn follow(model: &mut Model) {
    let is_narrowed = !model.find.chips.is_empty() || !model.list.filter.is_empty();
    if is_narrowed && model.find.made_for.as_ref() != Some(&stamp(model)) {
        refresh::list(model);
    }
}

/// After a letter in the box: the best is shown first.
pub(super) fn look(model: &mut Model) {
    model.list.cursor = Cursor::default();
    model.sheet.path = None;
    refresh::list(model);
}

/// Looks for nothing any more, and goes back to the matter that was shown before.
pub(super) fn give_up(model: &mut Model) {
    model.list.filter.clear();
    model.find.is_everywhere = false;
    if let Some(path) = model.find.came_from.take() {
        model.sheet.path = Some(path);
    }
    refresh::list(model);
}

/// Whether a line of the tree narrows what is found.
pub(crate) fn can_widen(model: &Model) -> bool {
    let node = model.selected_node();
    node.is_some_and(|node| node != NodeKey::All)
}

/// Looks in the whole catalog, or in the line of the tree again.
pub(crate) fn widen(model: &mut Model) -> Vec<Effect> {
    model.find.is_everywhere = !model.find.is_everywhere;
    look(model);
    Vec::new()
}

/// Whether the box is empty and a filter could be dropped from it.
pub(crate) fn can_drop_last(model: &Model) -> bool {
    let is_empty = |field: &TextField| field.text().is_empty();
    let box_is_empty = matches!(&model.dialog, Some(Dialog::Filter(field)) if is_empty(field));
    box_is_empty && has_chips(model)
}

/// Drops the filter that stands last.
pub(crate) fn drop_last(model: &mut Model) -> Vec<Effect> {
    model.find.chips.drop_last();
    refresh::list(model);
    Vec::new()
}

/// Whether anything is filtered.
pub(crate) fn has_chips(model: &Model) -> bool {
    !model.find.chips.is_empty()
}

/// Drops every filter.
pub(crate) fn drop_all(model: &mut Model) -> Vec<Effect> {
    model.find.chips.clear();
    refresh::list(model);
    Vec::new()
}

/// Whether the differences are needed for what is listed.
pub(super) fn wants_differences(model: &Model) -> bool {
    let menu = matches!(&model.dialog, Some(Dialog::Menu(menu)) if menu.purpose == Purpose::Values(Kind::Differences));
    menu || !model.find.chips.of(Kind::Differences).is_empty()
}

/// Asks by what to filter.
pub(crate) fn ask_kind(model: &mut Model) -> Vec<Effect> {
    let Some(catalog) = model.catalog() else {
        return Vec::new();
    };
    let item = |kind: Kind| {
        let labels = model.find.chips.of(kind).iter();
        let labels: Vec<Saying> = labels.map(|value| kind.label(catalog, value)).collect();
        MenuItem {
            value: kind.word().into(),
            label: kind.title().into(),
            right: joined(&labels),
            is_on: None,
        }
    };
    let items = Kind::ALL.into_iter().map(item).collect();
    model.dialog = Some(Dialog::Menu(Menu::new(Purpose::Kinds, FILTER, items)));
    Vec::new()
}

/// Names in a row.
pub(crate) fn joined(labels: &[Saying]) -> Saying {
    words("、", ", ").join(labels)
}

/// Asks for the values of a kind.
fn ask_values(model: &mut Model, kind: Kind) -> Vec<Effect> {
    let Some(catalog) = model.catalog().map(Arc::clone) else {
        return Vec::new();
    };
    let mask = mask(model, Some(kind));
    let is_in = |place: usize| match &mask {
        Some(mask) => mask.get(place).copied().unwrap_or_default(),
        None => true,
    };
    let mut values = counts(model, kind, is_in);
    let on = model.find.chips.of(kind);
    for value in on {
        if !values.iter().any(|(known, _)| known == value) {
            values.push((value.clone(), 0));
        }
    }
    let item = |(value, count): (Box<str>, usize)| MenuItem {
        label: kind.label(&catalog, &value),
        right: Saying::same(&count.to_string()),
        is_on: Some(on.contains(&value)),
        value,
    };
    let items = values.into_iter().map(item).collect();
    let menu = Menu::new(Purpose::Values(kind), kind.title(), items);
    model.dialog = Some(Dialog::Menu(menu));
    review::ask(model).into_iter().collect()
}

/// Takes what was chosen in a menu.
pub(super) fn choose(model: &mut Model, menu: &Menu) -> Vec<Effect> {
    match (menu.purpose, menu.chosen()) {
        (Purpose::Kinds, Some(Chosen::Item(item))) => match Kind::from_word(&item.value) {
            Some(kind) => ask_values(model, kind),
            None => Vec::new(),
        },
        (Purpose::Values(kind), Some(Chosen::Item(item))) => {
            filter_by(model, kind, menu, &item.value)
        }
        (Purpose::Locals, Some(Chosen::Item(item))) => {
            trail::visit(model, item.value.clone());
            Vec::new()
        }
        (Purpose::Beside, Some(Chosen::Item(item))) => {
            beside::choose(model, item.value.clone());
            Vec::new()
        }
        (Purpose::Tasks, Some(chosen)) => deed::choose(model, &chosen),
        (Purpose::Views | Purpose::Rename(_), Some(chosen)) => {
            views::choose(model, menu.purpose, chosen)
        }
        _ => {
            model.dialog = Some(Dialog::Menu(menu.clone()));
            Vec::new()
        }
    }
}

/// Filters by the values that are on; if none was turned on or off, by the one under the cursor too.
fn filter_by(model: &mut Model, kind: Kind, menu: &Menu, here: &str) -> Vec<Effect> {
    let on = menu.items.iter().filter(|item| item.is_on == Some(true));
    let mut values: Vec<Box<str>> = on.map(|item| item.value.clone()).collect();
    let before = model.find.chips.of(kind);
    let is_same = values.len() == before.len() && values.iter().all(|one| before.contains(one));
    if is_same && !values.iter().any(|value| **value == *here) {
        values.push(here.into());
    }
    model.find.chips.set(kind, values);
    refresh::list(model);
    review::ask(model).into_iter().collect()
}
