//! `mulu set`: one field, and nothing else.

use crate::sandbox::Sandbox;

const LOCAL: &str = "11330106MU033101XF4000131002000";
const FILE: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";
const BASE_FILE: &str = "catalog/base/31/000131002000.yaml";

#[test]
fn only_the_value_changes() {
    let sandbox = Sandbox::with_catalog();
    let before = sandbox.read(BASE_FILE);
    insta::assert_snapshot!(sandbox.say(&["set", "000131002000", "promised_limit.days", "5"]), @"
    catalog/base/31/000131002000.yaml
    …
        unit: working
      promised_limit:
    -   days: 8
    +   days: 5
        unit: working
      
    …
    已写入

    没有问题（1 个文件，1 个事项）
    --- exit 0
    ");
    assert_eq!(
        sandbox.read(BASE_FILE),
        before.replace("days: 8", "days: 5")
    );
    insta::assert_snapshot!(sandbox.say(&["set", "000131002000", "promised_limit.days", "5"]), @r"
    没有变化
    --- exit 0
    ");
}

#[test]
fn a_part_of_an_inherited_field_takes_the_whole_over() {
    let sandbox = Sandbox::with_catalog();
    insta::assert_snapshot!(sandbox.say(&["set", LOCAL, "promised_limit.days", "5"]), @r#"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
    …
      status: "1"
      
    + promised_limit:
    +   days: 5
    +   unit: working
      place: 西湖区样例路 206 号 区行政服务中心三楼 A12 窗口
      hours: 工作日上午 8:30—12:00，下午 14:00—17:30
    …
    已写入

    没有问题（1 个文件，1 个事项）
    --- exit 0
    "#);
}

#[test]
fn removing_returns_to_inheritance() {
    let sandbox = Sandbox::with_catalog();
    let before = sandbox.read(FILE);
    sandbox.say(&["set", LOCAL, "promised_limit", "{days: 5, unit: working}"]);
    assert!(sandbox.read(FILE).contains("promised_limit:"));
    sandbox.say(&["set", LOCAL, "promised_limit", "--remove"]);
    assert_eq!(sandbox.read(FILE), before);
    insta::assert_snapshot!(sandbox.say(&["set", LOCAL, "promised_limit", "--remove"]), @r"
    --- stderr
    错误：本文件没有写 promised_limit，不用去掉
    --- exit 2
    ");
}

#[test]
fn a_dry_run_writes_nothing() {
    let sandbox = Sandbox::with_catalog().with("LANG", "C");
    let before = sandbox.read(BASE_FILE);
    insta::assert_snapshot!(sandbox.say(&["set", "000131002000", "plain_names", "开饭店", "开奶茶店", "--dry-run"]), @r#"
    catalog/base/31/000131002000.yaml
    …
      plain_names:
        - 开饭店
    -   - 办食品证
    +   - 开奶茶店
      type: "01"
      department: "31"
    …
    dry run, nothing was written

    no findings (1 file, 1 matter)
    --- exit 0
    "#);
    assert_eq!(sandbox.read(BASE_FILE), before);
}

#[test]
fn what_is_of_the_wrong_kind_is_refused() {
    let sandbox = Sandbox::with_catalog();
    let set = |field, value| sandbox.say(&["set", LOCAL, field, value]);
    insta::assert_snapshot!(set("promised_limit.days", "五"), @r"
    --- stderr
    错误：“五”不是整数
    提示：确要写入就加 --force
    --- exit 2
    ");
    insta::assert_snapshot!(set("promissed_limit", "5"), @r"
    --- stderr
    错误：没有字段“promissed_limit”
    提示：相近的有 promised_limit
    --- exit 2
    ");
    insta::assert_snapshot!(set("charged", "也许"), @r"
    --- stderr
    错误：“也许”不是 true 或 false
    提示：确要写入就加 --force
    --- exit 2
    ");
    insta::assert_snapshot!(set("promised_limit", "{days: 5"), @r"
    --- stderr
    错误：要写成 {days: 5, unit: working} 这样的 YAML，读不懂“{days: 5”
    --- exit 2
    ");
    insta::assert_snapshot!(set("a[x]", "1"), @r"
    --- stderr
    错误：没有字段“a[x]”
    --- exit 2
    ");
}

#[test]
fn colours_and_hostile_text_do_not_reach_the_terminal() {
    let sandbox = Sandbox::with_catalog();
    let said = sandbox.say(&[
        "set",
        LOCAL,
        "remarks",
        "红\u{1b}[31m字\u{202e}",
        "--dry-run",
    ]);
    assert!(
        !said.contains('\u{1b}') && !said.contains('\u{202e}'),
        "{said:?}"
    );
}

#[test]
fn what_the_schema_forbids_is_written_only_by_force() {
    let sandbox = Sandbox::with_catalog();
    let before = sandbox.read(FILE);
    insta::assert_snapshot!(sandbox.say(&["set", LOCAL, "status", "9"]), @r"
    --- stderr
    错误：“事项状态”没有“9”这个值，可选 1 在用、2 暂停、3 取消 [S017]
    提示：确要写入就加 --force
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.say(&["set", LOCAL, "level", "--remove"]), @r"
    --- stderr
    错误：缺少“行使层级”（level） [S013]
    提示：确要写入就加 --force
    --- exit 2
    ");
    assert_eq!(sandbox.read(FILE), before);
    insta::assert_snapshot!(sandbox.say(&["set", LOCAL, "status", "9", "--force"]), @r#"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
    …
      power_source: "1"
      version: 1
    - status: "1"
    + status: "9"
      
      place: 西湖区样例路 206 号 区行政服务中心三楼 A12 窗口
    …
    已写入

    错误[S017]：不在可选的值之中
      --> catalog/local/330106/11330106MU033101XF4000131002000.yaml:11:9
       |
    11 | status: "9"
       |         ^^^ “事项状态”没有“9”这个值，可选 1 在用、2 暂停、3 取消

    1 个错误，0 个警告，0 个提示（1 个文件，1 个事项）
    --- exit 0
    "#);
}

#[test]
fn work_that_waits_to_be_recovered_is_not_lost() {
    let sandbox = Sandbox::with_catalog();
    let root = mulu::store::Root::at(&sandbox.path()).unwrap();
    let change = mulu::change::FileChange {
        path: BASE_FILE.trim_start_matches("catalog/").into(),
        before: Some(sandbox.read(BASE_FILE).into()),
        after: Some("typed".into()),
    };
    let mut journal = mulu::session::Recorder::begin(&root).unwrap();
    journal.note(vec![change]);
    journal.write().unwrap();
    drop(journal);
    insta::assert_snapshot!(sandbox.say(&["set", LOCAL, "hours", "随时"]), @r"
    --- stderr
    错误：界面里有没保存的改动等着恢复
    提示：先运行 mulu 打开界面，恢复或放弃它们
    --- exit 2
    ");
    let left = mulu::session::Session::open(root, &|_, _| ()).unwrap();
    assert_eq!(left.left_behind().changes.len(), 1);
}
