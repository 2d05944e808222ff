//! Family G: what the guide to a matter must tell.

pub(super) mod g001_incomplete_guide;
