//! Other things to look at: the filter, the findings, the changes, the help, the other language.

use crate::findings::Finding;
use crate::text::Lang;
use crate::tui::dialogs::{Dialog, HelpPage};
use crate::tui::effect::Effect;
use crate::tui::form::View;
use crate::tui::model::{Model, Pane, Screen, Sheet};
use crate::tui::outline::NodeKey;
use crate::tui::update::{changes, find, moves, panel, refresh, review, save};
use crate::tui::widgets::{Motion, TextField};
use crate::yaml::Path;

/// Speaks the other language.
pub(crate) fn language(model: &mut Model) -> Vec<Effect> {
    model.lang = match model.lang {
        Lang::Zh => Lang::En,
        Lang::En => Lang::Zh,
    };
    rewrap_changes(model);
    Vec::new()
}

/// Shows the keys.
pub(crate) fn help(model: &mut Model) -> Vec<Effect> {
    model.dialog = Some(Dialog::Help(HelpPage::Place, 0));
    Vec::new()
}

/// Shows how to begin.
pub(crate) fn first_steps(model: &mut Model) -> Vec<Effect> {
    model.dialog = Some(Dialog::Help(HelpPage::FirstSteps, 0));
    Vec::new()
}

/// Whether anything was said so far.
pub(crate) fn has_messages(model: &Model) -> bool {
    !model.log.said.is_empty()
}

/// Shows what was said so far, the last at the end.
pub(crate) fn messages(model: &mut Model) -> Vec<Effect> {
    model.dialog = Some(Dialog::Messages(usize::MAX));
    moves::go(model, Motion::Last)
}

/// Opens the filter.
pub(crate) fn filter(model: &mut Model) -> Vec<Effect> {
    let now = if model.screen == Screen::Review {
        &model.review.scope.filter
    } else if model.screen == Screen::Findings {
        &model.panel.scope.filter
    } else {
        model.focus = Pane::List;
        model.find.came_from.clone_from(&model.sheet.path);
        &model.list.filter
    };
    model.dialog = Some(Dialog::Filter(TextField::line(now)));
    Vec::new()
}

/// Lists what the filter finds, while it is typed.
pub(crate) fn follow_filter(model: &mut Model) {
    let Some(Dialog::Filter(field)) = &model.dialog else {
        return;
    };
    let wanted = field.text();
    if model.screen == Screen::Review {
        review::look_for(model, wanted);
    } else if model.screen == Screen::Findings {
        panel::look_for(model, wanted);
    } else if wanted != model.list.filter {
        model.list.filter = wanted;
        find::look(model);
    }
}

/// Gives the filter up.
pub(crate) fn drop_filter(model: &mut Model) {
    if model.screen == Screen::Review {
        review::look_for(model, String::new());
    } else if model.screen == Screen::Findings {
        panel::look_for(model, String::new());
    } else {
        find::give_up(model);
    }
}

/// Whether a matter is shown.
pub(crate) fn has_sheet(model: &Model) -> bool {
    model.sheet.path.is_some()
}

/// Leaves empty fields out, or shows them again.
pub(crate) fn hide_empty(model: &mut Model) -> Vec<Effect> {
    let view: &mut View = &mut model.sheet.view;
    view.hides_empty = !view.hides_empty;
    refresh::sheet_rows(model);
    Vec::new()
}

/// Whether another screen can be gone to: one that is not shown already.
pub(crate) fn can_go(model: &Model, screen: &Screen) -> bool {
    save::is_open(model) && model.screen != *screen
}

/// Goes back to the desk.
pub(crate) fn desk(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Desk;
    Vec::new()
}

/// Lists what is changed.
pub(crate) fn changes(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Changes;
    rewrap_changes(model);
    let root = model.opened.as_ref().map(|opened| opened.root.clone());
    root.map(Effect::AskGit).into_iter().collect()
}

/// Lists what is changed anew, if it is looked at.
pub(crate) fn rewrap_changes(model: &mut Model) {
    if model.screen == Screen::Changes {
        changes::refresh(model);
    }
}

fn selected_finding(model: &Model) -> Option<&Finding> {
    model.panel.finding(&model.findings).map(AsRef::as_ref)
}

fn target(model: &Model) -> Option<&str> {
    match model.screen {
        Screen::Findings => selected_finding(model).map(|finding| &*finding.file.path),
        Screen::Changes => model.changes.current().map(|(file, _)| &*file.path),
        Screen::Review => model.review.current().map(|item| &*item.pick.path),
        _ => None,
    }
}

/// Whether what is selected lies in a matter.
pub(crate) fn can_jump(model: &Model) -> bool {
    let place = target(model).and_then(|path| model.place_of(path));
    place.is_some()
}

/// Goes to the matter, and to the row with the finding or the difference.
pub(crate) fn jump(model: &mut Model) -> Vec<Effect> {
    let Some(path) = target(model).map(Box::from) else {
        return Vec::new();
    };
    let finding = (model.screen == Screen::Findings)
        .then(|| model.panel.finding(&model.findings).cloned())
        .flatten();
    let field = (model.screen == Screen::Review)
        .then(|| model.review.current().map(|item| item.pick.field))
        .flatten();
    show(model, path);
    if let Some(field) = field {
        go_to_row(model, &Path::key(field.key()));
    }
    if let Some(finding) = finding {
        let is_it = |note: &std::sync::Arc<Finding>| std::sync::Arc::ptr_eq(note, &finding);
        let rows = &model.sheet.rows;
        let row = rows.iter().position(|row| row.notes.iter().any(is_it));
        model.sheet.cursor.at = row.unwrap_or(0);
    }
    model.screen = Screen::Desk;
    model.focus = Pane::Sheet;
    Vec::new()
}

/// Shows a matter, wherever it is listed.
pub(crate) fn show(model: &mut Model, path: Box<str>) {
    model.sheet = Sheet::of(Some(path), &model.sheet.view);
    let is_listed = |model: &Model| {
        let place = model
            .sheet
            .path
            .as_deref()
            .and_then(|path| model.place_of(path));
        place.is_some_and(|place| model.list.rows.contains(&place))
    };
    if !is_listed(model) {
        model.list.filter.clear();
        model.find.chips.clear();
        go_to_node(model, &NodeKey::All);
    }
    refresh::list(model);
}

/// Puts the cursor on the row at a path, or on the nearest one around it that is shown.
pub(super) fn go_to_row(model: &mut Model, path: &Path) {
    let rows = &model.sheet.rows;
    let at = (0..=path.0.len()).rev().find_map(|end| {
        let steps = path.0.get(..end)?;
        rows.iter().position(|row| row.path.0 == *steps)
    });
    model.sheet.cursor.at = at.unwrap_or(0);
}

pub(super) fn go_to_node(model: &mut Model, key: &NodeKey) {
    let outline = model.outline();
    let node_at = |place: &usize| outline.and_then(|outline| outline.nodes.get(*place));
    let place = model
        .tree
        .rows
        .iter()
        .position(|place| node_at(place).is_some_and(|node| node.key == *key));
    if let Some(place) = place {
        model.tree.cursor.at = place;
    }
}
