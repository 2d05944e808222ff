//! Records as JSON, as they state themselves, each with its kind; one document, or one record to a line. The
//! schema is `schemas/export.schema.json`.

use std::io::{self, Write};

use serde_json::{Map, Value as Json};

use crate::catalog::Catalog;
use crate::catalog::standard::RecordKind;
use crate::exchange::records;
use crate::exchange::render::json;
use crate::exchange::rows::Record;
use crate::yaml::Data;

/// Writes records one to a line.
pub fn write_json_lines(
    catalog: &Catalog,
    kinds: &[RecordKind],
    out: &mut dyn Write,
) -> io::Result<()> {
    for record in of_kinds(catalog, kinds) {
        writeln!(out, "{}", object(&record))?;
    }
    Ok(())
}

/// Writes one document that holds the records.
pub fn write_json(catalog: &Catalog, kinds: &[RecordKind], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"{\n\"version\": 1,\n\"records\": [")?;
    let mut between = "\n";
    for record in of_kinds(catalog, kinds) {
        write!(out, "{between}{}", object(&record))?;
        between = ",\n";
    }
    out.write_all(b"\n]\n}\n")
}

fn of_kinds<'c>(catalog: &'c Catalog, kinds: &'c [RecordKind]) -> impl Iterator<Item = Record<'c>> {
    kinds.iter().flat_map(|kind| records(catalog, *kind))
}

fn object(record: &Record<'_>) -> Json {
    let mut object = Map::new();
    object.insert("kind".to_owned(), record.kind.word().into());
    if let Json::Object(entries) = json(&Data::of(record.says)) {
        object.extend(entries);
    }
    Json::Object(object)
}
