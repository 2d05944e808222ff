//! Text as bytes in a file: spans, lines, edits, differences and conflicts; text on a screen: width and visible form; text for
//! a person: words in two languages. Knows nothing of YAML or of matters.

mod conflict;
mod diff;
mod digest;
mod edit;
mod letters;
mod lines;
mod span;
mod visible;
mod width;
mod words;
mod wrap;

pub use conflict::{Conflict, Marks, conflicts, settled};
pub use diff::{DiffLine, DiffPart, LineMark, diff, tokens};
pub use digest::Digest;
pub use edit::{Edit, apply, invert};
pub use letters::{is_ideograph, is_private, unified};
pub use lines::{Lines, Place};
pub use span::{Span, Spanned};
pub use visible::{is_hidden, is_order, visible};
pub use width::{clip, is_ambiguous_wide, pad, set_ambiguous_wide, tail, width};
pub use words::{Lang, Message, Words, counted, words};
pub use wrap::{fold, shown_width, wrap};
