//! Tests of the whole: one binary, one module a subject.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test that cannot go on stops, sets its own stage, and holds its snapshots in line"
)]

mod bundled;
mod change;
mod cli_check;
mod cli_help;
mod cli_init;
mod cli_new;
mod cli_rules;
mod cli_set;
mod cli_show;
mod decide;
mod floors;
mod levels;
mod patch;
mod picture;
mod reading;
mod rule_table;
mod rules;
mod sample;
mod sandbox;
mod schemas;
mod session;
mod stage;
mod store;
mod terminal;
mod tui_edit;
mod tui_review;
mod tui_start;
mod walker;
