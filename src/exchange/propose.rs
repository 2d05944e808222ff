//! A mapping proposed for the tables of a file: where the head is, what the rows are, which column is which
//! field, and whose codes it uses. What is not certain is left out and can be put in by hand.

use std::collections::HashSet;

use crate::catalog::Catalog;
use crate::catalog::standard::{RecordKind, Standard};
use crate::exchange::guess::{agree, fits, recoding};
use crate::exchange::head::{labels, rows};
use crate::exchange::mapping::WithoutBaseCode;
use crate::exchange::names::Names;
use crate::exchange::parse::Parser;
use crate::exchange::{Assigned, Head, Mapping, Table, TableMapping};

/// 提议: a mapping, and the sheets that no mapping was found for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// The mapping.
    pub mapping: Mapping,
    /// The sheets that are not taken.
    pub left: Vec<String>,
}

/// A head is looked for in so many rows, and is so high at most.
const HEAD_WITHIN: usize = 30;
const HEAD_HEIGHT: usize = 3;

/// Proposes a mapping; `kind` says what the rows are, if that is known.
pub fn propose(catalog: &Catalog, tables: &[Table], kind: Option<RecordKind>) -> Proposed {
    let mut proposed = Proposed::default();
    let not_data = &catalog.standard.tables.exchange.not_data;
    for table in tables {
        let is_data = !not_data.contains(&table.name);
        match is_data.then(|| of_table(catalog, table, kind)).flatten() {
            Some(mut mapping) => {
                mapping.sheet = (tables.len() > 1).then(|| table.name.clone());
                proposed.mapping.tables.push(mapping);
            }
            None => proposed.left.push(table.name.clone()),
        }
    }
    let order = |of: &TableMapping| RecordKind::ALL.iter().position(|kind| *kind == of.kind);
    proposed.mapping.tables.sort_by_key(order);
    proposed
}

/// A head that was found, with what its columns may mean.
struct Found {
    kind: RecordKind,
    head: Head,
    meant: Vec<Vec<usize>>,
    score: usize,
}

fn of_table(catalog: &Catalog, table: &Table, kind: Option<RecordKind>) -> Option<TableMapping> {
    let told = kind.or_else(|| told(&catalog.standard, &table.name));
    let kinds = RecordKind::ALL.into_iter();
    let kinds = kinds.filter(|kind| told.is_none_or(|told| told == *kind));
    let found = kinds.filter_map(|kind| {
        let names = Names::of(&catalog.standard, kind);
        let found = find_head(table, kind, &names)?;
        Some((names, found))
    });
    // Of two kinds that explain as much, the one whose columns are fewer explains it better.
    let (names, found) = found.max_by_key(|(_, found)| (found.score, closeness(found.kind)))?;
    Some(assign(catalog, table, &names, &found))
}

/// The kind that the name of a sheet tells.
fn told(standard: &Standard, sheet: &str) -> Option<RecordKind> {
    let kinds = standard.tables.exchange.kinds.iter();
    let is_it = |name: &String| name == sheet;
    let mut named = kinds.filter(|titled| {
        let own = [&titled.zh, &titled.en];
        own.into_iter().chain(&titled.sheets).any(is_it) || titled.kind.word() == sheet
    });
    named.next().map(|titled| titled.kind)
}

fn closeness(kind: RecordKind) -> usize {
    RecordKind::ALL
        .iter()
        .rev()
        .position(|other| *other == kind)
        .unwrap_or(0)
}

fn find_head(table: &Table, kind: RecordKind, names: &Names) -> Option<Found> {
    let within = HEAD_WITHIN.min(table.rows.len());
    let heights = 1..=HEAD_HEIGHT;
    let heads = heights.flat_map(|height| (0..within).map(move |row| (row, row + height - 1)));
    let mut best: Option<Found> = None;
    for (from, to) in heads.filter(|(_, to)| *to < table.rows.len()) {
        let head = Head {
            first: table.number(from),
            last: table.number(to),
        };
        let meant: Vec<Vec<usize>> = (0..table.width())
            .map(|column| meant(table, names, (from, to), column))
            .collect();
        let score = meant
            .iter()
            .filter_map(|meant| meant.first())
            .collect::<HashSet<_>>()
            .len();
        if best.as_ref().is_none_or(|best| score > best.score) {
            best = Some(Found {
                kind,
                head,
                meant,
                score,
            });
        }
    }
    let mut best = best.filter(|best| is_enough(best, names))?;
    widen(table, names, &mut best);
    Some(best)
}

