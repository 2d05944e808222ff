//! Two texts of one file, and one made of the other.

use std::sync::Arc;

use crate::catalog::FileKind;
use crate::catalog::standard::{Schema, Standard};
use crate::change::compare::{Comparison, FieldChange, Part, compare, take};
use crate::yaml::read;

fn schema() -> Arc<Schema> {
    let standard = Standard::bundled().unwrap();
    Arc::clone(standard.schema(FileKind::Local).unwrap())
}

fn fields(before: &str, after: &str) -> Vec<FieldChange> {
    match compare(&read(before), &read(after), Some(&schema())) {
        Comparison::Fields(changes) => changes,
        other => panic!("{other:?}"),
    }
}

/// What happens to what: `legal_basis/甲法,3/text Changed`.
fn told(before: &str, after: &str) -> Vec<String> {
    let part = |part: &Part| match part {
        Part::Key(key) => key.clone(),
        Part::Element(name) => name.said.join(","),
    };
    let told = |change: FieldChange| {
        let path: Vec<String> = change.path.0.iter().map(part).collect();
        let kind = format!("{:?}", change.kind);
        let kind = kind.split(['(', ' ']).next().unwrap_or("").to_owned();
        format!("{} {kind}", path.join("/"))
    };
    fields(before, after).into_iter().map(told).collect()
}

#[test]
fn a_list_is_compared_by_what_tells_its_elements_apart() {
    let before = "legal_basis:\n- law: 甲法\n  article: 1\n- law: 乙法\n  article: 2\n  text: 旧\n- law: 丙法\n  article: 3\n";
    let after = "legal_basis:\n- law: 乙法\n  article: 2\n  text: 新\n- law: 丙法\n  article: 3\n- law: 丁法\n  article: 4\n";
    assert_eq!(
        told(before, after),
        [
            "legal_basis/甲法,1 Gone",
            "legal_basis/丁法,4 New",
            "legal_basis/乙法,2/text Changed"
        ]
    );
}

#[test]
fn an_element_that_stands_elsewhere_is_moved() {
    assert_eq!(
        told("served: [a, b, c, d]\n", "served: [a, d, b, c]\n"),
        ["served/d Moved"]
    );
}

#[test]
fn a_slip_put_right_in_a_name_is_one_change() {
    let before = "materials:\n- name: 居民身分证\n  copies: 1\n  type: '1'\n  form: paper\n";
    let after = before.replace("身分证", "身份证");
    assert_eq!(told(before, &after), ["materials/居民身分证/name Changed"]);
}

#[test]
fn keys_the_schema_does_not_know_are_compared_too() {
    assert_eq!(told("x_ours: 1\n", "x_ours: 2\n"), ["x_ours Changed"]);
}

#[test]
fn comments_quotes_and_the_order_of_keys_say_nothing() {
    let before = "name: 护照\nhours: '8:00'\n";
    let after = "# 新注释\nhours: \"8:00\"\n\nname: 护照\n";
    let compared = compare(&read(before), &read(after), Some(&schema()));
    assert_eq!(compared, Comparison::Layout);
    let same = compare(&read(before), &read(before), None);
    assert_eq!(same, Comparison::Same);
}

#[test]
fn what_cannot_be_read_is_compared_as_text() {
    let compared = compare(&read("name: 一\n"), &read("name: \"一\n"), None);
    assert_eq!(compared, Comparison::Text);
    let twice = compare(&read("name: 一\n"), &read("name: 一\nname: 二\n"), None);
    assert_eq!(twice, Comparison::Text);
}

#[test]
fn one_change_taken_over_leaves_all_else_as_it_stands() {
    let before = "# 头\nname: 护照 # 名\nlegal_basis:\n  # 甲\n  - law: 甲法\n    article: 1\n  - {law: 乙法, article: 2}\nhours: 上午\n";
    let after = "name: 护照签发\nlegal_basis:\n  - law: 甲法\n    article: 1\n    text: 条文\n  - {law: 乙法, article: 2}\nhours: 下午\n";
    let changes = fields(before, after);
    let text = changes
        .iter()
        .find(|change| change.path.0.len() == 3)
        .unwrap();
    let made = take(&read(before), &[text], Some(&schema())).unwrap();
    assert_eq!(
        &*made,
        "# 头\nname: 护照 # 名\nlegal_basis:\n  # 甲\n  - law: 甲法\n    article: 1\n    text: 条文\n  - {law: 乙法, article: 2}\nhours: 上午\n"
    );
}
