//! Moving about the desk.

use crate::tui::dialogs::{Dialog, help_lines, message_lines, room, wide_room};
use crate::tui::effect::Effect;
use crate::tui::form::RowKind;
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::outline::NodeKey;
use crate::tui::update::{beside, changes, guide, home, look, many, panel, refresh, review, work};
use crate::tui::widgets::Motion;

/// Whether there is anything to move in.
pub(crate) fn can_move(model: &Model) -> bool {
    model.opened.is_some()
        || matches!(
            model.dialog,
            Some(Dialog::Help(..) | Dialog::Messages(_) | Dialog::Said(_))
        )
}

/// Moves the cursor of whatever has the keys.
pub(crate) fn go(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let height = model.panes().height();
    if let Some(Dialog::Help(page, top)) = model.dialog {
        let top = scrolled(motion, top, help_lines(model, page).len(), model);
        model.dialog = Some(Dialog::Help(page, top));
        return Vec::new();
    }
    if let Some(Dialog::Messages(top)) = model.dialog {
        let top = scrolled(motion, top, message_lines(model).len(), model);
        model.dialog = Some(Dialog::Messages(top));
        return Vec::new();
    }
    if let Some(Dialog::Said(page)) = &model.dialog {
        let top = scrolled(motion, page.top, page.lines(model).len(), model);
        if let Some(Dialog::Said(page)) = &mut model.dialog {
            page.top = top;
        }
        return Vec::new();
    }
    let shown = (model.lang, wide_room(model));
    if let Some(Dialog::Guidance(guidance)) = &mut model.dialog {
        guidance.go(motion, shown);
        return Vec::new();
    }
    match (&model.screen, model.focus) {
        (Screen::Desk, Pane::Tree) => {
            let tree = &mut model.tree;
            tree.cursor.at = motion.from(tree.cursor.at, tree.rows.len(), height);
            model.find.is_everywhere = false;
            refresh::list(model);
        }
        (Screen::Desk, Pane::List) => {
            let list = &mut model.list;
            list.cursor.at = motion.from(list.cursor.at, list.rows.len(), height);
            refresh::sheet(model);
        }
        (Screen::Desk, Pane::Sheet) => go_in_sheet(model, motion),
        (Screen::Home, _) => home::go(model, motion),
        (Screen::Guide, _) => guide::go(model, motion),
        (Screen::Findings, _) => panel::go(model, motion),
        (Screen::Changes, _) => changes::go(model, motion),
        (Screen::Review, _) => review::go(model, motion),
        (Screen::Nowhere(_), _) => {}
    }
    Vec::new()
}

/// The first line to show of a text that fills a dialog.
fn scrolled(motion: Motion, top: usize, len: usize, model: &Model) -> usize {
    let (_, rows) = room(model.size);
    let last = len.saturating_sub(rows);
    motion.from(top.min(last), len, rows).min(last)
}

/// A page is a page of lines, a step is a row; headings are passed over.
fn go_in_sheet(model: &mut Model, motion: Motion) {
    let height = model.sheet_height();
    let sheet = &mut model.sheet;
    let (from, last) = (sheet.cursor.at, sheet.rows.len().saturating_sub(1));
    let mut at = match motion {
        Motion::Page(_) => {
            let line = sheet.lines.partition_point(|line| line.row < from);
            let line = motion.from(line, sheet.lines.len(), height);
            sheet.lines.get(line).map_or(from, |line| line.row)
        }
        motion => motion.from(from, sheet.rows.len(), height),
    };
    let is_heading = |at: usize| {
        sheet
            .rows
            .get(at)
            .is_some_and(|row| row.kind == RowKind::Section)
    };
    while is_heading(at) {
        at = if at < from || at == last {
            at - 1
        } else {
            at + 1
        };
    }
    sheet.cursor.at = at;
}

/// Whether Enter leads further right.
pub(crate) fn can_open(model: &Model) -> bool {
    match model.focus {
        Pane::Tree => true,
        Pane::List => !model.list.rows.is_empty(),
        Pane::Sheet => false,
    }
}

/// Leads further right.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    model.focus = match model.focus {
        Pane::Tree => Pane::List,
        Pane::List | Pane::Sheet => Pane::Sheet,
    };
    Vec::new()
}

