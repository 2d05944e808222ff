//! What the manual says about a rule, for whoever has only its code.

use crate::findings::Page;
use crate::rules::page_of;

pub use crate::rules::is_excusable;

/// 说明页: the page of a rule; `None` if there is no such rule.
pub fn manual(code: &str) -> Option<&'static Page> {
    page_of(code)
}
