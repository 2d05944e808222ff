//! Keys in, screen or file out.

mod changes;
mod desk;
mod edit;
mod errand;
mod feel;
mod find;
mod form;
mod hostile;
mod keep;
mod looks;
mod review;
mod robust;
mod text;
