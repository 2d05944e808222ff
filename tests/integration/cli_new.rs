//! `mulu new`: matters under the next free code.

use crate::sandbox::Sandbox;

const LAW: &str = "中华人民共和国食品安全法";

#[test]
fn a_base_matter_gets_the_next_free_code_and_a_body_takes_it_up() {
    let sandbox = Sandbox::with_catalog();
    let base = [
        "new",
        "base",
        "--name",
        "食品生产许可",
        "--type",
        "01",
        "--department",
        "31",
        "--law",
        LAW,
        "--article",
        "35",
    ];
    insta::assert_snapshot!(sandbox.say(&base), @r#"
    catalog/base/31/000131003000.yaml
    + # 食品生产许可
    + code: "000131003000"
    + name: 食品生产许可
    + type: "01"
    + department: "31"
    + levels:
    +   - "2"
    +   - "3"
    +   - "4"
    + legal_basis:
    +   - law: 中华人民共和国食品安全法
    +     article: 35
    +     role: setting
    + version: 1
    + status: "1"
    已写入

    没有问题（1 个文件，1 个事项）
    --- exit 0
    "#);
    let local = [
        "new",
        "local",
        "--base",
        "000131003000",
        "--division",
        "330106",
    ];
    insta::assert_snapshot!(sandbox.say(&local), @r#"
    catalog/local/330106/11330106MU033101XF4000131003000.yaml
    + # 西湖区 · 食品生产许可
    + code: "11330106MU033101XF4000131003000"
    + base_code: "000131003000"
    + level: "4"
    + division: "330106"
    + body: "11330106MU033101XF"
    + version: 1
    + status: "2"
    已写入

    没有问题（1 个文件，1 个事项）

    状态是暂停，还不对外。补齐办事指南后改为在用，再检查缺什么：mulu set 11330106MU033101XF4000131003000 status 1
    --- exit 0
    "#);
    let in_use = sandbox.say(&["set", "11330106MU033101XF4000131003000", "status", "1"]);
    assert!(
        in_use.contains("警告[G001]") && in_use.contains("办理地点"),
        "{in_use}"
    );
    assert_eq!(
        sandbox
            .read("catalog/local/330106/11330106MU033101XF4000131003000.yaml")
            .lines()
            .next(),
        Some("# 西湖区 · 食品生产许可")
    );
    insta::assert_snapshot!(sandbox.say(&local), @r"
    --- stderr
    错误：已有实施编码 11330106MU033101XF4000131003000
    --- exit 2
    ");
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let sandbox = Sandbox::with_catalog();
    let base = |name, kind, department, law, article| {
        sandbox.say(&[
            "new",
            "base",
            "--name",
            name,
            "--type",
            kind,
            "--department",
            department,
            "--law",
            law,
            "--article",
            article,
        ])
    };
    insta::assert_snapshot!(base("食品生产许可", "99", "31", LAW, "35"), @r"
    --- stderr
    错误：没有事项类型“99”
    --- exit 2
    ");
    insta::assert_snapshot!(base("食品生产许可", "01", "00", LAW, "35"), @r"
    --- stderr
    错误：编码表里没有中央部门“00”
    --- exit 2
    ");
    insta::assert_snapshot!(base("食品生产许可", "01", "31", "食品安全法", "35"), @r"
    --- stderr
    错误：法律登记簿里没有《食品安全法》，有《中华人民共和国食品安全法》
    --- exit 2
    ");
    insta::assert_snapshot!(base("食品生产许可", "01", "31", "护照法", "35"), @r"
    --- stderr
    错误：法律登记簿里没有《护照法》
    --- exit 2
    ");
    insta::assert_snapshot!(base("食品生产许可", "01", "31", LAW, "155"), @r"
    --- stderr
    错误：《中华人民共和国食品安全法》只有 154 条，没有第 155 条
    --- exit 2
    ");
    insta::assert_snapshot!(base("食品经营许可", "01", "31", LAW, "35"), @r"
    --- stderr
    错误：同名事项已有：000131002000
    --- exit 2
    ");
    insta::assert_snapshot!(base(" ", "01", "31", LAW, "35"), @r"
    --- stderr
    错误：名称不能为空
    --- exit 2
    ");
}

#[test]
fn a_local_matter_needs_a_base_a_division_and_a_body() {
    let sandbox = Sandbox::with_catalog().with("LANG", "C");
    let local = |base, division, body: &[&str]| {
        sandbox.say(
            &[
                &["new", "local", "--base", base, "--division", division],
                body,
            ]
            .concat(),
        )
    };
    insta::assert_snapshot!(local("000131009000", "330106", &[]), @r"
    --- stderr
    error: the base catalog has no 000131009000
    --- exit 2
    ");
    insta::assert_snapshot!(local("000131002000", "330199", &[]), @r"
    --- stderr
    error: divisions.yaml has no division 330199
    --- exit 2
    ");
    insta::assert_snapshot!(local("000131002000", "330100", &[]), @r"
    --- stderr
    error: the division has no body of department 31
    --- exit 2
    ");
    insta::assert_snapshot!(local("000131002000", "330100", &["--body", "11330106MU0331019X"]), @r"
    --- stderr
    error: bodies.yaml has no body 11330106MU0331019X
    --- exit 2
    ");
    insta::assert_snapshot!(local("000131002000", "330106", &["--level", "9"]), @r"
    --- stderr
    error: there is no level 9
    --- exit 2
    ");
}

#[test]
fn nothing_is_left_behind_by_a_refusal() {
    let sandbox = Sandbox::with_catalog();
    let before = sandbox.files();
    sandbox.say(&[
        "new",
        "local",
        "--base",
        "000131009000",
        "--division",
        "330106",
    ]);
    assert_eq!(sandbox.files(), before);
}
