//! The one way to alter a catalog: intents become a plan, a plan becomes new texts, and every plan can be
//! undone. Keys, fixes, imports and decisions all come through here; nothing here touches a disk.

pub mod compare;
mod draft;
mod field;
mod history;
mod intent;
mod new_base;
mod new_local;
mod plan;
mod recode;

pub use draft::new_file;
pub use field::{insert_item, move_item, remove_field, set_field, take_over};
pub use history::History;
pub use intent::Intent;
pub use new_base::{NewBase, new_base};
pub use new_local::{NewLocal, new_local};
pub use plan::{FileChange, Plan, Refused, plan};
pub use recode::recode;
