//! YAML with places: one pass reads a file, broken or not, into values that know where they stand; edits
//! change the bytes they must and no others. Knows nothing of matters.

mod node;
mod path;
mod read;

pub use node::{Document, Entry, NodeId, Problem, ProblemKind, Shape, Style, Value};
pub use path::{Path, Step};
pub use read::read;
