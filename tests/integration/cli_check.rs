//! `mulu check`: every finding, for a person and for a machine.

use crate::sandbox::Sandbox;

#[test]
fn a_clean_catalog_is_said_to_be_clean() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["check"]), @r"
    没有问题（7 个文件，2 个事项）
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "--lang", "en"]), @r"
    no findings (7 files, 2 matters)
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "catalog/base"]), @r"
    没有问题（1 个文件，1 个事项）
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "--format", "json"]), @r#"
    {
      "version": 1,
      "lang": "zh",
      "summary": {
        "files": 7,
        "matters": 2,
        "errors": 0,
        "warnings": 0,
        "notes": 0
      },
      "findings": []
    }
    --- exit 0
    "#);
}

#[test]
fn the_catalog_is_found_from_below() {
    let sandbox = Sandbox::with_catalog();
    assert!(
        sandbox
            .say(&["-C", "catalog/base/31", "check"])
            .ends_with("exit 0")
    );
}

#[test]
fn where_there_is_no_catalog_it_says_what_to_do() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.say(&["check"]), @r"
    --- stderr
    错误：[DIR] 里没有事项目录
    提示：用 mulu init 新建一个，或换到目录所在的文件夹
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "nowhere", "--lang", "en"]), @r"
    --- stderr
    error: there is no catalog at nowhere
    hint: create one with mulu init, or change to the folder that holds one
    --- exit 2
    ");
}

#[test]
fn an_unknown_rule_is_refused() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["check", "--rule", "Q999"]), @r"
    --- stderr
    错误：没有规则“Q999”
    提示：mulu rules 列出所有规则
    --- exit 2
    ");
}
