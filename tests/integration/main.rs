//! Tests of the whole: one binary, one module a subject.

mod bundled;
mod floors;
mod patch;
mod reading;
mod rules;
mod sample;
mod stage;
mod store;
