//! What is known of the rules, for rooms that run none.

use crate::findings::RuleInfo;
use crate::rules::rule;

/// The rule with this code, and its page.
pub fn rule_info(code: &str) -> Option<&'static RuleInfo> {
    rule(code).map(|rule| &rule.info)
}
