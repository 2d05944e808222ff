//! mulu (目录): the desk at which the catalogs of government service matters are made to agree.
//!
//! # The flow
//!
//! Data runs one way, down to findings or down to a commit:
//!
//! ```text
//! files → store → yaml → catalog → rules → findings → report → cli, tui
//! keys, fix, set → change::Intent → change::Plan → yaml::patch → text::Edit → store → commit
//! catalog × catalog → levels → rules (family X), report, review; a decision is a change like any other
//! ```
//!
//! # The rooms, from the ground up
//!
//! | room | what lives there |
//! |---|---|
//! | [`text`] | spans, lines, edits; display width; words in two languages |
//! | [`yaml`] | reading with places, lossless edits, paths |
//! | [`terms`] | the words of the trade as small value types |
//! | [`store`] | the only door to disk, git and clock |
//! | [`catalog`] | from file to matter to index; the unified standard (schemas and tables) |
//! | [`change`] | intents, plans, undo: the one way to alter anything |
//! | [`findings`] | what is said about a place, its fix, and what is known of a rule |
//! | [`levels`] | who corresponds to whom, where they differ, what was decided, how uniform all is |
//! | [`merge`] | two people's work on one file joined, by field and by list identity |
//! | [`rules`] | one file and one page a rule, one table of all |
//! | [`report`] | findings for a person and for a machine |
//! | [`exchange`] | tables in and out: spreadsheets, CSV, JSON |
//! | [`search`] | finding matters by characters, pinyin, initials or codes |
//! | [`session`] | an opened catalog: load, check, change, save, commit |
//! | [`cli`] | one file a subcommand |
//! | [`tui`] | the screen: `update(&mut Model, Message) -> Vec<Effect>`, `view(&Model, &mut Frame)` |
//!
//! A room names only rooms above it in this table, and not all of those: the integration test `floors`
//! holds the exact list. `main.rs` is the joint between [`cli`] and [`tui`], which do not know each other.
//!
//! # Where is …?
//!
//! - what `L002` says and why: the page `l002_….md` in the family's folder of [`rules`], beside its code;
//! - a word of the trade: [`terms`]; a field of a matter: [`catalog::Field`], its title and help: `schemas/`;
//! - which value wins when levels are silent: [`catalog::effective_value`];
//! - who is whose counterpart, and how they differ: [`levels`]; how that is told, a file a form: `report/levels/`;
//! - what the installed `git` does, and how it is run: [`store::Program`]; commits, syncs and branches: [`session`];
//! - what a subcommand does: the file of its name in [`cli`]; a screen: the file of its name in `tui::screens`.
//!
//! # Invariants
//!
//! - Reading never fails: bad content is a list of problems with places, beside whatever could be read.
//! - A code is taken from the text as it stands, never through a number.
//! - A rule reads and reports. A fix is a list of intents, the same that keys produce.
//! - YAML is written only through [`yaml::patch()`], which re-reads its own result before it lets go of it.
//! - Only [`store`], [`cli`] and [`tui`] touch disk, git, clock, environment or terminal. Today is handed in.
//! - Drawing changes nothing; all state of the screen is in its model.
//! - Catalog text is hostile: it reaches a terminal only through [`text::visible`].
//! - Everything a person reads is a [`text::Words`] or a [`text::Message`]: both languages or it does not build.

pub mod catalog;
pub mod change;
pub mod cli;
pub mod exchange;
pub mod findings;
pub mod levels;
pub mod merge;
pub mod report;
pub mod rules;
pub mod search;
pub mod session;
pub mod store;
pub mod terms;
pub mod text;
pub mod tui;
pub mod yaml;
