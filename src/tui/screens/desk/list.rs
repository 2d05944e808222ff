//! The middle pane: the matters of the place, one to a line.

use std::fmt::Write;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::findings::Severity;
use crate::search::marks;
use crate::text::{Lang, Message as Saying, Words, tail, width, words};
use crate::tui::dialogs::Dialog;
use crate::tui::find::Kind;
use crate::tui::model::{Model, Pane};
use crate::tui::outline::{Entry, NodeKey};
use crate::tui::screens::desk::{chips, cursor_role, titled};
use crate::tui::screens::draw_rows;
use crate::tui::screens::frame::is_filtering;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, spot_rows, wrap};

const SELECTED: Words = words("选中 {n}", "{n} selected");
const SELECTED_ELSEWHERE: Words = words(
    "选中 {n}（未列出 {elsewhere}）",
    "{n} selected ({elsewhere} not listed)",
);
const NONE: Words = words("这里没有事项", "no matters here");
const NONE_FOUND: Words = words(
    "这里没有与“{wanted}”相符的事项",
    "nothing here that fits “{wanted}”",
);
const NONE_LEFT: Words = words(
    "这里没有符合筛选条件的事项；按 Z 清除筛选",
    "no matter here passes the filters; Z drops them",
);
const ELSEWHERE: Words = words(
    "别处有 {n} 项：按 / 再按 Tab 查全目录",
    "{n} elsewhere: press / and Tab to look everywhere",
);
const ELSEWHERE_NOW: Words = words(
    "别处有 {n} 项：按 Tab 查全目录",
    "{n} elsewhere: Tab looks everywhere",
);
const INDEXING: Words = words("正在准备查找…", "getting ready to find…");
const SURVEYING: Words = words("正在比对…", "comparing…");
const EVERYWHERE: Words = words("全目录 {n}", "everywhere {n}");
const BESIDE: Words = words("{n}，别处 {more}", "{n}, elsewhere {more}");

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let count = counts(model);
    let title = (Pane::List, title(model), count.clone());
    let body = titled(model, frame, area, title);
    if is_filtering(model) {
        draw_filter(model, frame, area, width(&count));
    }
    let body = chips::draw(model, frame, body);
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
        let at = *list.rows.get(place)?;
        let entry = model.entry(at)?;
        let over = (place == list.cursor.at).then(|| cursor_role(model, Pane::List));
        let is_selected = model.many.selection.has(at);
        Some(columns.row(model, (entry, is_selected), over))
    });
    draw_rows(model, frame, body, rows);
    spot_rows(
        body,
        list.cursor.visible(list.rows.len(), body.height.into()),
        Spot::Row,
    );
}

/// How many are listed; before that, how many are selected, and how many of these are not listed.
fn counts(model: &Model) -> String {
    let selection = &model.many.selection;
    if selection.is_empty() {
        return count(model);
    }
    let rows = model.list.rows.iter();
    let listed = rows.filter(|place| selection.has(**place)).count();
    let elsewhere = selection.len().saturating_sub(listed);
    let said = if elsewhere == 0 {
        SELECTED
    } else {
        SELECTED_ELSEWHERE
    };
    let said = said.with(&[
        ("n", &selection.len().to_string()),
        ("elsewhere", &elsewhere.to_string()),
    ]);
    format!("{} · {}", said.of(model.lang), count(model))
}

/// How many are listed, and how many elsewhere would be.
fn count(model: &Model) -> String {
    let n = model.list.rows.len().to_string();
    let is_looking = !model.list.filter.is_empty() || !model.find.chips.is_empty();
    let said = if model.find.is_everywhere && is_looking {
        EVERYWHERE.with(&[("n", &n)])
    } else if model.list.elsewhere > 0 {
        let more = model.list.elsewhere.to_string();
        BESIDE.with(&[("n", &n), ("more", &more)])
    } else {
        return n;
    };
    said.of(model.lang).to_owned()
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

/// The filter is typed in the pane's title, left of the count.
fn draw_filter(model: &Model, frame: &mut Frame<'_>, area: Rect, count: usize) {
    if let Some(Dialog::Filter(field)) = &model.dialog {
        let taken = u16::try_from(count + 6).unwrap_or(u16::MAX);
        let line = Rect {
            x: area.x + 3.min(area.width),
            width: area.width.saturating_sub(taken).max(6),
            height: 1,
            ..area
        };
        field.draw(frame, line);
    }
}

fn draw_none(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let mut said = none(model).of(model.lang).to_owned();
    if model.list.elsewhere > 0 {
        let words = if is_filtering(model) {
            ELSEWHERE_NOW
        } else {
            ELSEWHERE
        };
        let elsewhere = words.with(&[("n", &model.list.elsewhere.to_string())]);
        said = format!("{said}\n{}", elsewhere.of(model.lang));
    }
    let cells = usize::from(body.width.saturating_sub(2)).max(1);
    let rows = wrap(&said, cells)
        .into_iter()
        .map(|line| Row::of(vec![Piece::new(Role::Dim, format!(" {line}"))]));
    draw_rows(model, frame, body, rows);
}

/// Why nothing is listed.
fn none(model: &Model) -> Saying {
    let (is_typed, has_chips) = (!model.list.filter.is_empty(), !model.find.chips.is_empty());
    let wants_differences = !model.find.chips.of(Kind::Differences).is_empty();
    match model.find.index {
        None if is_typed || has_chips => INDEXING.into(),
        _ if wants_differences && model.review.made_for.is_none() => SURVEYING.into(),
        _ if is_typed => NONE_FOUND.with(&[("wanted", &model.list.filter)]),
        _ if has_chips => NONE_LEFT.into(),
        _ => NONE.into(),
    }
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
        let shows_places =
            model.find.is_everywhere || matches!(selected_node(model), Some((NodeKey::All, _)));
        let mut name = cells.saturating_sub(3);
        let mut take = |wanted: usize, kept: usize| {
            let taken = if name >= wanted + kept { wanted } else { 0 };
            name -= taken;
            taken
        };
        let place = if shows_places { take(9, 12) } else { 0 };
        let kind = match model.lang {
            // The longest name of a type is seen whole where the matter's own has room enough.
            Lang::Zh => match take(13, 28) {
                0 => take(9, 20),
                wide => wide,
            },
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

    fn row(
        &self,
        model: &Model,
        (entry, is_selected): (Entry<'_>, bool),
        over: Option<Role>,
    ) -> Row {
        let unsaved = if model.is_unsaved(entry.path) {
            "*"
        } else {
            " "
        };
        let (mark, role) = mark(model.findings.gravest(entry.path));
        // The end of a code tells more than its start: the item numbers, or the base code.
        let code = tail(entry.code(), self.code.saturating_sub(1));
        let mut left = vec![
            Piece::plain(unsaved),
            Piece::new(role, mark),
            Piece::new(Role::Strong, if is_selected { "+" } else { " " }),
        ];
        left.extend(found(model, Piece::column(Role::Dim, code, self.code)));
        left.extend(found(
            model,
            Piece::column(Role::Plain, entry.name(), self.name),
        ));
        left.push(Piece::column(
            Role::Dim,
            entry.place().of(model.lang),
            self.place,
        ));
        left.push(Piece::column(
            Role::Dim,
            entry.kind().of(model.lang),
            self.kind,
        ));
        Row {
            left,
            over,
            ..Row::default()
        }
    }
}

/// A text with what the search means in it marked.
fn found(model: &Model, piece: Piece) -> Vec<Piece> {
    let ranges = marks(&piece.text, &model.list.filter);
    piece.marked(&ranges, Role::Match)
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
