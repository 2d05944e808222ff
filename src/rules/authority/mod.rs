//! Family A: authority, and what is excused by it.

pub(super) mod a001_expired_exception;
pub(super) mod a002_exception_ends_soon;
pub(super) mod a003_unused_exception;
