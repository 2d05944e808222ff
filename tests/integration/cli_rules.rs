//! `mulu rules` and `mulu explain`: what is known of the rules.

use crate::sandbox::Sandbox;

#[test]
fn a_family_is_listed() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "d"]), @r"
    D001  错误  承诺办结时限超过法定办结时限
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "D", "--lang", "en"]), @r"
    D001  error  Promised limit beyond the statutory one
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "D", "--format", "json"]), @r#"
    {
      "version": 1,
      "lang": "zh",
      "rules": [
        {
          "code": "D001",
          "slug": "promise-beyond-the-law",
          "severity": "error",
          "title": "承诺办结时限超过法定办结时限"
        }
      ]
    }
    --- exit 0
    "#);
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "Q"]), @r"
    --- stderr
    错误：没有这一类规则：Q
    提示：现有的类：A C D G L N R S T X
    --- exit 2
    ");
}

#[test]
fn every_rule_is_listed_and_explained() {
    let sandbox = Sandbox::new();
    let listed = sandbox.say(&["rules"]);
    let codes: Vec<&str> = listed.lines().filter_map(|line| line.get(..4)).collect();
    let (_exit, codes) = codes.split_last().unwrap();
    assert!(codes.len() > 10, "{listed}");
    for code in codes {
        let page = sandbox.say(&["explain", code]);
        assert!(page.starts_with(code) && page.ends_with("exit 0"), "{page}");
    }
}

#[test]
fn a_page_opens_with_what_the_rule_is() {
    let sandbox = Sandbox::new();
    let head = |args: &[&str]| {
        sandbox
            .say(args)
            .lines()
            .take(5)
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(head(&["explain", "d001"]), @r"
    D001 承诺办结时限超过法定办结时限
    错误 · promise-beyond-the-law · 自 [VERSION] 起

    查什么
    ");
    insta::assert_snapshot!(head(&["explain", "D001", "--lang", "en"]), @r"
    D001 Promised limit beyond the statutory one
    error · promise-beyond-the-law · since [VERSION]

    查什么
    ");
}

#[test]
fn near_rules_are_offered() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["explain", "D01"]), @r"
    --- stderr
    错误：没有规则“D01”
    提示：相近的有 D001 A001 C001；mulu rules 列出所有规则
    --- exit 2
    ");
}
