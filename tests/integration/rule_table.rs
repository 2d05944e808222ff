//! The table of all rules and their pages: codes, file names, both languages, and words that fit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mulu::catalog::standard::BUNDLED;
use mulu::findings::{Page, RuleInfo};
use mulu::rules::RULES;
use mulu::text::Lang;

use crate::rules::sections;

/// The sections of every page, in order.
const SECTIONS: [&str; 6] = ["查什么", "为什么", "反例", "正例", "不算错", "怎么改"];

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

/// A word in quotes is the name of something said, unless a bracket opens before it (it is a place to fill)
/// or a schema knows it (it is a key).
#[test]
fn what_a_rule_says_stands_in_its_page_and_nothing_else() {
    let is_word = |text: &str| {
        let is_letter =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        text.starts_with(|first: char| first.is_ascii_lowercase()) && text.bytes().all(is_letter)
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
            let is_place = before.trim_end().ends_with(['(', '[']);
            let is_key = BUNDLED
                .iter()
                .any(|(_, text)| text.contains(&format!("\"{word}\": {{")));
            let is_known = is_place || is_key || page.says.contains_key(word);
            assert!(is_known, "{}: {word} is not in the page", path.display());
        }
    }
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
