//! What is looked for on the desk: the index, what is typed, the filters, the views that were saved. Pure;
//! knows no key.

mod chip;
mod kind;
mod mask;

pub(crate) use chip::Chips;
pub(crate) use kind::Kind;
pub(crate) use mask::{counts, mask, stamp};

use std::sync::Arc;

use crate::catalog::{Catalog, Floor};
use crate::search::{Finder, Index, laws_of};
use crate::session::SavedView;
use crate::tui::find::mask::Stamp;

/// 查找: the state of looking for matters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Find {
    /// What can be found; `None` until it is made.
    pub(crate) index: Option<Box<Index>>,
    /// Finds, and remembers.
    pub(crate) finder: Finder,
    /// What is filtered.
    pub(crate) chips: Chips,
    /// Whether it is looked for in the whole catalog, whatever line of the tree is selected.
    pub(crate) is_everywhere: bool,
    /// The matter that was shown when the box was opened.
    pub(crate) came_from: Option<Box<str>>,
    /// The views that were saved.
    pub(crate) views: Vec<SavedView>,
    /// The matters that pass the filters, as marks by place; `None` if all do.
    pub(crate) mask: Option<Arc<Vec<bool>>>,
    /// What the list and the marks were made for.
    pub(crate) made_for: Option<Stamp>,
}

impl Find {
    /// Follows a change of the catalog.
    pub(crate) fn change(&mut self, before: &Catalog, after: &Catalog, paths: &[Box<str>]) {
        let Some(index) = &mut self.index else {
            return;
        };
        index.follow(before, after, paths);
        for id in paths.iter().filter_map(|path| after.matter_at(path)) {
            let matter = after.matter(id);
            if let Some(code) = matter.code().filter(|_| matter.floor == Floor::Base) {
                index.cite(code.value, &laws_of(matter));
            }
        }
    }
}
