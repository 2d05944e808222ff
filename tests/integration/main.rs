//! Tests of the whole: one binary, one module a subject.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test that cannot go on stops, sets its own stage, and holds its snapshots in line"
)]

mod agreement;
mod between;
mod bundled;
mod change;
mod changed_files;
mod checked_again;
mod cli_align;
mod cli_baseline;
mod cli_check;
mod cli_completions;
mod cli_config;
mod cli_decide;
mod cli_export;
mod cli_fix;
mod cli_help;
mod cli_import;
mod cli_init;
mod cli_levels;
mod cli_levels_page;
mod cli_new;
mod cli_remit;
mod cli_rules;
mod cli_score;
mod cli_set;
mod cli_show;
mod compare;
mod counties;
mod credit_codes;
mod decide;
mod desk;
mod field_changes;
mod fingerprint;
mod fixes;
mod floors;
#[cfg(unix)]
mod gate;
mod git_diff;
mod git_merge;
mod going_on;
mod guide_table;
mod large;
mod law_tables;
mod levels;
mod levels_province;
mod numbering;
mod odd_repositories;
mod outputs;
mod page_browser;
mod page_hostile;
mod patch;
mod picture;
#[path = "../../benches/province/mod.rs"]
mod province;
mod reading;
mod recode;
mod remit;
mod replay;
mod rule_table;
mod rules;
mod sample;
mod sandbox;
mod schemas;
mod session;
mod settings;
mod since;
mod slips;
mod stage;
mod staging;
mod store;
mod sync;
mod tables;
mod terminal;
mod truth;
mod tui_edit;
mod tui_mouse;
mod tui_review;
mod tui_safe;
mod tui_start;
mod tui_text;
mod walker;
