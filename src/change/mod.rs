//! The one way to alter a catalog: intents become a plan, a plan becomes new texts, and every plan can be
//! undone. Keys, fixes, imports and decisions all come through here; nothing here touches a disk.

mod diff;
mod history;
mod intent;
mod plan;

pub use diff::{DiffLine, DiffPart, LineMark, diff};
pub use history::History;
pub use intent::Intent;
pub use plan::{FileChange, Plan, Refused, plan};
