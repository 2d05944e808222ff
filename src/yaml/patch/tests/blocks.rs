//! Block collections in all their layouts.

use super::{item, key, list, map, push, remove, set, shift};
use crate::yaml::patch::Data;

#[test]
fn items_are_put_in_at_the_indentation_of_the_others() {
    assert_eq!(
        push("a:\n  - 甲 # 一\n\nb: 1\n", "a", "乙"),
        "a:\n  - 甲 # 一\n  - 乙\n\nb: 1\n"
    );
    assert_eq!(
        push("a:\n- 甲\nb: 1\n", "a", "乙"),
        "a:\n- 甲\n- 乙\nb: 1\n"
    );
    assert_eq!(
        item("a:\n    -   甲\n", "a", 0, "乙"),
        "a:\n    - 乙\n    -   甲\n"
    );
    assert_eq!(
        push("- - 甲\n  - 乙\n- 丙\n", "[0]", "丁"),
        "- - 甲\n  - 乙\n  - 丁\n- 丙\n"
    );
    assert_eq!(
        item("- - 甲\n  - 乙\n", "[0]", 0, "丁"),
        "- - 丁\n  - 甲\n  - 乙\n"
    );
    assert_eq!(push("a:\n  - 甲", "a", "乙"), "a:\n  - 甲\n  - 乙");
    assert_eq!(
        push("a:\r\n  - 甲\r\n", "a", "乙"),
        "a:\r\n  - 甲\r\n  - 乙\r\n"
    );
    assert_eq!(push("---\n- 甲\n...\n", "", "乙"), "---\n- 甲\n- 乙\n...\n");
    assert_eq!(
        push("a:\n  - |+\n    甲\n\nb: 1\n", "a", "乙"),
        "a:\n  - |+\n    甲\n\n  - 乙\nb: 1\n"
    );
}

#[test]
fn mappings_in_lists_are_written_compactly() {
    let basis = || {
        map([
            ("law", Data::from("护照法")),
            ("article", Data::Int(4)),
            ("cited", list(["甲", "乙"])),
        ])
    };
    assert_eq!(
        push("basis:\n  - law: 民法典\n", "basis", basis()),
        "basis:\n  - law: 民法典\n  - law: 护照法\n    article: 4\n    cited:\n      - 甲\n      - 乙\n"
    );
    assert_eq!(
        push(
            "basis:\n-   law: 民法典\n    cited:\n    - 丙\n",
            "basis",
            basis()
        ),
        "basis:\n-   law: 民法典\n    cited:\n    - 丙\n-   law: 护照法\n    article: 4\n    cited:\n    - 甲\n    - 乙\n"
    );
    assert_eq!(
        push("a: []\n", "a", basis()),
        "a:\n  - law: 护照法\n    article: 4\n    cited:\n      - 甲\n      - 乙\n"
    );
}

#[test]
fn entries_are_put_in_where_asked() {
    let text = "a: 1\n# 注\nb: 2\n";
    assert_eq!(key(text, "", Some(1), "c", "x"), "a: 1\nc: x\n# 注\nb: 2\n");
    assert_eq!(key(text, "", None, "c", "x"), "a: 1\n# 注\nb: 2\nc: x\n");
    assert_eq!(set(text, "c", "x"), "a: 1\n# 注\nb: 2\nc: x\n");
    assert_eq!(
        key("- a: 1\n  b: 2\n", "[0]", Some(0), "c", "x"),
        "- c: x\n  a: 1\n  b: 2\n"
    );
    assert_eq!(
        key("a:\n  b: 1\n  # 末\nc: 2\n", "a", None, "d", "x"),
        "a:\n  b: 1\n  d: x\n  # 末\nc: 2\n"
    );
    assert_eq!(
        key("a:\n   b: 1\nc:\n", "c", None, "d", "x"),
        "a:\n   b: 1\nc:\n   d: x\n"
    );
    assert_eq!(
        key("a: {} # 注\n", "a", None, "b", "x"),
        "a: # 注\n  b: x\n"
    );
}

#[test]
fn an_empty_file_gets_its_first_value() {
    assert_eq!(key("", "", None, "a", "x"), "a: x\n");
    assert_eq!(key("# 注\n", "", None, "a", "x"), "# 注\na: x\n");
    assert_eq!(key("# 注", "", None, "a", "x"), "# 注\na: x");
    assert_eq!(key("---\n# 注\n", "", None, "a", "x"), "---\na: x\n# 注\n");
    assert_eq!(push("{}\n".replace("{}", "[]").as_str(), "", "x"), "- x\n");
    assert_eq!(key("{}\n", "", None, "a", "x"), "a: x\n");
}

