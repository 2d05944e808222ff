//! Keys in, screen or file out.

mod desk;
mod edit;
mod feel;
mod form;
mod keep;
mod looks;
mod review;
mod robust;
mod text;
