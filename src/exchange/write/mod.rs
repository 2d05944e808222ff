//! From records to files.

mod csv;
mod dictionary;
mod json;
mod linked;
mod workbook;

pub use csv::write_csv;
pub use json::{write_json, write_json_lines};
pub use linked::{write_json_ld, write_turtle};
pub use workbook::{WorkbookWith, workbook};

use crate::exchange::formula::guarded;

/// One row as CSV, no cell of it a formula.
pub(super) fn csv_row<'t>(cells: impl Iterator<Item = &'t str>) -> String {
    let cells: Vec<String> = cells.map(csv_cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn csv_cell(text: &str) -> String {
    let text = guarded(text);
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.into_owned()
    }
}
