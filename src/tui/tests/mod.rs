//! Keys in, screen or file out.

mod desk;
mod edit;
mod feel;
mod find;
mod form;
mod keep;
mod looks;
mod monkey;
mod review;
mod robust;
mod safe;
