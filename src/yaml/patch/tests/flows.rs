//! Collections in brackets, on one line and on several.

use super::{item, key, push, remove, set, shift};
use crate::yaml::patch::Data;

#[test]
fn on_one_line() {
    assert_eq!(
        push("a: [甲, 乙] # 注\n", "a", "丙"),
        "a: [甲, 乙, 丙] # 注\n"
    );
    assert_eq!(push("a: [ 甲 ]\n", "a", "乙"), "a: [ 甲, 乙 ]\n");
    assert_eq!(item("a: [甲, 乙]\n", "a", 1, "丙"), "a: [甲, 丙, 乙]\n");
    assert_eq!(remove("a: [甲, 乙, 丙]\n", "a[0]"), "a: [乙, 丙]\n");
    assert_eq!(remove("a: [甲, 乙, 丙]\n", "a[1]"), "a: [甲, 丙]\n");
    assert_eq!(remove("a: [甲, 乙, 丙]\n", "a[2]"), "a: [甲, 乙]\n");
    assert_eq!(remove("a: [甲, 乙,]\n", "a[1]"), "a: [甲,]\n");
    assert_eq!(remove("a: { b: 1, c: 2 }\n", "a.b"), "a: { c: 2 }\n");
    assert_eq!(key("a: {b: 1}\n", "a", None, "c", "x"), "a: {b: 1, c: x}\n");
    assert_eq!(
        shift("a: [甲, \"乙\", [丙]]\n", "a[2]", 0),
        "a: [[丙], 甲, \"乙\"]\n"
    );
    assert_eq!(set("a: {b: 1}\n", "a.c", Data::Int(2)), "a: {b: 1, c: 2}\n");
    assert_eq!(push("a: {b: []}\n", "a.b", "x"), "a: {b: [x]}\n");
}

#[test]
fn on_several_lines() {
    let text = "a: [\n  甲, # 一\n  乙, # 二\n  丙 # 三\n]\n";
    assert_eq!(
        push(text, "a", "丁"),
        "a: [\n  甲, # 一\n  乙, # 二\n  丙, # 三\n  丁\n]\n"
    );
    assert_eq!(
        item(text, "a", 1, "丁"),
        "a: [\n  甲, # 一\n  丁,\n  乙, # 二\n  丙 # 三\n]\n"
    );
    assert_eq!(remove(text, "a[0]"), "a: [\n  乙, # 二\n  丙 # 三\n]\n");
    assert_eq!(remove(text, "a[2]"), "a: [\n  甲, # 一\n  乙, # 二\n]\n");
    assert_eq!(
        push("a: [\n  甲,\n]\n", "a", "乙"),
        "a: [\n  甲,\n  乙,\n]\n"
    );
    assert_eq!(
        push("a: [甲,\n    乙]\n", "a", "丙"),
        "a: [甲,\n    乙, 丙]\n"
    );
    assert_eq!(
        shift("a: [\n  甲,\n  乙\n]\n", "a[1]", 0),
        "a: [\n  乙,\n  甲\n]\n"
    );
    assert_eq!(
        remove("a: [甲, # 一\n  乙]\n", "a[1]"),
        "a: [甲, # 一\n  ]\n"
    );
}

#[test]
fn emptied_and_filled_again() {
    assert_eq!(remove("a: [ 甲 ]\n", "a[0]"), "a: []\n");
    assert_eq!(
        push("a: [] # 注\nb: 1\n", "a", "甲"),
        "a: # 注\n  - 甲\nb: 1\n"
    );
    assert_eq!(push("- []\n", "[0]", "甲"), "- - 甲\n");
    assert_eq!(push("a: [ # 注\n  ]\n", "a", "甲"), "a: [ # 注\n  甲]\n");
}
