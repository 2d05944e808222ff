//! The right pane with two matters: every field of both, side by side where there is room, else one value
//! below the other. What differs has a mark before its title and before each line.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::text::{Lang, Message as Saying, Words, words};
use crate::tui::beside::Pair;
use crate::tui::form::{Origin, Row as FormRow, RowKind};
use crate::tui::glyphs::{EMPTY, FOCUS, FROM};
use crate::tui::model::{Model, Pane};
use crate::tui::review::{Mark, SideLine, compared, lines_of};
use crate::tui::screens::columns::{marked, zipped};
use crate::tui::screens::desk::sheet::{self, SheetLine};
use crate::tui::screens::{desk, draw_rows};
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, wrap};

const TITLE: Words = words(
    "对照：不同 {different} 项，相同 {same} 项",
    "Side by side: {different} differ, {same} agree",
);
const ONLY: Words = words("只看不同的", "differing ones only");
const SELF: Words = words(
    "两边是同一事项：在列表里移到另一项，或按 {key} 选择",
    "both sides show the same matter: move on in the list, or pick another with {key}",
);
const EDITED: Words = words("编辑：{title}", "Editing: {title}");
const NO_FIELD: Words = words("（无此项）", "(no such field)");
const DIFFERS: &str = "≠ ";
/// Fewer cells are too narrow for two columns.
const NARROW: usize = 84;

/// Rows for the names of the two matters.
pub(crate) fn heads_height(cells: usize) -> usize {
    if cells < NARROW { 2 } else { 1 }
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let title = title(model).of(model.lang).to_owned();
    let only = if model.beside.shows_differences {
        ONLY.of(model.lang)
    } else {
        ""
    };
    let body = desk::titled(model, frame, area, (Pane::Sheet, title, only.to_owned()));
    let heads = heads(model, usize::from(area.width));
    let height = u16::try_from(heads.len()).unwrap_or(0).min(body.height);
    draw_rows(model, frame, body, heads.into_iter());
    let rest = Rect {
        y: body.y + height,
        height: body.height - height,
        ..body
    };
    sheet::draw_lines(model, frame, rest);
}

/// How much differs; before there is anything to compare, how to go on.
fn title(model: &Model) -> Saying {
    if model.beside.path() == model.sheet.path.as_deref() {
        let key = model.keymap.first("beside-which", &model.contexts_below());
        return SELF.with(&[("key", &key)]);
    }
    let (different, same) = model.beside.counts;
    TITLE.with(&[
        ("different", &different.to_string()),
        ("same", &same.to_string()),
    ])
}

/// The names of the two matters, the one that is edited stressed.
fn heads(model: &Model, cells: usize) -> Vec<Row> {
    let name = |path: Option<&str>| path.map_or_else(String::new, |path| model.title_of(path));
    let own = EDITED.with(&[("title", &name(model.sheet.path.as_deref()))]);
    let own = vec![
        Piece::sign(Role::Focus, FOCUS),
        Piece::new(Role::Focus, own.of(model.lang)),
    ];
    let other = vec![
        Piece::plain(" "),
        Piece::new(Role::Strong, name(model.beside.path())),
    ];
    let (left, right) = if model.beside.is_right {
        (own, other)
    } else {
        (other, own)
    };
    let columns = Columns::of(cells);
    if columns.title == 0 {
        let row = |sign, mut pieces: Vec<Piece>| {
            pieces.insert(0, Piece::plain(sign));
            Row::of(pieces)
        };
        return vec![row(" - ", left), row(" + ", right)];
    }
    let column = |pieces, cells| (vec![fitted(pieces, cells)], cells);
    zipped(vec![
        (Vec::new(), columns.title),
        column(left, columns.value),
        column(right, columns.value),
    ])
}

/// Pieces cut to so many cells.
fn fitted(pieces: Vec<Piece>, cells: usize) -> Vec<Piece> {
    let mut room = cells;
    let mut kept = Vec::new();
    for piece in pieces {
        let wide = piece.cells();
        if wide > room {
            kept.push(Piece::column(piece.role, &piece.text, room));
            break;
        }
        room -= wide;
        kept.push(piece);
    }
    kept
}

/// How many cells titles and values have; titles have none where values stand below each other.
struct Columns {
    title: usize,
    value: usize,
}

impl Columns {
    fn of(cells: usize) -> Columns {
        if cells < NARROW {
            let value = cells.saturating_sub(4).max(8);
            return Columns { title: 0, value };
        }
        let title = (cells / 5).clamp(20, 30);
        let value = cells.saturating_sub(title + 8) / 2;
        Columns { title, value }
    }
}

/// The lines of two matters.
pub(crate) fn lines(model: &Model, cells: usize) -> Vec<SheetLine> {
    let (own, other) = (&model.sheet.rows, &model.beside.rows);
    let column = sheet::title_column(own, cells, model.lang);
    let mut lines = Vec::new();
    let mut place = 0;
    for pair in &model.beside.pairs {
        place = pair.own.unwrap_or(place);
        let line = Line {
            place,
            pair,
            own: pair.own.and_then(|at| own.get(at)),
            other: pair.other.and_then(|at| other.get(at)),
            is_right: model.beside.is_right,
            cells,
            column,
            lang: model.lang,
        };
        line.push(&mut lines);
    }
    lines
}

/// One pair on its way to become lines.
struct Line<'m> {
    place: usize,
    pair: &'m Pair,
    own: Option<&'m FormRow>,
    other: Option<&'m FormRow>,
    is_right: bool,
    cells: usize,
    /// Cells for titles where one value is enough.
    column: usize,
    lang: Lang,
}

