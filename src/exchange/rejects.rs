//! The rows that were not taken, as a table that can be mended and imported again.

use crate::exchange::write::csv_row;
use crate::exchange::{Mapping, Reject, Table};
const ROW: &str = "行";
const REASON: &str = "原因";
const REASON_EN: &str = "Reason";

/// The rejected rows as CSV, with their numbers and the reasons in both languages before them.
pub fn rejects_csv(tables: &[Table], mapping: &Mapping, rejects: &[Reject]) -> String {
    let mut text = "\u{FEFF}".to_owned();
    let mut last = None;
    for reject in rejects {
        let (Some(table), Some(of)) =
            (tables.get(reject.table), mapping.tables.get(reject.mapping))
        else {
            continue;
        };
        if last.replace(reject.mapping) != Some(reject.mapping) {
            let names = of.columns.iter().map(|assigned| assigned.column.as_str());
            let head = [ROW, REASON, REASON_EN].into_iter().chain(names);
            text += &csv_row(head);
        }
        let number = table.number(reject.row).to_string();
        let width = of.columns.len();
        let cells: Vec<_> = (0..width)
            .map(|place| table.cell(reject.row, place).shown())
            .collect();
        let start = [&*number, &reject.reason.zh, &reject.reason.en];
        text += &csv_row(start.into_iter().chain(cells.iter().map(AsRef::as_ref)));
    }
    text
}
