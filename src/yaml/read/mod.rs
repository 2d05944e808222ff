//! The reader: one pass over a text gives values with places. It never fails; what is wrong becomes a
//! problem, and what was read before a break stays.
//!
//! A file that is written as most are is read the short way (`canon`); any other through the parser, whose
//! events `builder` makes values of. The parser counts places in characters, lets quoted scalars and brackets
//! run on into blanks and comments, and starts block scalars at their content; `cursor` and `place` set that
//! right.

mod builder;
mod canon;
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
use crate::yaml::read::tree::Tree;
use crate::yaml::{Document, Problem, cause};

/// Deeper than this, a file is not read on.
pub(super) const DEEPEST: usize = 64;

/// Reads one file's text.
///
/// A line break that a `|` or `>` block wants at its end is taken to stand at the end of a file without one.
pub fn read(text: impl Into<Arc<str>>) -> Document {
    let text = text.into();
    match canon::read(&text) {
        Some(tree) => document(text, tree, Vec::new()),
        None => parse(text),
    }
}

/// Reads any text by way of the parser.
fn parse(text: Arc<str>) -> Document {
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
    document(text, tree, problems)
}

fn document(text: Arc<str>, tree: Tree, problems: Vec<Problem>) -> Document {
    Document {
        text,
        nodes: tree.nodes,
        copies: tree.copies,
        problems,
        faithful: true,
    }
}
