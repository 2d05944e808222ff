//! Tests of the whole: one binary, one module a subject.

mod bundled;
mod floors;
mod rules;
mod stage;
mod store;
