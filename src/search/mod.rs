//! Finding matters by what a person types: characters, pinyin, initials, a mix of them, or a code, with a slip
//! of the finger allowed. Names repeat across divisions, so each distinct text is indexed once and found
//! once; matters only point at texts. Knows no screen, no disk and no order of display but its own ranking.
//!
//! ```text
//! catalog → Record → Index (texts, rows, codes)
//! words typed → Word → Table (letters × places in the word) → class of each text → rank of each matter
//! ```

mod affected;
mod class;
mod codes;
mod facet;
mod finder;
mod index;
mod marks;
mod record;
mod sound;
mod table;
mod texts;
mod word;

pub use affected::{Affected, affected};
pub use facet::Facet;
pub use finder::{Finder, Found};
pub use index::Index;
pub use marks::marks;
pub use record::{Record, cited_laws, in_effect, laws_of, texts_in_effect};
pub use sound::spelled;
