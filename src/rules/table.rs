//! Every rule, in the order of its code.

use crate::rules::Rule;

/// The rules.
pub static RULES: &[&Rule] = &[];

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES
        .iter()
        .copied()
        .find(|rule| rule.info.code.eq_ignore_ascii_case(code))
}
