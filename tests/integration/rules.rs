//! Every rule, by its page: the wrong examples give exactly the findings marked, the right ones none, and a
//! fix gives the text shown.

use std::sync::Arc;

use mulu::catalog::File;
use mulu::change::{Intent, plan};
use mulu::findings::{Finding, Page, RuleInfo};
use mulu::rules::{RULES, Settings, check_file};
use mulu::yaml;

use crate::stage::{Example, Files, TODAY, catalog, findings, placed, stage};
use crate::walker::{Dice, change, samples};

#[test]
fn the_stage_is_clean() {
    let catalog = Example::read("", "").catalog(&stage());
    let found: Vec<String> = findings(&catalog).iter().map(shown).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn wrong_examples_give_exactly_the_findings_marked() {
    let stage = stage();
    for_each_example("反例", |rule, example| {
        let found = example.findings(&stage);
        let mut places: Vec<String> = found.iter().map(placed).collect();
        places.sort();
        let expected = example.expected(&stage);
        let speaks = expected.iter().any(|place| place.ends_with(rule.code));
        let messages: Vec<String> = found.iter().map(shown).collect();
        let told = messages.join("\n  ");
        (places == expected && speaks)
            .then_some(())
            .ok_or_else(|| format!("expected {expected:#?}\nfound\n  {told}"))
    });
}

#[test]
fn right_examples_give_none() {
    let stage = stage();
    for_each_example("正例", |_, example| {
        let found = example.findings(&stage);
        let found: Vec<String> = found.iter().map(shown).collect();
        found
            .is_empty()
            .then_some(())
            .ok_or_else(|| found.join("\n  "))
    });
}

/// What a hasty rule would take for wrong: the rule is silent, and what other rules say is marked.
#[test]
fn near_misses_give_nothing_of_the_rule() {
    let stage = stage();
    for_each_example("不算错", |rule, example| {
        let found = example.findings(&stage);
        let mut places: Vec<String> = found.iter().map(placed).collect();
        places.sort();
        let speaks = found.iter().any(|finding| finding.rule == rule.code);
        let messages: Vec<String> = found.iter().map(shown).collect();
        (places == example.expected(&stage) && !speaks)
            .then_some(())
            .ok_or_else(|| messages.join("\n  "))
    });
}

#[test]
fn a_fix_gives_the_text_shown() {
    let stage = stage();
    for rule in RULES.iter().map(|rule| &rule.info) {
        let page = rule.read_page();
        let Some(after) = examples(&page, "怎么改").into_iter().next() else {
            continue;
        };
        let before = examples(&page, "反例").into_iter().next().unwrap();
        let catalog = before.catalog(&stage);
        let found = findings(&catalog);
        let fixes = found.iter().filter(|finding| finding.rule == rule.code);
        let intents: Vec<Intent> = fixes
            .filter_map(|finding| finding.fix.as_ref())
            .flat_map(|fix| fix.intents.clone())
            .collect();
        assert!(
            !intents.is_empty(),
            "{} shows a fix and has none",
            rule.code
        );
        let plan = plan(&catalog, &intents).unwrap();
        for path in after.paths() {
            let change = plan
                .changes
                .iter()
                .find(|change| &*change.path == path)
                .unwrap();
            let text = change.after.as_deref().unwrap_or("");
            assert_eq!(text, after.text(&stage, path), "{} fixes {path}", rule.code);
        }
    }
}

#[test]
fn a_fix_puts_right_what_it_is_offered_for() {
    let stage = stage();
    for_each_example("反例", |_, example| {
        let catalog = example.catalog(&stage);
        for finding in findings(&catalog) {
            let Some(fix) = &finding.fix else { continue };
            let plan = plan(&catalog, &fix.intents).map_err(|refused| refused.reason.en)?;
            let after = plan.changes.iter().map(|change| {
                let text = change.after.clone().unwrap_or_default();
                Arc::new(File::new(&change.path, yaml::read(text)))
            });
            let mended = catalog.with_files(after.collect(), &[]);
            let (before, after) = (findings(&catalog), findings(&mended));
            let is_there = after.iter().any(|other| shown(other) == shown(&finding));
            if is_there || after.len() >= before.len() {
                return Err(format!("{} is not mended", shown(&finding)));
            }
        }
        Ok(())
    });
}

#[test]
fn no_rule_stumbles_over_what_is_wrong() {
    let mut dice = Dice::new(11);
    let stage = stage();
    for (path, sound) in samples() {
        for _ in 0..20 {
            let mut json = sound.clone();
            change(&mut json, &mut dice);
            let mut files = stage.clone();
            files.insert(path.clone(), json.to_string());
            let files = files
                .into_iter()
                .map(|(path, text)| (path, text.into_bytes()));
            for finding in findings(&catalog(files.collect())) {
                let text = finding.file.document().text();
                assert!(
                    text.get(finding.span.range()).is_some(),
                    "{}",
                    placed(&finding)
                );
            }
        }
    }
}

#[test]
fn every_page_has_examples() {
    for rule in RULES.iter().map(|rule| &rule.info) {
        let page = rule.read_page();
        let count = |section| examples(&page, section).len();
        assert!(
            count("反例") > 0 && count("正例") > 0,
            "{} has no example",
            rule.code
        );
    }
}

#[test]
fn a_file_too_large_to_read_gives_one_finding() {
    let path = "base/09/000109001000.yaml";
    let catalog = Example::read("", "").catalog(&stage());
    let large = Arc::new(File::new(path, yaml::too_large(9_000_000)));
    let found = check_file(
        &catalog.with_files(vec![large], &[]),
        path,
        Settings { today: TODAY },
    );
    let found: Vec<String> = found.iter().map(shown).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("S001 文件有 9000000 字节"), "{found:?}");
}

