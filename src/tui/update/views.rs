//! Saved views: to pick, to save, to rename, to delete.

use crate::session::SavedView;
use crate::text::{Message as Saying, Words, words};
use crate::tui::dialogs::{Chosen, Dialog, Menu, MenuItem, Purpose};
use crate::tui::effect::Effect;
use crate::tui::find::{Chips, Kind};
use crate::tui::model::{Model, Notice, Pane};
use crate::tui::outline::NodeKey;
use crate::tui::update::{find, look, refresh, review};

const VIEWS: Words = words("视图", "Views");
const SAVE: Words = words(
    "把当前查找和筛选存为“{name}”",
    "save what is looked for now as “{name}”",
);
const RENAME: Words = words("改名为“{name}”", "rename to “{name}”");
const HINT: Words = words(
    "输入名称，可保存当前的查找和筛选",
    "type a name to save what is looked for now",
);
const SAVED: Words = words("已保存视图“{name}”", "view “{name}” saved");
const DELETED: Words = words("已删除视图“{name}”", "view “{name}” deleted");

/// Lists the views.
pub(crate) fn ask(model: &mut Model) -> Vec<Effect> {
    let item = |view: &SavedView| MenuItem {
        value: view.name.as_str().into(),
        label: Saying::same(&view.name),
        right: Saying::same(&view.filter),
        is_on: None,
    };
    let items = model.find.views.iter().map(item).collect();
    let mut menu = Menu::new(Purpose::Views, VIEWS, items).with_typed(SAVE, "");
    menu.hint = Some(HINT);
    model.dialog = Some(Dialog::Menu(menu));
    Vec::new()
}

/// Takes what was chosen: a view to show, or a name to save or to give.
pub(super) fn choose(model: &mut Model, purpose: Purpose, chosen: Chosen<'_>) -> Vec<Effect> {
    match (purpose, chosen) {
        (Purpose::Rename(place), Chosen::Typed(name)) => {
            give_name(&mut model.find.views, place, &name);
            keep(model)
        }
        (_, Chosen::Typed(name)) => save(model, name),
        (_, Chosen::Item(item)) => {
            let mut views = model.find.views.iter();
            let view = views.find(|view| *view.name == *item.value).cloned();
            view.map_or_else(Vec::new, |view| show(model, &view))
        }
    }
}

/// Names may not stand twice: another view of the name gives way.
fn give_name(views: &mut Vec<SavedView>, place: usize, name: &str) {
    let Some(view) = views.get_mut(place) else {
        return;
    };
    name.clone_into(&mut view.name);
    let renamed = view.clone();
    views.retain(|view| view.name != name);
    views.insert(place.min(views.len()), renamed);
}

fn save(model: &mut Model, name: String) -> Vec<Effect> {
    let chips = model.find.chips.all();
    let view = SavedView {
        filter: model.list.filter.clone(),
        everywhere: model.find.is_everywhere,
        node: model
            .selected_node()
            .map_or_else(String::new, |node| word(&node)),
        filters: chips
            .map(|(kind, values)| (kind.word().to_owned(), values.to_vec()))
            .collect(),
        name,
    };
    model.notice = Some(Notice::done(SAVED.with(&[("name", &view.name)])));
    model.find.views.retain(|other| other.name != view.name);
    model.find.views.push(view);
    keep(model)
}

fn keep(model: &Model) -> Vec<Effect> {
    let effect = model.opened.as_ref().map(|opened| Effect::KeepViews {
        root: opened.root.clone(),
        views: model.find.views.clone(),
    });
    effect.into_iter().collect()
}

/// Looks for what a view says, where it says.
fn show(model: &mut Model, view: &SavedView) -> Vec<Effect> {
    model.list.filter.clone_from(&view.filter);
    model.find.is_everywhere = view.everywhere;
    model.find.chips = Chips::default();
    for (word, values) in &view.filters {
        if let Some(kind) = Kind::from_word(word) {
            model.find.chips.set(kind, values.clone());
        }
    }
    let node = node(&view.node);
    if let Some(parent) = node.parent() {
        model.tree.open.insert(parent);
    }
    refresh::tree(model, Some(&node));
    look::go_to_node(model, &node);
    model.focus = Pane::List;
    find::look(model);
    review::ask(model).into_iter().collect()
}

/// Whether the cursor is on a view.
pub(crate) fn has_view(model: &Model) -> bool {
    selected(model).is_some()
}

fn selected(model: &Model) -> Option<usize> {
    let Some(Dialog::Menu(menu)) = &model.dialog else {
        return None;
    };
    match menu.chosen()? {
        Chosen::Item(item) => {
            let mut views = model.find.views.iter();
            views.position(|view| *view.name == *item.value)
        }
        Chosen::Typed(_) => None,
    }
}

/// Asks for another name.
pub(crate) fn rename(model: &mut Model) -> Vec<Effect> {
    if let Some(place) = selected(model) {
        let name = model.find.views.get(place).map_or("", |view| &view.name);
        let menu = Menu::new(Purpose::Rename(place), VIEWS, Vec::new()).with_typed(RENAME, name);
        model.dialog = Some(Dialog::Menu(menu));
    }
    Vec::new()
}

/// Deletes the view under the cursor.
pub(crate) fn delete(model: &mut Model) -> Vec<Effect> {
    let Some(place) = selected(model) else {
        return Vec::new();
    };
    let gone = model.find.views.remove(place);
    model.notice = Some(Notice::done(DELETED.with(&[("name", &gone.name)])));
    let effects = keep(model);
    ask(model);
    effects
}

/// A line of the tree as a view keeps it.
fn word(node: &NodeKey) -> String {
    match node {
        NodeKey::All => String::new(),
        NodeKey::Base(None) => "base".to_owned(),
        NodeKey::Base(Some(department)) => format!("base/{department}"),
        NodeKey::Division(code, None) => code.to_string(),
        NodeKey::Division(code, Some(department)) => format!("{code}/{department}"),
    }
}

/// The line of the tree that a view keeps.
fn node(word: &str) -> NodeKey {
    let (place, department) = match word.split_once('/') {
        Some((place, department)) => (place, Some(department.into())),
        None => (word, None),
    };
    match place {
        "" => NodeKey::All,
        "base" => NodeKey::Base(department),
        code => NodeKey::Division(code.into(), department),
    }
}
