//! The right pane: one matter with all its fields. The rows are made by the form; here they become lines.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::catalog::Belonging;
use crate::findings::Finding;
use crate::text::{Lang, Words, clip, width, words};
use crate::tui::form::{Origin, Row as FormRow, RowKind};
use crate::tui::glyphs::{EMPTY, FROM, rule};
use crate::tui::model::{Model, Pane};
use crate::tui::screens::desk::clash::clash_lines;
use crate::tui::screens::desk::list::mark;
use crate::tui::screens::desk::table::Table;
use crate::tui::screens::desk::{beside, cursor_role, titled};
use crate::tui::screens::draw_rows;
use crate::tui::theme::Role;
use crate::tui::widgets::{Piece, Row, Spot, spot_rows, wrap, wrap_pieces};

const NOTHING: Words = words("没有选中的事项", "no matter is chosen");

const FOREIGN: Words = words("职责外", "not in your remit");

/// One line of the sheet.
#[derive(Clone, Debug)]
pub(crate) struct SheetLine {
    /// The row it belongs to.
    pub(crate) row: usize,
    /// What stands there.
    pub(crate) line: Row,
    /// Whether the cursor's look lies over it.
    pub(super) is_value: bool,
}

pub(super) fn view(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    if model.beside.is_open() && model.sheet.path.is_some() {
        beside::view(model, frame, area);
        return;
    }
    let name = match (&model.sheet.path, model.selected_entry()) {
        (Some(_), Some(entry)) => entry.name().to_owned(),
        _ => NOTHING.of(model.lang).to_owned(),
    };
    let unsaved = model
        .sheet
        .path
        .as_deref()
        .is_some_and(|path| model.is_unsaved(path));
    let foreign = if is_foreign(model) {
        FOREIGN.of(model.lang)
    } else {
        ""
    };
    let mark = if unsaved { " *" } else { "" };
    let title = (Pane::Sheet, name, format!("{foreign}{mark}"));
    let body = titled(model, frame, area, title);
    draw_lines(model, frame, body);
}

/// Whether the matter that is shown is in the remit of others only. What is approved may be told by the gate.
fn is_foreign(model: &Model) -> bool {
    let shown = || {
        let opened = model.opened.as_ref()?;
        let remit = &opened.catalog.registers.manifest.remit;
        let path = model.sheet.path.as_deref().filter(|_| !remit.is_open())?;
        let belonging = Belonging::of_file(opened.catalog.file(path)?);
        let own = remit.of_email(opened.email.as_deref()?);
        let registers = &opened.catalog.registers;
        Some(
            own.iter()
                .all(|editor| !editor.may_edit(&belonging, registers)),
        )
    };
    shown().unwrap_or(false)
}

/// The lines that can be seen.
pub(super) fn draw_lines(model: &Model, frame: &mut Frame<'_>, body: Rect) {
    let sheet = &model.sheet;
    let visible = sheet
        .cursor
        .visible(sheet.lines.len(), usize::from(body.height));
    let lines = sheet.lines.get(visible).unwrap_or_default();
    let rows = lines.iter().map(|line| Row {
        over: (line.is_value && line.row == sheet.cursor.at)
            .then(|| cursor_role(model, Pane::Sheet)),
        ..line.line.clone()
    });
    draw_rows(model, frame, body, rows);
    spot_rows(body, lines.iter().map(|line| line.row), Spot::Row);
}

/// The lines of the rows of a form in a pane of so many cells; below the row told of stands what the
/// matters above say.
pub(crate) fn lines(
    rows: &[FormRow],
    cells: usize,
    lang: Lang,
    told: Option<usize>,
) -> Vec<SheetLine> {
    let column = title_column(rows, cells, lang);
    let mut lines = Vec::new();
    let mut table = None;
    for (place, row) in rows.iter().enumerate() {
        // A list inside an element does not end the table around it.
        if row.kind == RowKind::List && row.path.0.len() == 1 {
            table = Table::of(rows, place, cells, lang);
        }
        let page = Page {
            place,
            cells,
            column,
            lang,
            is_told: told == Some(place),
        };
        match &table {
            Some(table) if is_line(table, row) => page.line_of(table, row, &mut lines),
            _ => page.row(row, &mut lines),
        }
        if let (RowKind::List, Some(table)) = (row.kind, &table)
            && row.path.0.len() == table.depth
        {
            page.heads(table, row, &mut lines);
        }
    }
    lines
}