/// No finding of any example says a template's name or leaves a place unfilled.
#[test]
fn every_message_is_filled() {
    let stage = stage();
    for_each_example("反例", |_, example| {
        for finding in example.findings(&stage) {
            let related = finding.related.iter().map(|related| &related.message);
            let fix = finding.fix.iter().map(|fix| &fix.title);
            for message in std::iter::once(&finding.message).chain(related).chain(fix) {
                let is_filled = |text: &str| !has_placeholder(text);
                let is_said = message.zh != message.en;
                if !is_filled(&message.zh) || !is_filled(&message.en) || !is_said {
                    return Err(format!("{message:?}"));
                }
            }
        }
        Ok(())
    });
}

/// Whether a text holds `{name}`.
fn has_placeholder(text: &str) -> bool {
    text.split('{').skip(1).any(|rest| {
        let name = rest.split_once('}').map_or("", |(name, _)| name);
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        !name.is_empty() && name.bytes().all(is_letter)
    })
}

/// Runs a check on each example of a section of each page; tells every failure at once.
fn for_each_example(section: &str, check: impl Fn(&RuleInfo, &Example) -> Result<(), String>) {
    let mut failures = Vec::new();
    for rule in RULES.iter().map(|rule| &rule.info) {
        for (number, example) in examples(&rule.read_page(), section).iter().enumerate() {
            if let Err(reason) = check(rule, example) {
                failures.push(format!("{} {section} {}: {reason}", rule.code, number + 1));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// The files that each example of each page puts on the stage.
pub(crate) fn every_example() -> Vec<Files> {
    let stage = stage();
    let mut all = Vec::new();
    for rule in RULES.iter().map(|rule| &rule.info) {
        let page = rule.read_page();
        for section in ["反例", "正例", "不算错"] {
            let examples = examples(&page, section);
            all.extend(examples.iter().map(|example| example.files(&stage)));
        }
    }
    all
}

/// The examples of one section of a page.
pub(crate) fn examples(page: &Page, section: &str) -> Vec<Example> {
    let text = sections(page)
        .into_iter()
        .find(|(title, _)| *title == section);
    let text = text.map_or("", |(_, text)| text);
    let fences = text.split("\n```yaml").skip(1);
    fences
        .map(|fence| {
            let (info, rest) = fence.split_once('\n').unwrap();
            let (block, _) = rest.split_once("\n```").unwrap();
            Example::read(info, block)
        })
        .collect()
}

/// The sections of a page, each with its title.
pub(crate) fn sections(page: &Page) -> Vec<(&str, &str)> {
    let parts = page.body.split("## ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).collect()
}

fn shown(finding: &Finding) -> String {
    format!("{} {}", placed(finding), finding.message.zh)
}
