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
        "notes": 0,
        "covered": 0,
        "gone": 0
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
    insta::assert_snapshot!(sandbox.say(&["check", "--select", "Q999"]), @r"
    --- stderr
    错误：没有规则“Q999”
    提示：mulu rules 列出所有规则
    --- exit 2
    ");
}

const LOCAL: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";

/// A catalog with one error (the promise is longer than the law allows) and one warning (the name).
fn with_findings() -> Sandbox {
    let sandbox = Sandbox::with_catalog();
    sandbox.replace(
        LOCAL,
        "version: 1\n",
        "name: 食品经营许可(县级)\npromised_limit: {days: 25, unit: working}\nversion: 1\n",
    );
    sandbox
}

#[test]
fn every_finding_is_shown_in_one_run() {
    insta::assert_snapshot!(with_findings().say(&["check"]), @r"
    警告[N001]：名称与上级只是写法不同
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:10:7
       |
    10 | name: 食品经营许可(县级)
       |       ^^^^^^^^^^^^^^^^^^ 名称“食品经营许可(县级)”与上级的“食品经营许可”只是写法不同
    修复：删去这一行，沿用上级的“食品经营许可”（请核对）

    错误[D001]：承诺办结时限超过法定办结时限
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:11:17
       |
    11 | promised_limit: {days: 25, unit: working}
       |                 ^^^^^^^^^^^^^^^^^^^^^^^^^
       = 承诺办结时限 25 个工作日，超过法定办结时限 20 个工作日
    相关：与之相比的时限在此
      --> catalog/base/31/000131002000.yaml:20:3
       |
    20 |   days: 20
       |   ^^^^^^^^

    1 个错误，1 个警告，0 个提示（7 个文件，2 个事项）
    --- exit 1
    ");
}

#[test]
fn every_finding_is_shown_in_english() {
    insta::assert_snapshot!(with_findings().with("LANG", "C").say(&["check"]), @r"
    warning[N001]: Name written otherwise than above
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:10:7
       |
    10 | name: 食品经营许可(县级)
       |       ^^^^^^^^^^^^^^^^^^
       = the name “食品经营许可(县级)” is the upper “食品经营许可”, only written otherwise
    fix: delete the line and inherit “食品经营许可” (look it over)

    error[D001]: Promised limit beyond the statutory one
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:11:17
       |
    11 | promised_limit: {days: 25, unit: working}
       |                 ^^^^^^^^^^^^^^^^^^^^^^^^^
       = the promised limit of 25 working days is beyond the statutory 20 working days
    see also: the limit it is compared with is here
      --> catalog/base/31/000131002000.yaml:20:3
       |
    20 |   days: 20
       |   ^^^^^^^^

    1 error, 1 warning, 0 notes (7 files, 2 matters)
    --- exit 1
    ");
}

#[test]
fn a_narrow_terminal_cuts_around_the_place() {
    insta::assert_snapshot!(with_findings().with("COLUMNS", "40").say(&["check"]), @r"
    警告[N001]：名称与上级只是写法不同
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:10:7
       |
    10 | name: 食品经营许可(县级)
       |       ^^^^^^^^^^^^^^^^^^
       = 名称“食品经营许可(县级)”与上级的“食
         品经营许可”只是写法不同
    修复：删去这一行，沿用上级的“食品经营许
    可”（请核对）

    错误[D001]：承诺办结时限超过法定办结时限
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:11:17
       |
    11 | promised_limit: {days: 25, unit: …
       |                 ^^^^^^^^^^^^^^^^^
       = 承诺办结时限 25 个工作日，超过法定
         办结时限 20 个工作日
    相关：与之相比的时限在此
      --> catalog/base/31/000131002000.yaml:20:3
       |
    20 |   days: 20
       |   ^^^^^^^^

    1 个错误，1 个警告，0 个提示（7 个文件，2 个事项）
    --- exit 1
    ");
}

#[test]
fn the_threshold_and_the_filters_decide_what_is_found() {
    let sandbox = with_findings();
    let exit = |args: &[&str]| sandbox.run(&[&["check"][..], args].concat()).status.code();
    assert_eq!(exit(&[]), Some(1));
    assert_eq!(exit(&["--threshold", "error"]), Some(1));
    assert_eq!(exit(&["--select", "n001", "--threshold", "error"]), Some(0));
    assert_eq!(
        exit(&["--select", "n001", "--threshold", "warning"]),
        Some(1)
    );
    assert_eq!(exit(&["catalog/base"]), Some(0));
    assert_eq!(exit(&[LOCAL]), Some(1));
    insta::assert_snapshot!(sandbox.say(&["check", "--select", "D001", "--max", "0"]), @r"
    另有 1 个问题没有列出
    1 个错误，0 个警告，0 个提示（7 个文件，2 个事项）
    --- exit 1
    ");
}

#[test]
fn rules_are_chosen_by_code_and_by_family() {
    let sandbox = with_findings();
    let rules = |args: &[&str]| {
        let said = sandbox.say(&[&["check"][..], args].concat());
        ["N001", "D001"].map(|code| said.contains(&format!("[{code}]")))
    };
    assert_eq!(rules(&["--select", "N"]), [true, false]);
    assert_eq!(rules(&["--select", "d,n001"]), [true, true]);
    assert_eq!(rules(&["--select", "D", "--select", "N001"]), [true, true]);
    assert_eq!(rules(&["--ignore", "N, D001"]), [false, false]);
    assert_eq!(
        rules(&["--select", "N", "--ignore", "N001"]),
        [false, false]
    );
    assert_eq!(
        rules(&["--select", "N001,D", "--ignore", "N"]),
        [true, true]
    );
    insta::assert_snapshot!(sandbox.say(&["check", "--select", "N01,L"]), @"
    --- stderr
    错误：没有规则“N01”
    提示：相近的有 N001 N010 N011；mulu rules 列出所有规则
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "--ignore", "Q"]), @r"
    --- stderr
    错误：没有规则“Q”
    提示：mulu rules 列出所有规则
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["check", "--ignore", "L999"]), @"
    --- stderr
    错误：没有规则“L999”
    提示：相近的有 L009 L019 L029；mulu rules 列出所有规则
    --- exit 2
    ");
}

#[test]
fn a_machine_gets_json_with_places() {
    let sandbox = with_findings();
    insta::assert_snapshot!(sandbox.say(&["check", "--select", "D001", "--format", "json"]), @r#"
    {
      "version": 1,
      "lang": "zh",
      "summary": {
        "files": 7,
        "matters": 2,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "covered": 0,
        "gone": 0
      },
      "findings": [
        {
          "rule": "D001",
          "severity": "error",
          "title": "承诺办结时限超过法定办结时限",
          "message": "承诺办结时限 25 个工作日，超过法定办结时限 20 个工作日",
          "path": "catalog/local/330106/11330106MU033101XF4000131002000.yaml",
          "start": {
            "line": 11,
            "column": 17,
            "offset": 467
          },
          "end": {
            "line": 11,
            "column": 42,
            "offset": 492
          },
          "related": [
            {
              "message": "与之相比的时限在此",
              "path": "catalog/base/31/000131002000.yaml",
              "start": {
                "line": 20,
                "column": 3,
                "offset": 560
              },
              "end": {
                "line": 21,
                "column": 16,
                "offset": 584
              }
            }
          ],
          "fix": null
        }
      ]
    }
    --- exit 1
    "#);
}

#[test]
fn the_same_catalog_gives_the_same_bytes() {
    let sandbox = with_findings();
    for args in [&["check"][..], &["check", "--format", "json"]] {
        assert_eq!(sandbox.run(args).stdout, sandbox.run(args).stdout);
    }
}

#[test]
fn a_reader_that_left_does_not_change_the_exit_code() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = with_findings()
        .command(&["check"])
        .stdout(writer)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn hostile_text_is_shown_and_never_obeyed() {
    let sandbox = Sandbox::with_catalog();
    sandbox.replace(
        LOCAL,
        "version: 1\n",
        "name: \"食品\\e[31m经营\u{202e}许可\u{9b}31m\"\nversion: 1\n",
    );
    for format in ["human", "json"] {
        let said = sandbox.say(&["check", "--format", format]);
        let live = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(said.contains("N0") && !said.contains(live), "{said:?}");
    }
}

#[test]
fn a_broken_file_is_a_finding_and_the_rest_is_checked() {
    let sandbox = with_findings();
    sandbox.write("catalog/bundles/broken.yaml", "id: broken\nmembers: [\n");
    insta::assert_snapshot!(sandbox.say(&["check", "catalog/bundles/broken.yaml"]), @r"
    错误[S006]：不是 YAML
     --> catalog/bundles/broken.yaml:2:10
      |
    2 | members: [
      |          ^ 括号没有闭合，以下没有读取

    1 个错误，0 个警告，0 个提示（1 个文件，0 个事项）
    --- exit 1
    ");
    assert!(sandbox.say(&["check"]).contains("D001"));
}