/// Cells for titles: what most of them need, but never half of the pane.
pub(super) fn title_column(rows: &[FormRow], cells: usize, lang: Lang) -> usize {
    let most = if cells >= 90 { 32 } else { 24 };
    let needed = rows
        .iter()
        .filter(|row| row.kind != RowKind::Section)
        .map(|row| indent(row) + width(row.title.of(lang)) + 2)
        .filter(|needed| *needed <= most)
        .max();
    needed.unwrap_or(12).min(cells * 2 / 5).max(6)
}

/// Cells before the title of a row: the mark of its origin, and its depth.
fn indent(row: &FormRow) -> usize {
    1 + row.depth * 2
}

/// The row below which it is told what the matters above say.
pub(crate) fn told(rows: &[FormRow], at: usize) -> Option<usize> {
    let above = rows.get(at)?.above.as_ref()?;
    (!above.line().zh.is_empty()).then_some(at)
}

/// Whether a row is a line of the table.
fn is_line(table: &Table, row: &FormRow) -> bool {
    let is_element = row.kind == RowKind::Element && !row.cells.is_empty();
    is_element && row.path.0.len() == table.depth + 1
}

/// 页: a row on its way to become lines.
pub(super) struct Page {
    place: usize,
    cells: usize,
    column: usize,
    lang: Lang,
    is_told: bool,
}

impl Page {
    /// For what stands across the pane: headings, findings, a value with nothing beside it.
    pub(super) fn plain((place, column): (usize, usize), cells: usize, lang: Lang) -> Page {
        Page {
            place,
            cells,
            column,
            lang,
            is_told: false,
        }
    }

    pub(super) fn row(&self, row: &FormRow, lines: &mut Vec<SheetLine>) {
        if row.kind == RowKind::Section {
            self.push(lines, self.heading(row), false);
            return;
        }
        let title = format!("{}{}", " ".repeat(indent(row)), row.title.of(self.lang));
        let title = Piece::new(title_role(row), title);
        if !self.clash(row, &title, lines) {
            self.value(row, title, lines);
        }
        self.source(row, lines);
        self.above(row, lines);
        for note in &row.notes {
            self.note(note, lines);
        }
    }

    fn value(&self, row: &FormRow, title: Piece, lines: &mut Vec<SheetLine>) {
        let used = title.cells();
        let mut first = vec![title];
        let text = value_text(row, self.lang);
        // A code is not torn if a line of its own can hold it.
        let is_code = row.kind != RowKind::File
            && text.bytes().all(|byte| byte.is_ascii_graphic())
            && width(text) > self.room();
        let column = if is_code { 3 } else { self.column };
        let mut values = wrap(text, self.cells.saturating_sub(column + 1).max(4));
        if row.kind == RowKind::File {
            values = vec![text.to_owned()];
        }
        let mut values = values.into_iter();
        if used < self.column && !is_code {
            first.push(Piece::plain(" ".repeat(self.column - used)));
            first.extend(values.next().map(|value| value_piece(row, value)));
        }
        self.push(lines, Row::of(first), true);
        for value in values {
            let indent = Piece::plain(" ".repeat(column));
            let value = value_piece(row, value);
            self.push(lines, Row::of(vec![indent, value]), true);
        }
    }

    /// The value of a row in which a merge has left both sides; whether it is one.
    fn clash(&self, row: &FormRow, title: &Piece, lines: &mut Vec<SheetLine>) -> bool {
        let indent = self.column.min(4);
        let room = self.cells.saturating_sub(indent + 1).max(8);
        let clash = clash_lines(row.text.of(self.lang), room, self.lang);
        if clash.is_empty() {
            return false;
        }
        self.push(lines, Row::of(vec![title.clone()]), true);
        for pieces in clash {
            let mut line = vec![Piece::plain(" ".repeat(indent))];
            line.extend(pieces);
            self.push(lines, Row::of(line), true);
        }
        true
    }

    /// The heads of the columns, below the head of the list.
    fn heads(&self, table: &Table, row: &FormRow, lines: &mut Vec<SheetLine>) {
        let mut pieces = vec![Table::number("")];
        pieces.extend(table.pieces(row, Role::Dim, self.lang));
        self.push(lines, Row::of(pieces), false);
    }

