//! What changed between two states of a catalog, matter by matter: for a person, for a page and for a machine. One
//! file for each form.

mod human;
mod json;
mod markdown;
mod page;
mod past;
mod spot;
mod words;

pub use human::amendments_human;
pub use json::amendments_json;
pub use markdown::amendments_markdown;
pub use page::amendments_page;
pub use past::{Blamed, PastCommit, PastStep, blame_human, blame_json, past_human, past_json};
pub use words::shift_name;

use crate::catalog::Catalog;
use crate::levels::{Amendment, Shift};

/// 改动一览: what is told.
#[derive(Clone, Copy, Debug)]
pub struct Changes<'r> {
    /// Names what the files speak of.
    pub catalog: &'r Catalog,
    /// What the earlier state is called.
    pub old: &'r str,
    /// What the later one is called.
    pub new: &'r str,
    /// The files, by path.
    pub files: &'r [Amendment],
}

impl Changes<'_> {
    /// How many fields are of a class, in all files that stayed.
    fn count(&self, shift: Shift) -> usize {
        let fields = self.files.iter().flat_map(Amendment::fields);
        fields.filter(|judged| judged.shift == shift).count()
    }
}
