//! Counts and scores in tables.

use std::cmp::Reverse;

use crate::catalog::Catalog;
use crate::levels::{Scores, Tally};
use crate::report::levels::page::shown;
use crate::report::levels::summary;
use crate::report::{Part, percent};
use crate::text::Lang;

/// A longer table is closed at first.
const LONG: usize = 12;

/// 表: one table of the overview.
pub(super) struct Table {
    pub(super) heading: &'static str,
    pub(super) is_long: bool,
    pub(super) rows: Vec<Row>,
}

/// One row.
pub(super) struct Row {
    pub(super) name: String,
    /// The share of a score, which a bar is drawn for; empty for a count.
    pub(super) share: String,
    pub(super) numbers: Vec<usize>,
}

/// The differences counted by class, field, department, type and division.
pub(super) fn tallied(catalog: &Catalog, tally: &Tally, lang: Lang) -> Vec<Table> {
    let parts = summary::parts(catalog, tally, lang).into_iter();
    let tables = parts.filter(|part| !part.rows.is_empty()).map(|part| {
        let mut rows = part.rows;
        if part.key != "classes" {
            rows.sort_by_key(|row| Reverse((row.count.due, row.count.approved)));
        }
        let rows = rows.into_iter().map(|row| Row {
            name: row.name,
            share: String::new(),
            numbers: summary::numbers(row.count).into(),
        });
        table(part.heading, rows.collect())
    });
    tables.collect()
}

/// How uniform each division, department, type or field is, the lowest first.
pub(super) fn scored(catalog: &Catalog, scores: &Scores, part: Part, lang: Lang) -> Table {
    let rows = part.scores(catalog, scores, lang).into_iter();
    let rows = rows.map(|(code, name, score)| Row {
        name: match part {
            Part::Field => shown(&name),
            _ => shown(format!("{code} {name}").trim()),
        },
        share: percent(&score),
        numbers: vec![score.compared, score.departing, score.approved],
    });
    table(part.heading().of(lang), rows.collect())
}

fn table(heading: &'static str, rows: Vec<Row>) -> Table {
    Table {
        heading,
        is_long: rows.len() > LONG,
        rows,
    }
}
