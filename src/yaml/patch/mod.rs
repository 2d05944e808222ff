//! The only way YAML is written: edits of a document's text that change the bytes they must and no others.
//!
//! An edit is made twice: on the data, which gives what the file shall say afterwards, and on the text. The
//! edited text is read again and held to that data before anyone sees it, so a slip in this room can refuse
//! an edit but not spoil a file.
//!
//! No crate does this: `yaml-edit` 0.3.6 says what was meant, but kept the quotes of 10 in 40 replaced texts,
//! unfolds blocks, and writes `\u` escapes for Chinese inside brackets.
//!
//! Dress. A scalar keeps its quotes or its block; a block keeps its indentation. A plain text stays plain
//! where every reader of YAML 1.1 or 1.2 takes it for the same text, else it gets double quotes. New text is
//! plain under the same rule, but codes (digits, perhaps with letters, `-`, `_`, `.`) are quoted; new text
//! of several lines is a `|` block. Only control characters are ever escaped. New lines are indented as the
//! file does it.
//!
//! Comments. What an element of a block collection takes along:
//! - its own lines with the comments that end them, and comment lines below that are indented deeper than
//!   it is: they stand inside it;
//! - when it moves, the comment lines directly above that are indented as it is;
//! - when it is removed, those too, but only if they surely speak of it alone: if a blank line, another
//!   comment or the end of the collection follows. Otherwise they may head a group, and they stay.
//!
//! The comment that opens a file belongs to the file and never goes. When a value is replaced by one of
//! another kind, comments inside the old value go with it.

mod block;
mod check;
mod data;
mod dress;
mod flow;
mod habits;
mod intent;
mod layout;
mod letters;
mod minimal;
mod op;
mod plain;
mod refusal;
mod replace;
mod set;
mod spot;
mod write;

#[cfg(test)]
mod tests;

pub use data::Data;
pub use op::{Op, patch};
pub use refusal::Refusal;
