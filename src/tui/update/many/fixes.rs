//! Putting findings right in many matters.

use std::collections::BTreeMap;

use crate::findings::{Finding, Safety};
use crate::session::rule_title;
use crate::text::{Message as Saying, Words, words};
use crate::tui::effect::Effect;
use crate::tui::many::{Step, Task};
use crate::tui::model::{Model, Notice};
use crate::tui::update::many::ask_several;
use crate::tui::update::many::carry::{Wanted, prepare};
use crate::yaml::Data;

const WHICH: Words = words("修复哪些规则的问题", "Findings of which rules");
const RULE: Words = words("{rule} {title}（{n} 处）", "{rule} {title} ({n})");
const NONE: Words = words(
    "这些事项里没有可以自动修复的问题",
    "nothing in these matters can be put right by itself",
);
const TITLE: Words = words("修复 {rules}", "Put {rules} right");
const UNSAFE: Words = words(
    "含不完全有把握的修复，请逐项过目。",
    "Some of these fixes are only likely meant; look them over.",
);

/// Asks of which rules findings are put right.
pub(super) fn ask_rules(model: &mut Model, takes_unsafe: bool) -> Vec<Effect> {
    let options: Vec<(String, Saying)> = counts(model, takes_unsafe)
        .into_iter()
        .map(|(rule, n)| (rule.to_owned(), label(rule, n)))
        .collect();
    if options.is_empty() {
        model.notice = Some(Notice::done(NONE));
        return Vec::new();
    }
    ask_several(model, WHICH.into(), Step::Rules { takes_unsafe }, options);
    Vec::new()
}

fn label(rule: &str, n: usize) -> Saying {
    let title = rule_title(rule);
    let n = n.to_string();
    Saying {
        zh: RULE
            .with(&[("rule", rule), ("title", &title.zh), ("n", &n)])
            .zh,
        en: RULE
            .with(&[("rule", rule), ("title", &title.en), ("n", &n)])
            .en,
    }
}

/// How many findings of each rule can be put right in the matters meant.
fn counts(model: &Model, takes_unsafe: bool) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    let is_meant = |finding: &Finding| {
        let safety = finding.fix.as_ref().map(|fix| fix.safety);
        let is_sure = match safety {
            Some(Safety::Safe) => true,
            Some(Safety::Unsafe) => takes_unsafe,
            Some(Safety::Shown) | None => false,
        };
        is_sure
            && model
                .place_of(&finding.file.path)
                .is_some_and(|place| model.many.targets.has(place))
    };
    for finding in model
        .findings
        .all
        .iter()
        .filter(|finding| is_meant(finding))
    {
        *counts.entry(finding.rule).or_default() += 1;
    }
    counts
}

/// Works out the fixes.
pub(super) fn go(model: &mut Model, choice: &Data, takes_unsafe: bool) -> Vec<Effect> {
    let Data::List(chosen) = choice else {
        return Vec::new();
    };
    let rules: Vec<String> = chosen
        .iter()
        .filter_map(|rule| match rule {
            Data::Text(rule) => Some(rule.clone()),
            _ => None,
        })
        .collect();
    let consequence = if takes_unsafe {
        UNSAFE.into()
    } else {
        Saying::default()
    };
    let wanted = Wanted {
        title: TITLE.with(&[("rules", &rules.join(" "))]),
        consequence,
        task: Task::Fix {
            rules,
            takes_unsafe,
        },
    };
    prepare(model, wanted)
}
