//! Tests of the whole: one binary, one module a subject.

mod cli_check;
mod cli_help;
mod cli_init;
mod cli_new;
mod cli_set;
mod cli_show;
mod floors;
mod sandbox;
mod store;
