//! The middle pane: the matters of the place, one to a line.

use std::fmt::Write;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::findings::Severity;
use crate::text::{Lang, Words, width, words};
use crate::tui::dialogs::Dialog;
use crate::tui::model::{Model, Pane};
use crate::tui::outline::{Entry, NodeKey};
use crate::tui::screens::desk::{cursor_role, titled};
use crate::tui::screens::draw_rows;
use crate::tui::screens::frame::is_filtering;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap};

const NONE: Words = words("这里没有事项", "no matters here");
const NONE_FOUND: Words = words(
    "这里没有名称、编码或俗称含“{wanted}”的事项",
    "nothing here with “{wanted}” in its name, code or plain names",
);
const ELSEWHERE: Words = words(
    "别处有 {n} 项：在左栏选“全部事项”",
    "{n} elsewhere: choose “All matters” on the left",
);

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let title = (Pane::List, title(model), model.list.rows.len().to_string());
    let body = titled(model, frame, area, title);
    if is_filtering(model) {
        draw_filter(model, frame, area);
    }
    if model.list.rows.is_empty() {
        draw_none(model, frame, body);
        return;
    }
    let list = &model.list;
    let visible = list
        .cursor
        .visible(list.rows.len(), usize::from(body.height));
    let columns = Columns::of(model, usize::from(body.width));
    let rows = visible.filter_map(|place| {
        let entry = model.outline()?.entries.get(*list.rows.get(place)?)?;
        let over = (place == list.cursor.at).then(|| cursor_role(model, Pane::List));
        Some(columns.row(model, entry, over))
    });
    draw_rows(model, frame, body, rows);
}

/// The place, and what is looked for.
fn title(model: &Model) -> String {
    if is_filtering(model) {
        return "/ ".to_owned();
    }
    let mut title = match selected_node(model) {
        Some((NodeKey::Division(code, Some(_)), label)) => {
            format!("{} · {label}", division(model, code))
        }
        Some((_, label)) => label.to_owned(),
        None => String::new(),
    };
    if !model.list.filter.is_empty() {
        let _ = write!(title, " /{}", model.list.filter);
    }
    title
}

fn selected_node(model: &Model) -> Option<(&NodeKey, &str)> {
    let place = model.tree.rows.get(model.tree.cursor.at)?;
    let node = model.outline()?.nodes.get(*place)?;
    Some((&node.key, node.label.of(model.lang)))
}

fn division<'m>(model: &'m Model, code: &'m str) -> &'m str {
    let division = model
        .catalog()
        .and_then(|catalog| catalog.registers.division(code));
    division.map_or(code, |division| &division.name)
}

/// The filter is typed in the pane's title.
fn draw_filter(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if let Some(Dialog::Filter(field)) = &model.dialog {
        let line = Rect {
            x: area.x + 3.min(area.width),
            width: area.width.saturating_sub(9),
            height: 1,
            ..area
        };
        field.draw(frame, line);
    }
}

fn draw_none(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let mut said = if model.list.filter.is_empty() {
        NONE.of(model.lang).to_owned()
    } else {
        let none = NONE_FOUND.with(&[("wanted", &model.list.filter)]);
        none.of(model.lang).to_owned()
    };
    if model.list.elsewhere > 0 {
        let elsewhere = ELSEWHERE.with(&[("n", &model.list.elsewhere.to_string())]);
        said = format!("{said}\n{}", elsewhere.of(model.lang));
    }
    let cells = usize::from(body.width.saturating_sub(2)).max(1);
    let rows = wrap(&said, cells)
        .into_iter()
        .map(|line| Row::of(vec![Piece::new(Role::Dim, format!(" {line}"))]));
    draw_rows(model, frame, body, rows);
}

/// How many cells each column has; a column without room has none.
struct Columns {
    code: usize,
    name: usize,
    place: usize,
    kind: usize,
}

impl Columns {
    /// The name comes first: another column is there only if enough is left for it.
    fn of(model: &Model, cells: usize) -> Columns {
        let shows_places = matches!(selected_node(model), Some((NodeKey::All, _)));
        let mut name = cells.saturating_sub(3);
        let mut take = |wanted: usize, kept: usize| {
            let taken = if name >= wanted + kept { wanted } else { 0 };
            name -= taken;
            taken
        };
        let place = if shows_places { take(9, 12) } else { 0 };
        let kind = match model.lang {
            Lang::Zh => take(9, 20),
            Lang::En => take(14, 20),
        };
        let code = match take(13, 24) {
            0 if !shows_places => take(7, 16),
            code => code,
        };
        Columns {
            code,
            name,
            place,
            kind,
        }
    }

    fn row(&self, model: &Model, entry: &Entry, over: Option<Role>) -> Row {
        let unsaved = if model.is_unsaved(&entry.path) {
            "*"
        } else {
            " "
        };
        let (mark, role) = mark(model.findings.gravest(&entry.path));
        let code = tail(&entry.code, self.code.saturating_sub(1));
        Row {
            left: vec![
                Piece::plain(unsaved),
                Piece::new(role, mark),
                Piece::plain(" "),
                Piece::column(Role::Dim, code, self.code),
                Piece::column(Role::Plain, &entry.name, self.name),
                Piece::column(Role::Dim, entry.place.of(model.lang), self.place),
                Piece::column(Role::Dim, entry.kind.of(model.lang), self.kind),
            ],
            over,
            ..Row::default()
        }
    }
}

/// The last characters of a code: the item numbers, or all of the base code.
fn tail(code: &str, cells: usize) -> &str {
    if width(code) <= cells {
        return code;
    }
    let start = code.char_indices().rev().nth(cells.saturating_sub(1));
    start.map_or(code, |(at, _)| code.get(at..).unwrap_or(code))
}

/// The mark of a severity; it carries the meaning, its colour only helps.
pub(crate) fn mark(severity: Option<Severity>) -> (&'static str, Role) {
    match severity {
        Some(Severity::Error) => ("E", Role::Error),
        Some(Severity::Warning) => ("W", Role::Warning),
        Some(Severity::Note) => ("N", Role::Note),
        None => (" ", Role::Plain),
    }
}
