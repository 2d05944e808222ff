//! From the catalog to rows: what each record states itself, in the columns of its kind.

use crate::catalog::standard::{RecordKind, Standard};
use crate::catalog::{Catalog, File, Floor};
use crate::exchange::known::list_of;
use crate::exchange::render::render;
use crate::exchange::{Column, columns};
use crate::yaml::{Data, Value};

/// 记录: one record of the catalog, as it states itself.
#[derive(Clone, Copy)]
pub struct Record<'c> {
    /// What it is.
    pub kind: RecordKind,
    /// The file it stands in.
    pub file: &'c File,
    /// All that it says.
    pub says: Value<'c>,
}

/// The records of a kind, in the order of their files.
pub fn records(catalog: &Catalog, kind: RecordKind) -> Box<dyn Iterator<Item = Record<'_>> + '_> {
    let record = move |file, says| Record { kind, file, says };
    if let Some((list, _)) = list_of(kind) {
        let files = catalog.files().iter();
        let files = files.filter(move |file| file.kind == kind.file_kind());
        return Box::new(files.flat_map(move |file| {
            let root = file.document().root();
            let entries = root.and_then(|root| root.get(list)).into_iter();
            let entries = entries.flat_map(|list| list.items());
            entries.map(move |entry| record(&**file, entry))
        }));
    }
    let floor = match kind {
        RecordKind::Base => Floor::Base,
        _ => Floor::Local,
    };
    let matters = catalog
        .matters()
        .filter(move |(_, matter)| matter.floor == floor);
    Box::new(matters.filter_map(move |(_, matter)| {
        let says = matter.file.document().root()?;
        Some(record(&*matter.file, says))
    }))
}

/// The columns in which a record is written out: those of whole fields and of their parts.
pub(super) fn written_columns(standard: &Standard, kind: RecordKind) -> Vec<Column> {
    let mut columns = columns(standard, kind);
    columns.retain(|column| !column.is_of_items);
    columns
}

impl Record<'_> {
    /// The text of its cell in a column.
    pub(super) fn cell(&self, column: &Column) -> String {
        let field = self.says.get(&column.field);
        let value = match &column.part {
            Some(part) => field.and_then(|field| field.get(part)),
            None => field,
        };
        value.map_or_else(String::new, |value| {
            render(&Data::of(value), &column.schema)
        })
    }

    /// Its cells in some columns.
    pub(super) fn row(&self, columns: &[Column]) -> Vec<String> {
        columns.iter().map(|column| self.cell(column)).collect()
    }
}
