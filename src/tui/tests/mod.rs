//! Keys in, screen or file out.

mod beside;
mod changes;
mod deed;
mod desk;
mod dispute;
mod edit;
mod errand;
mod feel;
mod find;
mod findings;
mod form;
mod home;
mod hostile;
mod keep;
mod looks;
mod many;
mod monkey;
mod mouse;
mod review;
mod robust;
mod safe;
mod text;
mod trail;
mod work;
