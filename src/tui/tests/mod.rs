//! Keys in, screen or file out.

mod desk;
mod edit;
mod feel;
mod form;
mod hostile;
mod keep;
mod looks;
mod outside;
mod review;
mod robust;
mod text;
