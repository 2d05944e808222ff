//! What is known of a rule without running it.

use crate::findings::{Page, Severity};

/// 规则: a rule's identity, and its page.
#[derive(Debug)]
pub struct RuleInfo {
    /// Family letter and three digits; never used again.
    pub code: &'static str,
    /// Names the wrong, in lower case with dashes; reads after "allow".
    pub slug: &'static str,
    /// How grave its findings are, unless the manifest says otherwise.
    pub severity: Severity,
    /// Where it is in its life.
    pub status: Status,
    /// The page: manual, specification and test, with the rule's words in its head.
    pub page: &'static str,
}

/// Where a rule is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In force since a version.
    Stable {
        /// The version.
        since: &'static str,
    },
    /// Gone since a version; its code stays taken.
    Removed {
        /// The version.
        since: &'static str,
    },
}

impl RuleInfo {
    /// The family letter.
    pub fn family(&self) -> char {
        self.code.chars().next().unwrap_or('?')
    }

    /// The address of the page, below the place where pages are kept.
    pub fn address(&self) -> String {
        format!("rules/{}-{}", self.code, self.slug)
    }

    /// The page, read.
    pub fn read_page(&self) -> Page {
        Page::read(self.page)
    }
}
