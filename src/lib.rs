//! mulu (目录): the desk at which the catalogs of government service matters are made to agree.

pub mod catalog;
pub mod change;
pub mod cli;
pub mod findings;
pub mod levels;
pub mod report;
pub mod rules;
pub mod session;
pub mod store;
pub mod terms;
pub mod text;
pub mod tui;
pub mod yaml;
