//! All levels of one matter, field by field, for a page, a spreadsheet and a machine.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::catalog::Catalog;
use crate::levels::{Cell, Matrix, Row, Stand, View};
use crate::report::json_text::to_text;
use crate::report::levels::brief::full;
use crate::report::levels::csv::csv;
use crate::report::levels::field_title;
use crate::report::levels::json::matter;
use crate::report::levels::markdown::inline;
use crate::report::levels::matrix::sign;
use crate::report::levels::place::{base_code, place, raw_name};
use crate::report::record_json::json_value;
use crate::text::{Lang, Words, words};

const FIELD: Words = words("字段", "Field");

/// The matrix as JSON: `columns`, and `rows` with a cell for each: `value`, `own`, `class` and `stand`.
pub fn matrix_json(catalog: &Catalog, matrix: &Matrix<'_>, lang: Lang) -> String {
    let view = now(catalog);
    let columns = matrix.columns.iter().map(|id| matter(view, *id));
    to_text(&Report {
        version: 1,
        lang: lang.word(),
        columns: columns.collect(),
        rows: matrix
            .rows
            .iter()
            .map(|row| json_row(catalog, row, lang))
            .collect(),
    })
}

#[derive(Serialize)]
struct Report {
    version: u8,
    lang: &'static str,
    columns: Vec<Json>,
    rows: Vec<Json>,
}

fn json_row(catalog: &Catalog, row: &Row<'_>, lang: Lang) -> Json {
    let schema = catalog.standard.field(row.field).map(AsRef::as_ref);
    let cell = |cell: &Cell<'_>| {
        let source = cell
            .value
            .map(|value| &catalog.matter(value.source).file.path);
        json!({
            "value": cell.value.map(|value| json_value(schema, value.value)),
            "own": cell.is_own,
            "source": source.map(|path| format!("catalog/{path}")),
            "class": cell.difference.as_ref().map(|difference| difference.class.word()),
            "stand": cell.standing.as_ref().map(|standing| Stand::of(standing).word()),
        })
    };
    json!({
        "field": row.field.key(),
        "title": field_title(catalog, row.field, lang),
        "cells": row.cells.iter().map(cell).collect::<Vec<_>>(),
    })
}

fn now(catalog: &Catalog) -> View<'_> {
    View {
        catalog,
        revision: None,
    }
}

fn headings(catalog: &Catalog, matrix: &Matrix<'_>, lang: Lang) -> Vec<String> {
    let places = matrix
        .columns
        .iter()
        .map(|id| place(now(catalog), *id, lang));
    std::iter::once(FIELD.of(lang).to_owned())
        .chain(places)
        .collect()
}

/// A row as text: the title, and the lines of each cell, the sign before the first.
fn text_row(catalog: &Catalog, row: &Row<'_>, lang: Lang) -> Vec<Vec<String>> {
    let cell = |cell: &Cell<'_>| {
        let value = cell
            .value
            .map(|value| full(catalog, value.field, value.value, lang));
        let mut lines = value.unwrap_or_default();
        if let Some(first) = lines.first_mut() {
            let sign = sign(catalog, cell);
            if sign != " " {
                first.insert_str(0, &format!("{sign} "));
            }
        }
        lines
    };
    let title = vec![field_title(catalog, row.field, lang).into_owned()];
    std::iter::once(title)
        .chain(row.cells.iter().map(cell))
        .collect()
}

/// The matrix as CSV.
pub fn matrix_csv(catalog: &Catalog, matrix: &Matrix<'_>, lang: Lang) -> String {
    let rows = matrix.rows.iter().map(|row| {
        let cells = text_row(catalog, row, lang);
        cells.iter().map(|lines| lines.join("\n")).collect()
    });
    csv(std::iter::once(headings(catalog, matrix, lang)).chain(rows))
}

/// The matrix as Markdown.
pub fn matrix_markdown(catalog: &Catalog, matrix: &Matrix<'_>, lang: Lang) -> String {
    let view = now(catalog);
    let mut text = String::new();
    if let Some(base) = matrix.columns.first() {
        let title = format!("{} {}", base_code(view, *base), raw_name(view, *base));
        let _ = writeln!(text, "## {}\n", inline(&title));
    }
    let headings = headings(catalog, matrix, lang);
    let cells: Vec<String> = headings.iter().map(|text| inline(text)).collect();
    let _ = writeln!(
        text,
        "| {} |\n|{}",
        cells.join(" | "),
        " --- |".repeat(cells.len())
    );
    for row in &matrix.rows {
        let cells = text_row(catalog, row, lang);
        let cells = cells.iter().map(|lines| {
            let lines: Vec<String> = lines.iter().map(|line| inline(line)).collect();
            lines.join("<br>")
        });
        let _ = writeln!(text, "| {} |", cells.collect::<Vec<_>>().join(" | "));
    }
    text
}
