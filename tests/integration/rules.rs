//! Every rule, by its page: the wrong examples give exactly the findings marked, the right ones none, and a
//! fix gives the text shown. And the table of all rules is in order.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mulu::catalog::File;
use mulu::change::{Intent, plan};
use mulu::findings::{Finding, Page, RuleInfo};
use mulu::rules::{RULES, Settings, check_file};
use mulu::text::Lang;
use mulu::yaml;

use crate::stage::{Example, TODAY, findings, placed, stage};

/// The sections of every page, in order.
const SECTIONS: [&str; 5] = ["查什么", "为什么", "反例", "正例", "怎么改"];

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
        let catalog = example.catalog(&stage);
        let found = findings(&catalog);
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
        let found: Vec<String> = findings(&example.catalog(&stage))
            .iter()
            .map(shown)
            .collect();
        found
            .is_empty()
            .then_some(())
            .ok_or_else(|| found.join("\n  "))
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
fn codes_are_sorted_and_each_stands_once() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.info.code).collect();
    assert!(codes.is_sorted_by(|left, right| left < right), "{codes:?}");
    let has_form = |code: &&str| {
        let (family, number) = code.split_at(1);
        "SCNTLDGXRPA".contains(family) && number.len() == 3 && number.parse::<u16>().is_ok()
    };
    assert!(codes.iter().all(has_form), "{codes:?}");
}

#[test]
fn a_file_is_named_by_code_and_slug_and_has_its_page_beside_it() {
    let mut expected: BTreeSet<String> = BTreeSet::new();
    for rule in RULES.iter().map(|rule| &rule.info) {
        let name = file_name(rule);
        expected.insert(format!("{name}.rs"));
        expected.insert(format!("{name}.md"));
    }
    let found: BTreeSet<String> = rule_files()
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_page_is_complete_in_both_languages() {
    for rule in RULES.iter().map(|rule| &rule.info) {
        let page = rule.read_page();
        assert!(!page.says.is_empty(), "{} has no head", rule.code);
        for message in std::iter::once(&page.title).chain(page.says.values()) {
            let (zh, en) = (message.of(Lang::Zh), message.of(Lang::En));
            assert!(
                !zh.is_empty() && !en.is_empty(),
                "{}: {message:?}",
                rule.code
            );
            let ends = |text: &str| text.ends_with(['。', '.', '！', '!']);
            assert!(
                !ends(zh) && !ends(en),
                "{}: {message:?} ends in a full stop",
                rule.code
            );
            let half = |mark: char| zh.contains(mark) && !zh.contains("键: 值");
            assert!(
                !half(',') && !half(';'),
                "{}: half-width marks in {zh}",
                rule.code
            );
        }
        let titles: Vec<&str> = sections(&page)
            .into_iter()
            .map(|(title, _)| title)
            .collect();
        assert_eq!(titles, SECTIONS, "{}", rule.code);
        for (title, text) in sections(&page) {
            let has_english = text
                .lines()
                .any(|line| line.starts_with('*') && line.ends_with('*'));
            assert!(
                has_english,
                "{}: {title} says nothing in English",
                rule.code
            );
        }
        assert!(
            page.body.contains("把握："),
            "{} does not say how sure it is",
            rule.code
        );
    }
}

/// A word in quotes is the name of something said, unless a bracket opens before it: then it is a key or the
/// name of a place to fill.
#[test]
fn what_a_rule_says_stands_in_its_page_and_nothing_else() {
    let is_word = |text: &str| {
        let is_letter =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        !text.is_empty() && text.bytes().all(is_letter)
    };
    for path in rule_files()
        .iter()
        .filter(|path| path.extension().unwrap() == "rs")
    {
        let code = fs::read_to_string(path).unwrap();
        let page = Page::read(&fs::read_to_string(path.with_extension("md")).unwrap());
        let pieces: Vec<&str> = code.split('"').collect();
        let words = pieces
            .chunks(2)
            .filter_map(|piece| Some((piece[0], *piece.get(1)?)));
        let words: Vec<(&str, &str)> = words.filter(|(_, word)| is_word(word)).collect();
        for name in page.says.keys() {
            let is_said = words.iter().any(|(_, word)| word == name);
            assert!(is_said, "{}: {name} is never said", path.display());
        }
        for (before, word) in words {
            let is_key = before.trim_end().ends_with(['(', '[', '|']);
            let is_known = is_key || page.says.contains_key(word);
            assert!(is_known, "{}: {word} is not in the page", path.display());
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
        for finding in findings(&example.catalog(&stage)) {
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

fn examples(page: &Page, section: &str) -> Vec<Example> {
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

fn sections(page: &Page) -> Vec<(&str, &str)> {
    let parts = page.body.split("## ").skip(1);
    parts.filter_map(|part| part.split_once('\n')).collect()
}

fn file_name(rule: &RuleInfo) -> String {
    format!(
        "{}_{}",
        rule.code.to_lowercase(),
        rule.slug.replace('-', "_")
    )
}

/// Files of rules: below a family's folder, named by a code.
fn rule_files() -> Vec<PathBuf> {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut found = Vec::new();
    for family in fs::read_dir(rules)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        if family.is_dir() {
            found.extend(
                fs::read_dir(family)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        }
    }
    found.retain(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
    });
    found
}

fn shown(finding: &Finding) -> String {
    format!("{} {}", placed(finding), finding.message.zh)
}
