//! Scalars keep their dress.

use super::{key, list, map, push, rename, set};
use crate::yaml::patch::Data;

#[test]
fn quotes_stay_quotes() {
    assert_eq!(set("a: \"旧\" # 注\n", "a", "新"), "a: \"新\" # 注\n");
    assert_eq!(set("a: '旧'\n", "a", "it's"), "a: 'it''s'\n");
    assert_eq!(set("a: '旧'\n", "a", "一\n二"), "a: |-\n  一\n  二\n");
    assert_eq!(set("a: \"旧\\n的\"\n", "a", "一\n二"), "a: \"一\\n二\"\n");
    assert_eq!(
        set("a: \"旧\"\n", "a", "关于“护照”的\"说明\""),
        "a: \"关于“护照”的\\\"说明\\\"\"\n"
    );
}

#[test]
fn plain_stays_plain_where_it_is_safe() {
    assert_eq!(set("a:   旧  # 注\n", "a", "新"), "a:   新  # 注\n");
    assert_eq!(set("a: M01\n", "a", "M02"), "a: M02\n");
    assert_eq!(set("a: 旧\n", "a", "注: 见附件"), "a: \"注: 见附件\"\n");
    assert_eq!(set("a: 旧\n", "a", "2024-05-01"), "a: \"2024-05-01\"\n");
    assert_eq!(set("a: 旧\n", "a", "yes"), "a: \"yes\"\n");
    assert_eq!(set("a: 旧\n", "a", ""), "a: \"\"\n");
    assert_eq!(set("a: 旧\n", "a", "一\n二"), "a: |-\n  一\n  二\n");
    assert_eq!(set("a: [旧]\n", "a[0]", "甲, 乙"), "a: [\"甲, 乙\"]\n");
    assert_eq!(
        set("a: 一\n  二 # 注\nb: 1\n", "a", "三"),
        "a: 三 # 注\nb: 1\n"
    );
}

#[test]
fn a_text_that_some_reader_takes_for_a_number_gets_its_quotes() {
    assert_eq!(
        set("a: 000123 # 注\n", "a", "000123"),
        "a: \"000123\" # 注\n"
    );
    assert_eq!(set("a: {b: 0571}\n", "a.b", "0571"), "a: {b: \"0571\"}\n");
    assert_eq!(
        set("a: 2024-05-01\n", "a", "2024-05-01"),
        "a: \"2024-05-01\"\n"
    );
    assert_eq!(set("a: M01\n", "a", "M01"), "a: M01\n");
    // A code that opens with digits is no number to any reader, but codes are written in quotes.
    let code = "11330109MU0414018J";
    assert_eq!(
        set(&format!("a: {code} # 注\n"), "a", code),
        format!("a: \"{code}\" # 注\n")
    );
    assert_eq!(
        set(&format!("a: [{code}]\n"), "a[0]", code),
        format!("a: [\"{code}\"]\n")
    );
}

#[test]
fn numbers_and_truth_values_stand_bare() {
    assert_eq!(set("a: \"3\"\n", "a", Data::Int(5)), "a: 5\n");
    assert_eq!(set("a: 3\n", "a", "5"), "a: \"5\"\n");
    assert_eq!(set("a: true\n", "a", Data::Bool(false)), "a: false\n");
    assert_eq!(set("a: 3 # 天\n", "a", Data::Empty), "a: # 天\n");
}

#[test]
fn a_literal_stays_a_literal() {
    let text = "a: | # 注\n    一\n    二\nb: 1\n";
    assert_eq!(
        set(text, "a", "一\n三\n四\n"),
        "a: | # 注\n    一\n    三\n    四\nb: 1\n"
    );
    assert_eq!(set(text, "a", "一"), "a: |- # 注\n    一\nb: 1\n");
    assert_eq!(
        set(text, "a", " 一\n二\n"),
        "a: |4 # 注\n     一\n    二\nb: 1\n"
    );
    assert_eq!(set(text, "a", "一\n\n"), "a: |+ # 注\n    一\n\nb: 1\n");
    assert_eq!(set(text, "a", ""), "a: \"\" # 注\nb: 1\n");
    assert_eq!(
        set("a: |-\n  一\n\n\nb: 1\n", "a", "二"),
        "a: |-\n  二\n\n\nb: 1\n"
    );
    assert_eq!(
        set("a: |+\n  一\n\n\nb: 1\n", "a", "二\n"),
        "a: |+\n  二\nb: 1\n"
    );
    assert_eq!(set("a: |2-\n  一\n", "a", "二"), "a: |2-\n  二\n");
    assert_eq!(
        set("a: |\n  一\n\nb: 1\n", "a", "一\n\n\n"),
        "a: \"一\\n\\n\\n\"\n\nb: 1\n"
    );
}

