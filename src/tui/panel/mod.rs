//! Findings as a person works through them: in groups, narrowed, folded. Pure; knows findings and where
//! they stand, no key.

mod groups;
mod state;

#[cfg(test)]
mod tests;

pub(crate) use groups::{Group, Grouping, groups};
pub(crate) use state::{DetailKey, Line, Panel, Scope, Spot};
