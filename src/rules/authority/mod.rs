//! Family A: authority, and what is excused by it.
