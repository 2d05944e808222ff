//! Brings what is shown back in step: rows with the catalog, lines with the pane, cursors with the rows.

use std::sync::Arc;

use crate::tui::form;
use crate::tui::model::{Model, Pane, Sheet};
use crate::tui::outline::{NodeKey, Outline};
use crate::tui::screens::{beside_lines, sheet_lines as lines, told};
use crate::tui::update::{beside, find, guide, home, panel, review};
use crate::tui::widgets::scrolled;

/// After the catalog: everything, with the cursors where they were; `here` is the line of the tree that was
/// selected before.
pub(super) fn everything(model: &mut Model, here: Option<&NodeKey>) {
    tree(model, here);
    list(model);
}

/// After the catalog, or after folding: the lines of the tree.
pub(super) fn tree(model: &mut Model, here: Option<&NodeKey>) {
    let Some(outline) = model.outline().map(Arc::clone) else {
        return;
    };
    let is_seen = |key: &NodeKey| {
        key.parent()
            .is_none_or(|parent| model.tree.open.contains(&parent))
    };
    let rows: Vec<usize> = outline
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| is_seen(&node.key))
        .map(|(place, _)| place)
        .collect();
    let key_at = |place: &usize| outline.nodes.get(*place).map(|node| &node.key);
    let place_of = |key: &NodeKey| rows.iter().position(|place| key_at(place) == Some(key));
    let above = here.and_then(NodeKey::parent);
    let found = here
        .and_then(place_of)
        .or_else(|| above.as_ref().and_then(place_of));
    model.tree.cursor.at = found.unwrap_or(0);
    model.tree.rows = rows;
}

/// After the tree or the filter: the matters listed.
pub(super) fn list(model: &mut Model) {
    let Some(outline) = model.outline().map(Arc::clone) else {
        return;
    };
    let node = selected_node(model, &outline).and_then(|place| outline.nodes.get(place));
    let here = node.map(|node| node.matters.as_slice()).unwrap_or_default();
    let many = model.catalog().map_or(0, |catalog| catalog.matters().len());
    find::fill(model, many, here);
    keep_matter(model);
    sheet(model);
}

/// The cursor stays on the matter that is shown, if it is still listed.
fn keep_matter(model: &mut Model) {
    let shown = model
        .sheet
        .path
        .as_deref()
        .and_then(|path| model.place_of(path));
    let place = shown.and_then(|shown| model.list.rows.iter().position(|place| *place == shown));
    if let Some(place) = place {
        model.list.cursor.at = place;
    }
    let last = model.list.rows.len().saturating_sub(1);
    model.list.cursor.at = model.list.cursor.at.min(last);
}

/// After the list's cursor: the matter shown.
pub(super) fn sheet(model: &mut Model) {
    let path = model.selected_entry().map(|entry| Box::from(entry.path));
    if path != model.sheet.path {
        model.sheet = Sheet::of(path, &model.sheet.view);
    }
    sheet_rows(model);
}

/// After the findings, or after unfolding: the rows of the matter shown.
pub(super) fn sheet_rows(model: &mut Model) {
    let here = model.selected_row().map(|row| row.path.clone());
    let mut rows = match (model.catalog(), model.matter()) {
        (Some(catalog), Some(id)) => form::rows(catalog, id, &model.sheet.view),
        _ => Vec::new(),
    };
    let path = model.sheet.path.as_deref().unwrap_or_default();
    form::note_findings(&mut rows, model.findings.in_file(path).cloned());
    model.sheet.rows = rows;
    model.sheet.lines.clear();
    beside::follow(model);
    let rows = &model.sheet.rows;
    if let Some(place) = here.and_then(|here| rows.iter().position(|row| row.path == here)) {
        model.sheet.cursor.at = place;
    }
}

fn selected_node(model: &Model, outline: &Outline) -> Option<usize> {
    let place = model.tree.rows.get(model.tree.cursor.at).copied()?;
    (place < outline.nodes.len()).then_some(place)
}

/// After anything: lines wrapped to the pane, cursors and scrolls inside what there is.
pub(super) fn settle(model: &mut Model) {
    find::follow(model);
    let panes = model.panes();
    let height = panes.height();
    model.tree.cursor.settle(model.tree.rows.len(), height);
    let chips = usize::from(!model.find.chips.is_empty());
    let rows = height.saturating_sub(chips);
    model.list.cursor.settle(model.list.rows.len(), rows);
    panel::settle(model);
    guide::settle(model);
    home::settle(model);
    review::settle(model);
    if let Some(dialog) = &mut model.dialog {
        dialog.fit(model.size, model.lang);
    }
    sheet_lines(model);
}

/// The lines of the matter shown, wrapped to its pane, and those of them that can be seen.
fn sheet_lines(model: &mut Model) {
    let cells = model.panes().width(Pane::Sheet);
    let is_beside = model.beside.is_open();
    let sheet = &mut model.sheet;
    sheet.cursor.at = sheet.cursor.at.min(sheet.rows.len().saturating_sub(1));
    let told = told(&sheet.rows, sheet.cursor.at).filter(|_| !is_beside);
    let wanted = (cells, model.lang, told);
    if sheet.lines.is_empty() || sheet.wrapped_for != wanted {
        let lines = if is_beside {
            beside_lines(model, cells)
        } else {
            lines(&model.sheet.rows, cells, model.lang, told)
        };
        model.sheet.lines = lines;
        model.sheet.wrapped_for = wanted;
    }
    let height = model.sheet_height();
    let sheet = &mut model.sheet;
    let at = sheet.cursor.at;
    let start = sheet.lines.partition_point(|line| line.row < at);
    let end = sheet.lines.partition_point(|line| line.row <= at);
    sheet.cursor.top = scrolled(sheet.cursor.top, start..end, sheet.lines.len(), height);
}
