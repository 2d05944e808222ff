//! YAML with places: one pass reads a file, broken or not, into values that know where they stand; edits
//! change the bytes they must and no others. Knows nothing of matters.

mod cause;
mod decode;
mod document;
mod patch;
mod path;
mod problem;
mod read;
mod source;
mod value;

pub use decode::{MAX_BYTES, decode, read_bytes, too_large};
pub use document::{Document, NodeId};
pub use patch::{Data, Op, Refusal, patch};
pub use path::{Path, Step};
pub use problem::{Problem, ProblemKind, SyntaxCause};
pub use read::read;
pub use value::{Entry, Shape, Style, Value};
