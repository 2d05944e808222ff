//! The reader: one pass over the parser's events gives values with places. It never fails; what is wrong
//! becomes a problem, and what was read before a break stays.
//!
//! The parser counts places in characters, lets quoted scalars and brackets run on into blanks and
//! comments, and starts block scalars at their content; `cursor` and `place` set that right.

mod builder;
mod cursor;
mod keys;
pub(super) mod place;
pub(super) mod text;
mod tree;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use saphyr_parser::Parser;

use crate::yaml::read::builder::Builder;
use crate::yaml::{Document, cause};

/// Deeper than this, a file is not read on.
pub(super) const DEEPEST: usize = 64;

/// Reads one file's text.
///
/// A line break that a `|` or `>` block wants at its end is taken to stand at the end of a file without one.
pub fn read(text: impl Into<Arc<str>>) -> Document {
    let text = text.into();
    let mut builder = Builder::new(&text);
    for event in Parser::new_from_str(&text) {
        match event {
            Ok((event, span)) => {
                if !builder.take(event, span) {
                    break;
                }
            }
            Err(error) => {
                let at = builder.cursor.byte(error.marker().index());
                let broken = cause::Break {
                    text: &text,
                    here: builder.here,
                    bracket: builder.bracket(),
                    last: builder.last(),
                    at,
                    words: error.info(),
                };
                builder.problems.push(broken.explain());
                break;
            }
        }
    }
    let (tree, mut problems) = builder.finish();
    text::report(&text, &mut problems);
    problems.sort_by_key(|problem| problem.span);
    Document {
        text,
        nodes: tree.nodes,
        copies: tree.copies,
        problems,
        faithful: true,
    }
}
