//! Family D: limits and fees.

pub(super) mod d001_promise_beyond_the_law;
