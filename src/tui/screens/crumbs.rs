//! Where one stands, in the bar at the top: catalog, screen, division, matter, section, field.

use crate::text::{Lang, Words, tail, visible, width, words};
use crate::tui::dialogs::Dialog;
use crate::tui::form::RowKind;
use crate::tui::glyphs::{CUT, STEP};
use crate::tui::model::{Model, Pane, Screen};
use crate::tui::outline::{Entry, NodeKey};
use crate::tui::review::field_title;
use crate::tui::theme::Role;
use crate::tui::widgets::Piece;

const NAME: Words = words("mulu 目录", "mulu");
const HOME: Words = words("首页", "Home");
const BESIDE: Words = words("对照", "Side by side");
const GUIDE: Words = words("指南预览", "Guide");
const FINDINGS: Words = words("问题", "Findings");
const CHANGES: Words = words("改动", "Changes");
const REVIEW: Words = words("比对", "Review");
const HISTORY: Words = words("沿革", "History");
const AT_LEVEL: Words = words("{place}（{level}）", "{place} ({level})");
/// From so many columns on a code is shown as a whole.
const WIDE: u16 = 120;
/// Else its last characters: the base code, which tells what it is.
const TAIL: usize = 12;
/// Fewer cells are not worth the end of a step.
const LEAST: usize = 8;

/// The way to where one stands, its start cut off where so many cells are not enough.
pub(super) fn pieces(model: &Model, cells: usize) -> Vec<Piece> {
    let crumbs = crumbs(model);
    let last = crumbs.len().saturating_sub(1);
    let mut pieces = Vec::new();
    let mut room = cells;
    for (place, crumb) in crumbs.iter().enumerate().rev() {
        let role = if place == last {
            Role::Strong
        } else {
            Role::Plain
        };
        let text = visible(&crumb.replace('\n', " ")).into_owned();
        let step = if place == 0 { "" } else { STEP };
        // A cut needs a cell for its sign.
        let spare = if place == 0 { 0 } else { width(CUT) };
        let wide = width(&text) + width(step);
        if wide + spare > room {
            let room = room.saturating_sub(width(CUT));
            // A letter or two of a step would say nothing.
            let kept = if room < LEAST && place < last {
                ""
            } else {
                tail(&text, room)
            };
            pieces.push(Piece::new(role, kept));
            pieces.push(Piece::sign(Role::Plain, CUT));
            break;
        }
        room -= wide;
        pieces.push(Piece::new(role, text));
        pieces.push(Piece::sign(Role::Plain, step));
    }
    pieces.reverse();
    pieces
}

/// The steps of the way: the program, the catalog, and so on.
fn crumbs(model: &Model) -> Vec<String> {
    let name = NAME.of(model.lang).to_owned();
    let Some(catalog) = model.catalog() else {
        return vec![name];
    };
    let manifest = &catalog.registers.manifest;
    let title = match (model.lang, &manifest.title_en) {
        (Lang::En, Some(title)) => title,
        _ => &manifest.title,
    };
    let mut crumbs = vec![name, title.clone()];
    let screen = |said: Words| said.of(model.lang).to_owned();
    match model.screen {
        Screen::Nowhere(_) => {}
        Screen::Home => crumbs.push(screen(HOME)),
        Screen::Desk => crumbs.extend(desk(model)),
        Screen::Guide => {
            crumbs.extend(shown(model));
            crumbs.push(screen(GUIDE));
        }
        Screen::Findings => {
            crumbs.push(screen(FINDINGS));
            let finding = model.panel.finding(&model.findings);
            crumbs.extend(finding.map(|finding| finding.rule.to_owned()));
            crumbs.extend(finding.map(|finding| model.title_of(&finding.file.path)));
        }
        Screen::Changes => {
            crumbs.push(screen(CHANGES));
            let file = model.changes.current();
            crumbs.extend(file.map(|(file, _)| model.title_of(&file.path)));
        }
        Screen::Review => {
            crumbs.push(screen(REVIEW));
            if let Some(item) = model.review.current() {
                crumbs.push(model.title_of(&item.pick.path));
                let field = field_title(catalog, item.pick.field);
                crumbs.push(field.of(model.lang).to_owned());
            }
        }
    }
    if let Some(Dialog::Past(_)) = model.dialog {
        crumbs.push(screen(HISTORY));
    }
    crumbs
}

/// The line of the tree, or the matter shown and the row of it under the cursor.
fn desk(model: &Model) -> Vec<String> {
    let mut crumbs = match model.focus {
        Pane::Tree if !matches!(model.dialog, Some(Dialog::Past(_))) => return node(model),
        Pane::Tree | Pane::List | Pane::Sheet => shown(model),
    };
    if crumbs.is_empty() {
        return node(model);
    }
    if model.beside.is_open() {
        crumbs.push(BESIDE.of(model.lang).to_owned());
    }
    if model.focus == Pane::Sheet {
        crumbs.extend(fields(model));
    }
    crumbs
}

/// The line of the tree under the cursor.
fn node(model: &Model) -> Vec<String> {
    let lang = model.lang;
    let row = model.tree.rows.get(model.tree.cursor.at);
    let node = row.and_then(|place| model.outline()?.nodes.get(*place));
    match node.map(|node| (&node.key, node.label.of(lang).to_owned())) {
        Some((NodeKey::Division(code, None), _)) => vec![division(model, code)],
        Some((NodeKey::Division(code, Some(_)), label)) => vec![division(model, code), label],
        Some((_, label)) => vec![label],
        None => Vec::new(),
    }
}

/// A division with its level.
fn division(model: &Model, code: &str) -> String {
    let Some(catalog) = model.catalog() else {
        return code.to_owned();
    };
    let division = catalog.registers.division(code);
    let Some(division) = division else {
        return code.to_owned();
    };
    let Some(level) = catalog.standard.level(&division.level) else {
        return division.name.to_string();
    };
    let said = |lang| {
        let name = level.name();
        let values = [("place", &*division.name), ("level", name.of(lang))];
        AT_LEVEL.with(&values).of(lang).to_owned()
    };
    said(model.lang)
}

/// The matter shown: its division, its code and its name.
fn shown(model: &Model) -> Vec<String> {
    let path = model.sheet.path.as_deref();
    let place = path.and_then(|path| model.place_of(path));
    let entry = place.and_then(|place| model.entry(place));
    entry.map_or_else(Vec::new, |entry| {
        vec![stand(model, entry), named(model, entry)]
    })
}

fn stand(model: &Model, entry: Entry<'_>) -> String {
    if entry.division().is_empty() {
        return entry.place().of(model.lang).to_owned();
    }
    division(model, entry.division())
}

fn named(model: &Model, entry: Entry<'_>) -> String {
    let code = entry.code();
    let code = if model.size.0 >= WIDE {
        code
    } else {
        tail(code, TAIL)
    };
    format!("{code} {}", entry.name())
}

/// The section and the titles down to the row under the cursor.
fn fields(model: &Model) -> Vec<String> {
    let at = model.sheet.cursor.at;
    let Some(row) = model.selected_row() else {
        return Vec::new();
    };
    let before = model.sheet.rows.get(..at).unwrap_or_default();
    let section = before.iter().rev().find(|row| row.kind == RowKind::Section);
    let around = before.iter().filter(|other| {
        let steps = &other.path.0;
        !steps.is_empty() && steps.len() < row.path.0.len() && row.path.0.starts_with(steps)
    });
    let rows = section.into_iter().chain(around).chain([row]);
    rows.map(|row| row.title.of(model.lang).to_owned())
        .collect()
}
