//! What the values of a column tell of it. Looks at the first rows only.

use std::collections::HashSet;

use crate::exchange::parse::{Codes, Parser};
use crate::exchange::{Cell, Column, Table};

/// So many rows are looked at.
const SAMPLE: usize = 2000;

/// The cells of a column that say anything, from a row on.
fn cells(table: &Table, (first, place): (usize, usize)) -> impl Iterator<Item = &Cell> {
    let rows = first..table.rows.len().min(first + SAMPLE);
    let cells = rows.map(move |row| table.cell(row, place));
    cells.filter(|cell| !cell.is_empty())
}

/// The different cells of a column, as they are seen.
fn different(table: &Table, at: (usize, usize)) -> Vec<&Cell> {
    let mut seen = HashSet::new();
    let cells = cells(table, at);
    cells.filter(|cell| seen.insert(cell.shown())).collect()
}

fn count(parser: Parser<'_>, cells: &[&Cell], column: &Column, codes: Option<&Codes>) -> usize {
    let is_read = |cell: &&&Cell| parser.value(cell, column, codes).is_ok();
    cells.iter().filter(is_read).count()
}

/// Whether most values of a column can be read as those of a field.
pub(super) fn fits(parser: Parser<'_>, table: &Table, at: (usize, usize), column: &Column) -> bool {
    let cells: Vec<&Cell> = cells(table, at).take(200).collect();
    count(parser, &cells, column, None) * 2 > cells.len()
}

/// The one table of codes that explains values which are none of ours; `None` if all are ours, or two tables
/// explain them equally well.
pub(super) fn recoding(
    parser: Parser<'_>,
    table: &Table,
    at: (usize, usize),
    column: &Column,
) -> Option<String> {
    let standard = parser.standard();
    let mut ids = Codes::ids(standard, &column.key).peekable();
    ids.peek()?;
    let cells = different(table, at);
    let plain = count(parser, &cells, column, None);
    if plain == cells.len() {
        return None;
    }
    let explained = |id: &str| {
        let codes = Codes::of(standard, id)?;
        Some((count(parser, &cells, column, Some(&codes)), codes.id))
    };
    let mut found: Vec<(usize, String)> = ids.filter_map(explained).collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let is_alone = found.get(1).map(|(count, _)| *count) < found.first().map(|(count, _)| *count);
    let best = found.into_iter().next();
    best.filter(|(count, _)| is_alone && *count > plain)
        .map(|(_, id)| id)
}

/// Whether two columns of one field mean the same: whether they do so in most rows where both say anything.
/// Where they do not, the row is rejected.
pub(super) fn agree(
    parser: Parser<'_>,
    table: &Table,
    first: usize,
    columns: [(usize, Option<&str>); 2],
    column: &Column,
) -> bool {
    let codes = columns.map(|(_, id)| id.and_then(|id| Codes::of(parser.standard(), id)));
    let (mut alike, mut both) = (0, 0);
    for row in first..table.rows.len().min(first + SAMPLE) {
        let [one, other] = [0, 1].map(|side| {
            let cell = table.cell(row, columns[side].0);
            parser
                .value(cell, column, codes[side].as_ref())
                .ok()
                .flatten()
        });
        let is_there = [0, 1].map(|side| !table.cell(row, columns[side].0).is_empty());
        if is_there == [true, true] {
            both += 1;
            alike += usize::from(one.is_some() && one == other);
        }
    }
    alike * 2 >= both
}