impl Line<'_> {
    fn push(&self, lines: &mut Vec<SheetLine>) {
        let Some(row) = self.own.or(self.other) else {
            return;
        };
        let page = sheet::Page::plain((self.place, self.column), self.cells, self.lang);
        let mut push = |line, is_value| {
            lines.push(SheetLine {
                row: self.place,
                line,
                is_value,
            });
        };
        if row.kind == RowKind::Section {
            push(page.heading(row), false);
            return;
        }
        let columns = Columns::of(self.cells);
        // Where values stand below each other, one is enough if both are alike.
        let is_one = !self.pair.differs && (self.is_alike() || row.origin == Origin::Unset);
        if columns.title == 0 && is_one {
            page.row(row, lines);
            return;
        }
        let rows = if columns.title == 0 {
            self.stacked(row, columns.value)
        } else {
            self.side_by_side(row, &columns)
        };
        let is_value = self.own.is_some();
        for row in rows {
            push(row, is_value);
        }
        for note in self.own.iter().flat_map(|row| &row.notes) {
            page.note(note, lines);
        }
    }

    /// Whether both say the same.
    fn is_alike(&self) -> bool {
        !self.pair.differs && self.own.is_some() && self.other.is_some()
    }

    fn title(&self, row: &FormRow) -> (Role, String) {
        let mark = if self.pair.differs { DIFFERS } else { "  " };
        let indent = "  ".repeat(row.depth);
        let role = if self.pair.differs {
            Role::Strong
        } else {
            Role::Plain
        };
        (role, format!("{mark}{indent}{}", row.title.of(self.lang)))
    }

    fn side_by_side(&self, row: &FormRow, columns: &Columns) -> Vec<Row> {
        let (role, title) = self.title(row);
        let (mark, title) = title.split_at(if self.pair.differs { DIFFERS.len() } else { 2 });
        let indent = title.len() - title.trim_start().len();
        let titles = wrap(
            title.trim_start(),
            columns.title.saturating_sub(2 + indent).max(4),
        );
        let titles = titles.into_iter().enumerate().map(|(at, line)| {
            let mark = if at == 0 { mark } else { "  " };
            vec![
                Piece::sign(role, mark),
                Piece::plain(" ".repeat(indent)),
                Piece::new(role, line),
            ]
        });
        let (left, right) = self.values();
        let column = |lines: &[SideLine], row: Option<&FormRow>| {
            (self.column(lines, row, columns.value), columns.value)
        };
        let (first, second) = self.rows();
        zipped(vec![
            (titles.collect(), columns.title),
            column(&left, first),
            column(&right, second),
        ])
    }

    /// The title, then the values below each other; of a field that only one of the two can have, that one.
    fn stacked(&self, row: &FormRow, cells: usize) -> Vec<Row> {
        let (role, title) = self.title(row);
        let title = if self.pair.differs {
            title.as_str()
        } else {
            title.trim_start()
        };
        let mut rows = vec![Row::of(vec![Piece::sign(role, format!(" {title}"))])];
        let (left, right) = self.values();
        let (first, second) = self.rows();
        let mut lines = Vec::new();
        if first.is_some() || self.pair.differs {
            lines.extend(self.column(&left, first, cells));
        }
        if second.is_some() || self.pair.differs {
            lines.extend(self.column(&right, second, cells));
        }
        rows.extend(lines.into_iter().map(|mut line| {
            line.insert(0, Piece::plain("   "));
            Row::of(line)
        }));
        rows
    }

    /// The rows as they stand: left, then right.
    fn rows(&self) -> (Option<&FormRow>, Option<&FormRow>) {
        if self.is_right {
            (self.own, self.other)
        } else {
            (self.other, self.own)
        }
    }

    /// Both values as lines, with marks where they differ.
    fn values(&self) -> (Vec<SideLine>, Vec<SideLine>) {
        let (left, right) = self.rows();
        // An element that one list lacks is no field that a matter cannot have.
        let is_element = left.or(right).is_some_and(|row| row.path.0.len() > 1);
        let text = |row: Option<&FormRow>| match row.map(|row| row.text.of(self.lang)) {
            None if is_element => EMPTY.to_owned(),
            None => NO_FIELD.of(self.lang).to_owned(),
            Some("") => EMPTY.to_owned(),
            Some(text) => text.to_owned(),
        };
        let (before, after) = (text(left), text(right));
        if self.is_alike() {
            return (lines_of(&before, Mark::Same), lines_of(&after, Mark::Same));
        }
        let is_said = |row: Option<&FormRow>| row.is_some_and(|row| !row.text.zh.is_empty());
        if is_said(left) && is_said(right) {
            return compared(&format!("{before}\n"), &format!("{after}\n"));
        }
        let mark = |row, mark| if is_said(row) { mark } else { Mark::Same };
        (
            lines_of(&before, mark(left, Mark::Above)),
            lines_of(&after, mark(right, Mark::Below)),
        )
    }

    /// A value as a column, with the level that states it.
    fn column(&self, lines: &[SideLine], row: Option<&FormRow>, cells: usize) -> Vec<Vec<Piece>> {
        let is_quiet = row.is_none_or(|row| row.origin != Origin::Own);
        let mut lines: Vec<Vec<Piece>> = lines
            .iter()
            .flat_map(|line| marked(line, is_quiet, cells))
            .collect();
        let source = row.and_then(|row| row.source.as_ref());
        if let Some((_, name)) = source {
            let source = vec![
                Piece::sign(Role::Dim, format!("  {FROM}")),
                Piece::new(Role::Dim, name.of(self.lang)),
            ];
            let wide: usize = source.iter().map(Piece::cells).sum();
            match lines.as_mut_slice() {
                [only] if only.iter().map(Piece::cells).sum::<usize>() + wide <= cells => {
                    only.extend(source);
                }
                _ => lines.push(fitted(source, cells)),
            }
        }
        lines
    }
}
