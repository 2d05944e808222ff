//! By what a finding is known again.

use std::collections::BTreeSet;

use mulu::findings::fingerprint;

use crate::stage::{Example, findings, stage};

const BASE: &str = "base/23/000123001000.yaml";

/// The rule and fingerprint of every finding, with one file of the stage in other words.
fn prints(path: &str, change: impl Fn(&str) -> String) -> BTreeSet<String> {
    let mut files = stage();
    let text = change(&files[path]);
    files.insert(path.to_owned(), text);
    let catalog = Example::read("", "").catalog(&files);
    let print = |finding: &_| fingerprint(finding, &catalog.standard).to_string();
    let found = findings(&catalog);
    found
        .iter()
        .map(|finding| format!("{} {}", finding.rule, print(finding)))
        .collect()
}

/// The same, with another list of legal bases at the end of the file.
fn with_bases(bases: &str) -> BTreeSet<String> {
    prints(BASE, |text| {
        let (head, rest) = text.split_once("legal_basis:").unwrap();
        let (_, tail) = rest.split_once("statutory_limit").unwrap();
        format!("{head}statutory_limit{tail}{bases}")
    })
}

const TWO: &str = "\
legal_basis:
  - law: 公共场所卫生管理条例
    article: 400
  - law: 没有的条例
    article: 1
";
const TURNED: &str = "\
legal_basis:

  - law: 没有的条例
    article: 1
  # 说明
  - {law: 公共场所卫生管理条例, article: 400}
";
const OTHER: &str = "\
legal_basis:
  - law: 公共场所卫生管理条例
    article: 401
  - law: 没有的办法
    article: 1
";

#[test]
fn neither_lines_nor_the_order_of_a_list_matter() {
    let (two, turned, other) = (with_bases(TWO), with_bases(TURNED), with_bases(OTHER));
    assert!(two.len() >= 2, "{two:?}");
    assert_eq!(two, turned);
    assert!(two.is_disjoint(&other), "{two:?} {other:?}");
}

/// A missing key is shown at whichever key stands first.
#[test]
fn a_missing_key_is_known_again_when_keys_change_places() {
    let print = |head: &str| {
        let members = "audience: body\nmembers:\n  - base_code: \"000123001000\"\n";
        prints("bundles/open-a-hotel.yaml", |_| format!("{head}{members}"))
    };
    let one = print("id: open-a-hotel\nname: 开旅馆\n");
    let other = print("name: 开旅馆\nid: open-a-hotel\n");
    assert!(one.iter().any(|print| print.starts_with("S013")), "{one:?}");
    assert_eq!(one, other);
}

/// Once given out, a fingerprint stays: baselines rest on it.
#[test]
fn a_fingerprint_is_the_same_for_ever() {
    let found = prints(BASE, |text| {
        text.replace(
            "name: 公共场所卫生许可\n",
            "name: 公共场所卫生许可（县级行使）\n",
        )
    });
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["N003 879f61e98cef1248"]);
}
