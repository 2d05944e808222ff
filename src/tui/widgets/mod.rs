//! Small drawn things that know no matter and no catalog: pieces of text, wrapped text, a cursor in a long
//! list, a text field.

mod cursor;
mod field;
mod piece;
mod spots;
mod wrap;

pub(crate) use cursor::{Cursor, Motion, scrolled};
pub(crate) use field::{Pasted, TextField};
pub(crate) use piece::{Piece, Row, draw_row};
pub(crate) use spots::{Spot, Spots, spot, spot_rows};
pub(crate) use wrap::{wrap, wrap_pieces};
