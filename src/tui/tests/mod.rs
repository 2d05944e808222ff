//! Keys in, screen or file out.

mod desk;
mod edit;
mod form;
mod keep;
mod review;
mod robust;
