//! The rules' pages, each read when its rule first speaks.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use crate::findings::{Page, RuleInfo};
use crate::rules::{RULES, rule};

static PAGES: LazyLock<HashMap<&'static str, OnceLock<Page>>> = LazyLock::new(|| {
    let codes = RULES.iter().map(|rule| rule.info.code);
    codes.map(|code| (code, OnceLock::new())).collect()
});
static NO_PAGE: LazyLock<Page> = LazyLock::new(Page::default);

/// The page of a rule of the table.
pub(super) fn page(rule: &'static RuleInfo) -> &'static Page {
    let page = PAGES.get(rule.code);
    page.map_or(&NO_PAGE, |page| page.get_or_init(|| rule.read_page()))
}

/// The page of the rule with this code.
pub fn page_of(code: &str) -> Option<&'static Page> {
    rule(code).map(|rule| page(&rule.info))
}

/// An empty page, for a rule that has nothing to say.
pub(super) fn no_page() -> &'static Page {
    &NO_PAGE
}