/// Whether Esc leads anywhere.
pub(crate) fn can_go_back(model: &Model) -> bool {
    can_move(model)
        && (beside::is_open(model)
            || model.focus != Pane::Tree
            || !model.list.filter.is_empty()
            || work::can_stop(model))
}

/// Leads back: out of the sheet, out of the filter, out of long work, out of the list.
pub(crate) fn back(model: &mut Model) -> Vec<Effect> {
    if beside::is_open(model) {
        beside::close(model);
    } else if model.focus == Pane::Sheet {
        model.focus = Pane::List;
    } else if many::can_unselect(model) {
        many::unselect(model);
    } else if !model.list.filter.is_empty() {
        look::drop_filter(model);
    } else if work::can_stop(model) {
        return work::stop(model);
    } else {
        model.focus = Pane::Tree;
    }
    Vec::new()
}

/// Gives the keys to the next pane; of two matters side by side each is one.
pub(crate) fn next_pane(model: &mut Model) -> Vec<Effect> {
    if beside::is_open(model) {
        return next_side(model);
    }
    model.focus = match model.focus {
        Pane::Tree => Pane::List,
        Pane::List => Pane::Sheet,
        Pane::Sheet => Pane::Tree,
    };
    Vec::new()
}

/// From the list to the matter that it shows, to the pinned one, and back to the list.
fn next_side(model: &mut Model) -> Vec<Effect> {
    match model.focus {
        Pane::Tree => model.focus = Pane::List,
        Pane::List => model.focus = Pane::Sheet,
        Pane::Sheet if model.beside.is_turned => to_list(model),
        Pane::Sheet => beside::turn_over(model),
    }
    Vec::new()
}

/// Gives the keys to the list, which shows the matter that is not pinned.
fn to_list(model: &mut Model) {
    if model.beside.is_turned {
        beside::turn_over(model);
    }
    model.focus = Pane::List;
}

/// Gives the keys to the pane before.
pub(crate) fn previous_pane(model: &mut Model) -> Vec<Effect> {
    if model.beside.is_turned && model.focus == Pane::Sheet {
        beside::turn_over(model);
        return Vec::new();
    }
    model.focus = match model.focus {
        Pane::Tree => Pane::Sheet,
        Pane::List => Pane::Tree,
        Pane::Sheet => Pane::List,
    };
    Vec::new()
}

/// Unfolds a line of the tree that has something to unfold, or goes to the pane on the right.
pub(crate) fn right(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Changes {
        return changes::fold(model, true);
    }
    match (model.focus, model.selected_node()) {
        (Pane::Tree, Some(key)) if can_unfold(model, &key) => {
            model.tree.open.insert(key.clone());
            refresh::tree(model, Some(&key));
            Vec::new()
        }
        _ => open(model),
    }
}

/// Folds a line of the tree, or goes to the pane on the left.
pub(crate) fn left(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Changes {
        return changes::fold(model, false);
    }
    match (model.focus, model.selected_node()) {
        (Pane::Tree, Some(key)) => {
            let key = key.parent().unwrap_or(key);
            model.tree.open.remove(&key);
            refresh::tree(model, Some(&key));
            refresh::list(model);
        }
        (Pane::Sheet, _) => to_list(model),
        _ => model.focus = Pane::Tree,
    }
    Vec::new()
}

fn can_unfold(model: &Model, key: &NodeKey) -> bool {
    let has_children = model.outline().is_some_and(|outline| {
        outline
            .nodes
            .iter()
            .any(|node| node.key.parent().as_ref() == Some(key))
    });
    has_children && !model.tree.open.contains(key)
}

fn next_noted(model: &Model) -> Option<usize> {
    let rows = model.sheet.rows.iter().enumerate();
    let noted = rows.filter(|(_, row)| !row.notes.is_empty());
    let mut places: Vec<usize> = noted.map(|(place, _)| place).collect();
    let after = places.partition_point(|place| *place <= model.sheet.cursor.at);
    places.rotate_left(after);
    places.first().copied()
}

/// Whether the matter shown has findings.
pub(crate) fn has_next_finding(model: &Model) -> bool {
    next_noted(model).is_some()
}

/// Goes to the next row with a finding, past the end to the first.
pub(crate) fn next_finding(model: &mut Model) -> Vec<Effect> {
    if let Some(place) = next_noted(model) {
        model.sheet.cursor.at = place;
    }
    Vec::new()
}
