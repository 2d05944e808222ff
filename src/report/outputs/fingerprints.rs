//! By what a host knows a finding again from one run to the next.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::catalog::standard::Standard;
use crate::findings::{Finding, fingerprint};

/// 指纹簿: the fingerprints given so far; the same one twice is told apart by a number.
pub(super) struct Fingerprints<'s> {
    standard: &'s Standard,
    given: RefCell<HashMap<String, usize>>,
}

impl Fingerprints<'_> {
    pub(super) fn new(standard: &Standard) -> Fingerprints<'_> {
        Fingerprints {
            standard,
            given: RefCell::default(),
        }
    }

    /// The fingerprint of the next finding, and which one with it this is, from 1.
    pub(super) fn next(&self, finding: &Finding) -> String {
        let mark = fingerprint(finding, self.standard).to_string();
        let mut given = self.given.borrow_mut();
        let count = given.entry(mark.clone()).or_default();
        *count += 1;
        format!("{mark}:{count}")
    }
}
