//! Family A: authority, and what is excused by it. Who may change what is said by the manifest; from A007 on it
//! is commits that are judged.

pub(super) mod a001_expired_exception;
pub(super) mod a002_exception_ends_soon;
pub(super) mod a003_unused_exception;
pub(super) mod a004_approved_by_nobody;
pub(super) mod a005_idle_editor;
pub(super) mod a006_kept_by_nobody;
pub(super) mod a007_outside_remit;
pub(super) mod a008_approved_without_authority;
pub(super) mod a009_unproven_author;
pub(super) mod a010_widened_remit;
mod commit;

pub use commit::{Changed, Commit};
