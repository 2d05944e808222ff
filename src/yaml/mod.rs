//! YAML with places: one pass reads a file, broken or not, into values that know where they stand; edits
//! change the bytes they must and no others. Knows nothing of matters.

mod node;
mod patch;
mod path;
mod read;

pub use node::{Document, Entry, NodeId, Problem, ProblemKind, Shape, Style, Value};
pub use patch::{Data, Op, Refusal, patch};
pub use path::{Path, Step};
pub use read::read;

/// A file of more bytes is not read.
pub const MAX_BYTES: usize = 8 << 20;

/// Reads a file's bytes (being built in its own branch).
pub fn read_bytes(bytes: &[u8]) -> Document {
    read(String::from_utf8_lossy(bytes).into_owned())
}

/// The empty document of a file that was too large to read.
pub fn too_large(size: u64) -> Document {
    let mut document = read("");
    document.problems.push(Problem {
        kind: ProblemKind::TooLarge,
        span: crate::text::Span::at(0),
        detail: size.to_string(),
    });
    document
}
