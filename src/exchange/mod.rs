//! Tables in and out: spreadsheets, CSV and JSON that other systems make and read.
//!
//! In: bytes → [`Table`]s of [`Cell`]s → a [`Mapping`] of columns to fields, proposed and changed by hand →
//! records → [`Import`]: what is to be done to which file, and which rows cannot be taken and why.
//! Out: the records of a catalog → rows of the same columns → a file of some form.
//!
//! One model serves both ways: a cell that says what the catalog would write there changes nothing, so that
//! what is exported and imported again is the same to the byte. Knows no disk: it is handed bytes.

mod cell;
mod column;
mod formula;
mod guess;
mod head;
mod import;
mod intents;
mod known;
mod mapping;
mod merge;
mod names;
mod parse;
mod progress;
mod propose;
mod read;
mod reason;
mod record;
mod rejects;
mod render;
mod rows;
mod table;
mod write;

pub use cell::Cell;
pub use column::{Column, columns};
pub use import::{Import, Reject, Tally, import};
pub use mapping::{Assigned, Head, Mapping, TableMapping, WithoutBaseCode};
pub use progress::Progress;
pub use propose::{Proposed, propose};
pub use read::{Unreadable, read};
pub use rejects::rejects_csv;
pub use rows::{Record, records};
pub use table::Table;
pub use write::{
    WorkbookWith, workbook, write_csv, write_json, write_json_ld, write_json_lines, write_turtle,
};
