//! What a guide tells, in which order, and what it says of gaps.
