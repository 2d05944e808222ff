//! Family R: what refers to something that is not there, and what stands twice.

pub(super) mod r001_unknown_base_code;
pub(super) mod r002_code_used_twice;
pub(super) mod r003_unknown_body;
pub(super) mod r004_unknown_division;
pub(super) mod r005_unknown_department;
