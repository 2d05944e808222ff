//! Levels side by side: differences, the matrix of a matter, the odd ones out and the alignment, for a
//! person, for a page and for a machine. One file for each form.

mod align_human;
mod align_json;
mod beside;
mod brief;
mod csv;
mod evidence;
mod human;
mod json;
mod listing;
mod markdown;
mod matrix;
mod matrix_pages;
mod odd;
mod page;
mod place;
mod summary;
mod values;

pub use align_human::align_human;
pub use align_json::align_json;
pub use brief::{brief, field_title};
pub use csv::levels_csv;
pub use evidence::evidence;
pub use human::{levels_human, one_line};
pub use json::levels_json;
pub use listing::Listing;
pub(super) use markdown::inline;
pub use markdown::levels_markdown;
pub use matrix::matrix_human;
pub use matrix_pages::{matrix_csv, matrix_json, matrix_markdown};
pub use odd::{odd_csv, odd_human, odd_json, odd_markdown};
pub use page::{Background, levels_page};
