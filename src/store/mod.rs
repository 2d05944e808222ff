//! The only door to disk, git and clock. Hands out bytes and takes texts; knows no YAML and no matter.

mod clock;
mod create;
mod draft;
mod error;
mod files;
mod git;
mod journal;
mod revision;
mod trace;
mod write;
mod write_many;

pub use clock::today;
pub use create::fresh_folder;
pub use draft::Draft;
pub use error::StoreError;
pub use files::{Content, RawFile, Root, read_text};
pub use git::{Changed, Git};
pub use journal::Journal;
pub use revision::Revision;
pub use write::write_atomically;
pub use write_many::Write;