#[test]
fn a_folded_text_keeps_its_breaks() {
    let text = "a: >-\n  甲乙；\n  丙丁；\n  戊己。\n";
    assert_eq!(
        set(text, "a", "甲乙； 丙辰； 戊己。"),
        "a: >-\n  甲乙；\n  丙辰；\n  戊己。\n"
    );
    assert_eq!(set(text, "a", "甲\n乙"), "a: >-\n  甲\n\n  乙\n");
    assert_eq!(set(text, "a", "甲\n  乙"), "a: |-\n  甲\n    乙\n");
}

#[test]
fn nothing_gets_something() {
    assert_eq!(set("a:\nb: 1\n", "a", "护照"), "a: 护照\nb: 1\n");
    assert_eq!(
        set("a:  # 注\nb: 1\n", "a", "护照"),
        "a: 护照  # 注\nb: 1\n"
    );
    assert_eq!(set("a: # 注\n", "a", "一\n二\n"), "a: | # 注\n  一\n  二\n");
    assert_eq!(set("a: ~\n", "a", "护照"), "a: 护照\n");
    assert_eq!(
        set("-\n- b\n", "[0]", "x").as_str(),
        "-\n- b\n".replacen('-', "- x", 1)
    );
    assert_eq!(set("{a, b: , c: }\n", "a", "x"), "{a: x, b: , c: }\n");
    assert_eq!(set("{a, b: , c: }\n", "b", "x"), "{a, b: x , c: }\n");
    assert_eq!(set("{a: x}\n", "a", Data::Empty), "{a: null}\n");
    assert_eq!(set("a:", "a", "x"), "a: x");
}

#[test]
fn new_texts_are_dressed_with_care() {
    let text = "a: 1\n";
    assert_eq!(key(text, "", None, "b", "普通护照"), "a: 1\nb: 普通护照\n");
    assert_eq!(key(text, "", None, "b", "330100"), "a: 1\nb: \"330100\"\n");
    assert_eq!(
        key(text, "", None, "b", "MB0A23456X"),
        "a: 1\nb: \"MB0A23456X\"\n"
    );
    assert_eq!(
        key(text, "", None, "b", "一\n二"),
        "a: 1\nb: |-\n  一\n  二\n"
    );
    assert_eq!(
        key(text, "", None, "b", "一\n二\n"),
        "a: 1\nb: |\n  一\n  二\n"
    );
    assert_eq!(
        key(text, "", None, "b", "一\u{1b}"),
        "a: 1\nb: \"一\\u001B\"\n"
    );
    assert_eq!(key(text, "", None, "yes", Data::Empty), "a: 1\n\"yes\":\n");
    assert_eq!(key(text, "", Some(0), "N003", "note"), "N003: note\na: 1\n");
    assert_eq!(push("a: [x]\n", "a", "1"), "a: [x, \"1\"]\n");
}

#[test]
fn kinds_change_in_place() {
    assert_eq!(
        set("a: x # 注\nb: 1\n", "a", list(["甲", "乙"])),
        "a: # 注\n  - 甲\n  - 乙\nb: 1\n"
    );
    assert_eq!(
        set("a: # 注\n  - 甲 # 一\n  - 乙 # 二\nb: 1\n", "a", "x"),
        "a: x # 注\nb: 1\n"
    );
    assert_eq!(
        set("a: |\n  x\nb: 1\n", "a", map([("c", Data::Int(1))])),
        "a:\n  c: 1\nb: 1\n"
    );
    assert_eq!(
        set("- a: 1\n  b: 2\n- c\n", "[0]", "x").as_str(),
        "- a: 1\n  b: 2\n- c\n".replace("a: 1\n  b: 2", "x")
    );
    assert_eq!(set("a:\n  b: 1\n", "a", list(["x"])), "a:\n  - x\n");
    assert_eq!(set("a:\n  - x\n", "a", Data::List(vec![])), "a: []\n");
    assert_eq!(
        set("a: [x]\n", "a[0]", map([("c", Data::Int(1))])),
        "a: [{c: 1}]\n"
    );
}

#[test]
fn a_key_keeps_its_quotes() {
    assert_eq!(rename("a: 1\n", "a", "甲"), "甲: 1\n");
    assert_eq!(rename("'a': 1\n", "a", "甲"), "'甲': 1\n");
    assert_eq!(rename("{\"a\":1}\n", "a", "甲"), "{\"甲\":1}\n");
    assert_eq!(rename("a: 1\n", "a", "1"), "\"1\": 1\n");
    assert_eq!(rename("- a: 1\n", "[0].a", "b").as_str(), "- b: 1\n");
}

#[test]
fn a_collection_after_a_dash_counts_its_column_from_there() {
    let inner = map([("k", Data::Empty), ("l", Data::Int(1))]);
    assert_eq!(set("-    a\n- b\n", "[0]", inner), "- k:\n  l: 1\n- b\n");
}
