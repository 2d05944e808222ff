//! Keys in, screen or file out.

mod changes;
mod desk;
mod edit;
mod feel;
mod find;
mod form;
mod keep;
mod looks;
mod review;
mod robust;
