//! Keys in, screen or file out.

mod desk;
mod edit;
mod feel;
mod keep;
mod monkey;
mod review;
mod robust;
mod safe;
