//! Keys in, screen or file out.

mod changes;
mod desk;
mod edit;
mod feel;
mod find;
mod form;
mod hostile;
mod keep;
mod looks;
mod outside;
mod review;
mod robust;
mod text;