    /// An element as a line of the table.
    fn line_of(&self, table: &Table, row: &FormRow, lines: &mut Vec<SheetLine>) {
        let mut pieces = vec![Table::number(row.title.of(self.lang))];
        pieces.extend(table.pieces(row, value_role(row), self.lang));
        self.push(lines, Row::of(pieces), true);
        for note in &row.notes {
            self.note(note, lines);
        }
    }

    fn push(&self, lines: &mut Vec<SheetLine>, line: Row, is_value: bool) {
        lines.push(SheetLine {
            row: self.place,
            line,
            is_value,
        });
    }

    /// Cells for values.
    fn room(&self) -> usize {
        self.cells.saturating_sub(self.column + 1).max(4)
    }

    pub(super) fn heading(&self, row: &FormRow) -> Row {
        let title = format!(" {} ", row.title.of(self.lang));
        let rest = self.cells.saturating_sub(width(&title) + 3);
        Row::of(vec![
            Piece::sign(Role::Section, rule(2)),
            Piece::new(Role::Section, title),
            Piece::sign(Role::Section, rule(rest)),
        ])
    }

    /// Who states an inherited value: at the right of the last line, or below it.
    fn source(&self, row: &FormRow, lines: &mut Vec<SheetLine>) {
        let Some((code, name)) = &row.source else {
            return;
        };
        let name = name.of(self.lang);
        let short = format!("{name} ");
        let source = if self.cells >= 64 && !code.is_empty() {
            format!("{code} {name} ")
        } else {
            short
        };
        let pieces = vec![Piece::sign(Role::Dim, FROM), Piece::new(Role::Dim, source)];
        let wide: usize = pieces.iter().map(Piece::cells).sum();
        let fits = lines.last().is_some_and(|line| {
            let used: usize = line.line.left.iter().map(Piece::cells).sum();
            used + 1 + wide <= self.cells
        });
        if !fits {
            self.push(lines, Row::default(), true);
        }
        if let Some(line) = lines.last_mut() {
            line.line.right = pieces;
        }
    }

    /// What the matters above say, on one line.
    fn above(&self, row: &FormRow, lines: &mut Vec<SheetLine>) {
        let Some(above) = row.above.as_ref().filter(|_| self.is_told) else {
            return;
        };
        let indent = self.column.min(4);
        let said = clip(
            above.line().of(self.lang),
            self.cells.saturating_sub(indent + 1),
        );
        let pieces = vec![
            Piece::plain(" ".repeat(indent)),
            Piece::new(Role::Dim, said.replace('\n', " ")),
        ];
        self.push(lines, Row::of(pieces), false);
    }

    /// A finding in place: severity, rule, what is wrong.
    pub(super) fn note(&self, finding: &Finding, lines: &mut Vec<SheetLine>) {
        let (letter, role) = mark(Some(finding.severity));
        let head = format!("{letter} {} ", finding.rule);
        let said = finding.message.of(self.lang);
        let indent = self.column.min(4);
        let cells = self.cells.saturating_sub(indent + 1).max(4);
        let pieces = [Piece::new(role, head), Piece::new(role, said)];
        for line in wrap_pieces(&pieces, cells) {
            let mut row = Row::of(vec![Piece::plain(" ".repeat(indent))]);
            row.left.extend(line);
            self.push(lines, row, false);
        }
    }
}

fn value_text(row: &FormRow, lang: Lang) -> &str {
    match row.text.of(lang) {
        "" => EMPTY,
        text => text,
    }
}

fn value_piece(row: &FormRow, value: String) -> Piece {
    if value == EMPTY && row.origin == Origin::Unset {
        return Piece::sign(value_role(row), value);
    }
    Piece::new(value_role(row), value)
}

fn value_role(row: &FormRow) -> Role {
    match row.origin {
        Origin::Own => Role::Plain,
        Origin::Inherited | Origin::Unset => Role::Dim,
    }
}

fn title_role(row: &FormRow) -> Role {
    match row.origin {
        Origin::Unset => Role::Dim,
        Origin::Own if row.depth == 0 => Role::Strong,
        _ => Role::Plain,
    }
}
