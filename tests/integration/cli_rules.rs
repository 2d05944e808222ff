//! `mulu rules` and `mulu explain`: what is known of the rules.

use mulu::findings::Part;
use mulu::rules::RULES;

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
          "family": "D",
          "severity": "error",
          "status": "stable",
          "since": "[VERSION]",
          "title": "承诺办结时限超过法定办结时限",
          "titles": {
            "zh": "承诺办结时限超过法定办结时限",
            "en": "Promised limit beyond the statutory one"
          },
          "page": "rules/D001-promise-beyond-the-law",
          "fixes": []
        },
        {
          "code": "D002",
          "slug": "beyond-the-general-limit",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "法定办结时限超过一般期限，又没有说明",
          "titles": {
            "zh": "法定办结时限超过一般期限，又没有说明",
            "en": "Statutory limit beyond the general one, unexplained"
          },
          "page": "rules/D002-beyond-the-general-limit",
          "fixes": []
        },
        {
          "code": "D003",
          "slug": "license-in-calendar-days",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "行政许可的法定时限按自然日计算，又没有说明",
          "titles": {
            "zh": "行政许可的法定时限按自然日计算，又没有说明",
            "en": "Licence limit in calendar days, unexplained"
          },
          "page": "rules/D003-license-in-calendar-days",
          "fixes": []
        },
        {
          "code": "D004",
          "slug": "immediate-yet-later",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "办件类型与承诺办结时限不合",
          "titles": {
            "zh": "办件类型与承诺办结时限不合",
            "en": "Handling type and promised limit do not fit"
          },
          "page": "rules/D004-immediate-yet-later",
          "fixes": []
        },
        {
          "code": "D005",
          "slug": "steps-beyond-the-promise",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "各环节天数之和超过承诺办结时限",
          "titles": {
            "zh": "各环节天数之和超过承诺办结时限",
            "en": "Steps take longer than promised"
          },
          "page": "rules/D005-steps-beyond-the-promise",
          "fixes": []
        },
        {
          "code": "D006",
          "slug": "fee-on-lower-rank",
          "family": "D",
          "severity": "error",
          "status": "stable",
          "since": "[VERSION]",
          "title": "行政许可的收费依据不是法律、行政法规",
          "titles": {
            "zh": "行政许可的收费依据不是法律、行政法规",
            "en": "Licence fee without a law or administrative regulation"
          },
          "page": "rules/D006-fee-on-lower-rank",
          "fixes": []
        },
        {
          "code": "D007",
          "slug": "incomplete-fees",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "收费却没有写全",
          "titles": {
            "zh": "收费却没有写全",
            "en": "Charged, but not told in full"
          },
          "page": "rules/D007-incomplete-fees",
          "fixes": []
        },
        {
          "code": "D008",
          "slug": "free-yet-charging",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "不收费，却列了收费项目或者支持网上支付",
          "titles": {
            "zh": "不收费，却列了收费项目或者支持网上支付",
            "en": "Free of charge, yet with fees or online payment"
          },
          "page": "rules/D008-free-yet-charging",
          "fixes": [
            "unsafe"
          ]
        },
        {
          "code": "D009",
          "slug": "late-delivery",
          "family": "D",
          "severity": "warning",
          "status": "stable",
          "since": "[VERSION]",
          "title": "行政许可送达过迟",
          "titles": {
            "zh": "行政许可送达过迟",
            "en": "Licence delivered late"
          },
          "page": "rules/D009-late-delivery",
          "fixes": []
        }
      ]
    }
    --- exit 0
    "#);
    insta::assert_snapshot!(sandbox.say(&["rules", "--family", "Q"]), @"
    --- stderr
    错误：没有这一类规则：Q
    提示：现有的类：A C D G L N P R S T X
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

    What it looks for
    ");
}

#[test]
fn near_rules_are_offered() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["explain", "D01"]), @"
    --- stderr
    错误：没有规则“D01”
    提示：相近的有 D001 A001 A010；mulu rules 列出所有规则
    --- exit 2
    ");
}

#[test]
fn a_page_speaks_one_language_and_keeps_its_examples() {
    let sandbox = Sandbox::new();
    for rule in RULES {
        let say = |lang| sandbox.say(&["explain", rule.info.code, "--lang", lang]);
        let (zh, en) = (say("zh"), say("en"));
        for section in rule.info.read_page().sections() {
            for part in &section.parts {
                let (text, is_zh, is_en) = match part {
                    Part::Zh(text) => (text.as_str(), true, false),
                    Part::En(text) => (text.as_str(), false, true),
                    Part::Example { text, .. } => (text.lines().last().unwrap(), true, true),
                };
                assert_eq!(zh.contains(text), is_zh, "{text} in\n{zh}");
                assert_eq!(en.contains(text), is_en, "{text} in\n{en}");
            }
            assert!(zh.contains(&format!("\n{}\n", section.title.zh)), "{zh}");
            assert!(en.contains(&format!("\n{}\n", section.title.en)), "{en}");
        }
        assert!(!zh.contains("```") && !en.contains("```"), "{zh}");
    }
}

#[test]
fn a_page_is_to_be_had_in_pieces() {
    let sandbox = Sandbox::new();
    let said = sandbox.run(&["explain", "l003", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let rule = &report["rule"];
    assert_eq!(rule["slug"], "rank-too-low");
    let sections = rule["sections"].as_array().unwrap();
    let titles: Vec<&str> = sections
        .iter()
        .filter_map(|section| section["title"]["en"].as_str())
        .collect();
    assert!(titles.starts_with(&["What it looks for", "Why", "Wrong", "Right"]));
    for section in sections {
        for lang in ["zh", "en"] {
            let text = section["text"][lang].as_str().unwrap();
            assert!(!text.contains("```") && !text.contains('*'), "{text}");
        }
    }
    assert!(!sections[0]["text"]["en"].as_str().unwrap().is_empty());
    let example = sections[2]["examples"][0]["text"].as_str().unwrap();
    assert!(
        example.starts_with("# ") && example.contains("# <- L003"),
        "{example}"
    );
}

#[test]
fn a_name_is_as_good_as_a_code_and_a_letter_lists_its_family() {
    let sandbox = Sandbox::new();
    assert_eq!(
        sandbox.say(&["explain", "rank-too-low"]),
        sandbox.say(&["explain", "L003"])
    );
    assert_eq!(
        sandbox.say(&["explain", "l"]),
        sandbox.say(&["rules", "--family", "L"])
    );
    insta::assert_snapshot!(sandbox.say(&["explain", "rank-to-low"]), @r"
    --- stderr
    错误：没有规则“rank-to-low”
    提示：相近的有 rank-too-low；mulu rules 列出所有规则
    --- exit 2
    ");
}
