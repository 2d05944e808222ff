//! Records as CSV: the keys of the fields above, one record to a row, as RFC 4180 has it.

use std::io::{self, Write};

use crate::catalog::Catalog;
use crate::catalog::standard::RecordKind;
use crate::exchange::records;
use crate::exchange::rows::written_columns;
use crate::exchange::write::csv_row;

/// Writes the records of a kind; with a mark for programs that take a text without one for something else
/// than UTF-8.
pub fn write_csv(
    catalog: &Catalog,
    kind: RecordKind,
    is_marked: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let columns = written_columns(&catalog.standard, kind);
    if is_marked {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    out.write_all(csv_row(columns.iter().map(|column| &*column.key)).as_bytes())?;
    for record in records(catalog, kind) {
        let row = record.row(&columns);
        out.write_all(csv_row(row.iter().map(String::as_str)).as_bytes())?;
    }
    Ok(())
}