/// What a column may mean: by its head rows together, or by the lowest of them that says anything known.
fn meant(table: &Table, names: &Names, (from, to): (usize, usize), column: usize) -> Vec<usize> {
    let said = |row: usize| table.cell(row, column).shown();
    let mut parts: Vec<String> = (from..=to).map(|row| said(row).into_owned()).collect();
    parts.dedup();
    let joined = names.meant(&parts.concat());
    if !joined.is_empty() {
        return joined.to_vec();
    }
    let found = parts.iter().rev().map(|part| names.meant(part));
    let mut found = found.filter(|meant| !meant.is_empty());
    found.next().map_or_else(Vec::new, <[usize]>::to_vec)
}

/// Whether a head has what a record cannot do without.
fn is_enough(found: &Found, names: &Names) -> bool {
    let has = |key: &str| {
        let place = names.place(key);
        let mut meant = found.meant.iter().flatten();
        place.is_some_and(|place| meant.any(|meant| *meant == place))
    };
    match found.kind {
        RecordKind::Local => {
            (has("code") || has("local_code") || has("base_code")) && found.score > 1
        }
        RecordKind::Base | RecordKind::Body => has("code") && has("name"),
        RecordKind::Law => has("title") && found.score > 1,
    }
}

/// A row below that says the same once more, as the row of keys below one of titles, belongs to the head.
fn widen(table: &Table, names: &Names, found: &mut Found) {
    loop {
        let next = rows(table, found.head).end;
        let says_the_same = |(column, meant): (usize, &Vec<usize>)| {
            let cell = table.cell(next, column).shown();
            cell.is_empty() || names.meant(&cell).first() == meant.first() && !meant.is_empty()
        };
        if table.is_blank(next) || !found.meant.iter().enumerate().all(says_the_same) {
            return;
        }
        found.head.last += 1;
    }
}

fn assign(catalog: &Catalog, table: &Table, names: &Names, found: &Found) -> TableMapping {
    let parser = Parser { catalog };
    let first = rows(table, found.head).end;
    let labels = labels(table, found.head).into_iter().enumerate();
    let mut taken: Vec<(usize, usize, Option<String>)> = Vec::new();
    let mut columns = Vec::new();
    for ((place, label), meant) in labels.zip(&found.meant) {
        let chosen = meant.iter().copied().find(|column| {
            let column = names.columns.get(*column);
            column.is_some_and(|column| fits(parser, table, (first, place), column))
        });
        let chosen = chosen.or(meant.last().copied());
        let column = chosen.and_then(|chosen| names.columns.get(chosen));
        let codes = column.and_then(|column| recoding(parser, table, (first, place), column));
        let twin = taken.iter().find(|(_, other, _)| Some(*other) == chosen);
        let is_apart = |(other, _, others): &(usize, usize, Option<String>)| {
            let columns = [(*other, others.as_deref()), (place, codes.as_deref())];
            column.is_none_or(|column| !agree(parser, table, first, columns, column))
        };
        let column = column.filter(|_| !twin.is_some_and(is_apart));
        if let (Some(chosen), Some(_)) = (chosen, column) {
            taken.push((place, chosen, codes.clone()));
        }
        columns.push(Assigned {
            column: label,
            field: column.map(|column| column.key.to_string()),
            codes: column.and(codes),
        });
    }
    let has = |key: &str| {
        columns
            .iter()
            .any(|assigned| assigned.field.as_deref() == Some(key))
    };
    let is_bare = found.kind == RecordKind::Local && !has("code") && !has("base_code");
    let defaults = catalog.standard.tables.exchange.defaults.iter();
    let defaults = defaults.filter(|default| default.kind == found.kind);
    TableMapping {
        sheet: None,
        kind: found.kind,
        head: found.head,
        without_base_code: if is_bare {
            WithoutBaseCode::Keep
        } else {
            WithoutBaseCode::Refuse
        },
        defaults: defaults
            .map(|default| (default.field.clone(), default.value.clone()))
            .collect(),
        columns,
    }
}
