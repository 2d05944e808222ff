//! The only door to disk, git and clock. Hands out bytes and takes texts; knows no YAML and no matter.

mod cache;
mod clock;
mod commit;
mod create;
mod error;
mod files;
mod git;
mod journal;
mod past;
mod revision;
mod seat;
mod stage;
mod stamp;
mod status;
mod trace;
mod watch;
mod write;
mod write_many;

pub use cache::Cache;
pub use clock::{time_of_day, today};
pub use create::fresh_folder;
pub use error::StoreError;
pub use files::{Content, RawFile, Root, read_text};
pub use git::Git;
pub use journal::Journal;
pub use past::{Past, Walk};
pub use revision::Revision;
pub use seat::{LeftJournal, Seat, forget_journals, host_name, left_journals, set_journal_aside};
pub use stage::Staging;
pub use stamp::Stamp;
pub use status::{Changed, FileState};
pub use watch::Watch;
pub use write::{Fill, write_atomically, write_atomically_by};
pub use write_many::Write;
