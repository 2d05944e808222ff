//! The tests that see the house from outside.

mod patch;
mod reading;
mod sample;
