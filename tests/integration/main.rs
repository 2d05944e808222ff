//! Tests of the whole: one binary, one module a subject.

mod floors;
mod patch;
mod reading;
mod sample;
mod store;
