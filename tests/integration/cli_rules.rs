//! `mulu rules` and `mulu explain`: what is known of the rules.

use crate::sandbox::Sandbox;

#[test]
fn a_family_is_listed() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "d"]), @"
    D001  错误  承诺办结时限超过法定办结时限
    D002  警告  法定办结时限超过一般期限，又没有说明
    D003  警告  行政许可的法定时限按自然日计算，又没有说明
    D004  警告  办件类型与承诺办结时限不合
    D005  警告  各环节天数之和超过承诺办结时限
    D006  错误  行政许可的收费依据不是法律、行政法规
    D007  警告  收费却没有写全
    D008  警告  不收费，却列了收费项目或者支持网上支付
    D009  警告  行政许可送达过迟
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "D", "--lang", "en"]), @"
    D001  error    Promised limit beyond the statutory one
    D002  warning  Statutory limit beyond the general one, unexplained
    D003  warning  Licence limit in calendar days, unexplained
    D004  warning  Handling type and promised limit do not fit
    D005  warning  Steps take longer than promised
    D006  error    Licence fee without a law or administrative regulation
    D007  warning  Charged, but not told in full
    D008  warning  Free of charge, yet with fees or online payment
    D009  warning  Licence delivered late
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
        },
        {
          "code": "D002",
          "slug": "beyond-the-general-limit",
          "severity": "warning",
          "title": "法定办结时限超过一般期限，又没有说明"
        },
        {
          "code": "D003",
          "slug": "license-in-calendar-days",
          "severity": "warning",
          "title": "行政许可的法定时限按自然日计算，又没有说明"
        },
        {
          "code": "D004",
          "slug": "immediate-yet-later",
          "severity": "warning",
          "title": "办件类型与承诺办结时限不合"
        },
        {
          "code": "D005",
          "slug": "steps-beyond-the-promise",
          "severity": "warning",
          "title": "各环节天数之和超过承诺办结时限"
        },
        {
          "code": "D006",
          "slug": "fee-on-lower-rank",
          "severity": "error",
          "title": "行政许可的收费依据不是法律、行政法规"
        },
        {
          "code": "D007",
          "slug": "incomplete-fees",
          "severity": "warning",
          "title": "收费却没有写全"
        },
        {
          "code": "D008",
          "slug": "free-yet-charging",
          "severity": "warning",
          "title": "不收费，却列了收费项目或者支持网上支付"
        },
        {
          "code": "D009",
          "slug": "late-delivery",
          "severity": "warning",
          "title": "行政许可送达过迟"
        }
      ]
    }
    --- exit 0
    "#);
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "Q"]), @"
    --- stderr
    错误：没有这一类规则：Q
    提示：现有的类：C D G L N P R S T X
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
    提示：相近的有 D001 C001 C010；mulu rules 列出所有规则
    --- exit 2
    ");
}