#[test]
fn elements_are_taken_out_with_their_lines() {
    assert_eq!(remove("a: 1\nb: 2 # 注\nc: 3\n", "b"), "a: 1\nc: 3\n");
    assert_eq!(remove("a: 1\nb: 2\n", "b"), "a: 1\n");
    assert_eq!(remove("a: 1\nb: 2", "b"), "a: 1");
    assert_eq!(remove("a: 1\r\nb: 2", "b"), "a: 1");
    assert_eq!(remove("a: 1\n\nb: 2\n\nc: 3\n", "b"), "a: 1\n\nc: 3\n");
    assert_eq!(remove("a: 1\n\nb: 2\n", "b"), "a: 1\n");
    assert_eq!(remove("a: |\n  x\n\n  y\nb: 2\n", "a"), "b: 2\n");
    assert_eq!(remove("- a: 1\n  b: 2\n- c\n", "[0].a"), "- b: 2\n- c\n");
    assert_eq!(remove("- a: 1\n  b: 2\n- c\n", "[0]"), "- c\n");
    assert_eq!(remove("- - a\n  - b\n", "[0][0]"), "- - b\n");
    assert_eq!(
        remove("a:\n  - x: 1\n    y: 2\n  - z\n", "a[0]"),
        "a:\n  - z\n"
    );
    assert_eq!(
        remove("k: |+\n  a\nb: 1\n\nc: 2\n", "b"),
        "k: |+\n  a\nc: 2\n"
    );
}

#[test]
fn the_last_element_leaves_brackets() {
    assert_eq!(remove("a:\n  - x\nb: 1\n", "a[0]"), "a: []\nb: 1\n");
    assert_eq!(
        remove("a: # 注\n- x # 去\nb: 1\n", "a[0]"),
        "a: [] # 注\nb: 1\n"
    );
    assert_eq!(remove("a:\n  b: 1\n", "a.b"), "a: {}\n");
    assert_eq!(remove("a: 1\n", "a"), "{}\n");
    assert_eq!(remove("- a: 1\n- b\n", "[0].a"), "- {}\n- b\n");
    assert_eq!(remove("a:\n  - x", "a[0]"), "a: []");
    assert_eq!(remove("a: [x]\n", "a[0]"), "a: []\n");
}

#[test]
fn elements_move() {
    assert_eq!(shift("a: 1\nb: 2\nc: 3\n", "c", 0), "c: 3\na: 1\nb: 2\n");
    assert_eq!(shift("a: 1\nb: 2\nc: 3", "a", 2), "b: 2\nc: 3\na: 1");
    assert_eq!(
        shift("- a: 1\n  b: 2\n  c: 3\n", "[0].a", 1),
        "- b: 2\n  a: 1\n  c: 3\n"
    );
    assert_eq!(
        shift("- x\n\n- y:\n    z\n", "[1]", 0),
        "- y:\n    z\n\n- x\n"
    );
    assert_eq!(
        shift("k: |+\n  a\n\nb: 1\n", "k", 1),
        "b: 1\nk: |+\n  a\n\n"
    );
}

#[test]
fn one_list_becomes_another_element_by_element() {
    let text = "a:\n  - 甲 # 一\n  - \"乙\" # 二\n  - 丙 # 三\n";
    assert_eq!(
        set(text, "a", list(["甲", "丙"])),
        "a:\n  - 甲 # 一\n  - 丙 # 三\n"
    );
    assert_eq!(
        set(text, "a", list(["甲", "丁", "丙"])),
        "a:\n  - 甲 # 一\n  - \"丁\" # 二\n  - 丙 # 三\n"
    );
    assert_eq!(
        set(text, "a", list(["丙", "甲", "乙"])),
        "a:\n  - 丙 # 三\n  - 甲 # 一\n  - \"乙\" # 二\n"
    );
    assert_eq!(
        set(text, "a", list(["甲", "乙", "丁", "丙"])),
        "a:\n  - 甲 # 一\n  - \"乙\" # 二\n  - 丁\n  - 丙 # 三\n"
    );
    assert_eq!(
        set(text, "a", list(["子", "丑"])),
        "a:\n  - 子 # 一\n  - \"丑\" # 二\n"
    );
}

#[test]
fn one_mapping_becomes_another_entry_by_entry() {
    let text = "m:\n  a: '一' # 注\n  b:\n    - x # 留\n    - y\n  c: 3\n";
    let wanted = map([
        ("c", Data::Int(4)),
        ("a", Data::from("二")),
        ("b", list(["x"])),
    ]);
    assert_eq!(
        set(text, "m", wanted),
        "m:\n  c: 4\n  a: '二' # 注\n  b:\n    - x # 留\n"
    );
    assert_eq!(set("a: 1\n", "a", Data::Int(1)), "a: 1\n");
}

#[test]
fn a_block_that_keeps_its_blank_lines_keeps_just_those() {
    assert_eq!(
        shift("k: |+\n  甲\n\nb: x", "b", 0),
        "b: x\nk: |+\n  甲\n\n"
    );
    assert_eq!(
        shift("k: |+\n  甲\nb: x\n\nc: y\n", "b", 0),
        "b: x\nk: |+\n  甲\nc: y\n"
    );
    assert_eq!(
        remove("k: |+\n  甲\n\nb: x\n\nc: y\n", "b"),
        "k: |+\n  甲\n\nc: y\n"
    );
}
