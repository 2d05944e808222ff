//! `mulu decide`: what becomes of a difference.

use crate::counties::{BASE_FILE, FILE, OWN_WAY, commit, committed, counties};
use crate::sandbox::Sandbox;

const LIMIT: [&str; 4] = ["--field", "promised_limit", "--by", "张三"];
const WHY: [&str; 6] = [
    "--reason",
    "人手不足",
    "--legal-reason",
    "《优化营商环境条例》第三十六条",
    "--until",
    "2026-12-31",
];

fn decide(sandbox: &Sandbox, parts: &[&[&str]]) -> String {
    let parts: Vec<&[&str]> = std::iter::once(&["decide"][..])
        .chain(parts.iter().copied())
        .collect();
    sandbox.say(&parts.concat())
}

#[test]
fn what_is_adopted_is_inherited_again() {
    let sandbox = counties();
    insta::assert_snapshot!(decide(&sandbox, &[&["adopt", "--diff"], &LIMIT]), @r#"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
    …
      online_url: https://sample.example/330106/apply/000131002000
      
    - promised_limit: {days: 15, unit: working}   # 窗口人手不足
      name: 食品经营许可(县级）
      materials:
    …
        经营设备设施与品种、数量相适应，生熟分开。
        从业人员持有半年以内的健康证明。
    + decisions:
    +   - field: promised_limit
    +     action: adopt
    +     by: 张三
    +     "on": "2026-11-24"
    试运行，没有写入
    --- exit 0
    "#);
    insta::assert_snapshot!(decide(&sandbox, &[&["adopt"], &LIMIT]), @"
    放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限
    已处置 1 个差异：采用上级
    --- exit 0
    ");
    assert!(!sandbox.read(FILE).contains("promised_limit:"));
    insta::assert_snapshot!(decide(&sandbox, &[&["adopt"], &LIMIT]), @"
    --- stderr
    错误：没有符合的差异
    --- exit 2
    ");
}

#[test]
fn exactly_one_difference_must_be_meant() {
    let sandbox = counties();
    let before = sandbox.read(FILE);
    insta::assert_snapshot!(decide(&sandbox, &[&["skip", "--matter", OWN_WAY, "--by", "张三"]]), @"
    --- stderr
    错误：符合的差异有 4 个，不知道要处置哪一个
    提示：再缩小范围，或加 --all 全部处置：
      不一致  330106 西湖区  000131002000  食品经营许可(县级）  受理条件
      放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限
      多出  330106 西湖区  000131002000  食品经营许可(县级）  申请材料
      写法  330106 西湖区  000131002000  食品经营许可(县级）  事项名称
    --- exit 2
    ");
    assert_eq!(sandbox.read(FILE), before);
    let sandbox = sandbox.with("LANG", "C");
    insta::assert_snapshot!(decide(&sandbox, &[&["skip", "--all", "--by", "张三"]]), @"
    conflict  330106 西湖区  000131002000  食品经营许可(县级）  Acceptance conditions
    looser  330106 西湖区  000131002000  食品经营许可(县级）  Promised limit
    extra  330106 西湖区  000131002000  食品经营许可(县级）  Materials
    wording  330106 西湖区  000131002000  食品经营许可(县级）  Name
    decided: 4 (skip)
    --- exit 0
    ");
    assert_eq!(sandbox.read(FILE).matches("action: skip").count(), 4);
}

#[test]
fn to_approve_takes_a_reason_a_law_and_a_day() {
    let sandbox = counties();
    insta::assert_snapshot!(decide(&sandbox, &[&["approve", "--reason", "有"], &LIMIT]), @"
    --- stderr
    错误：准予不同还要写明 --legal-reason --until
    --- exit 2
    ");
    let past = [
        "--reason",
        "有",
        "--legal-reason",
        "有",
        "--until",
        "2026-11-23",
    ];
    insta::assert_snapshot!(decide(&sandbox, &[&["approve"], &LIMIT, &past]), @"
    --- stderr
    错误：2026-11-23 已经过去
    --- exit 2
    ");
    insta::assert_snapshot!(decide(&sandbox, &[&["approve", "--until", "2026-02-30"], &LIMIT]), @"
    --- stderr
    错误：--until 不能是“2026-02-30”：要写成 YYYY-MM-DD，并且确有这一天
    --- exit 2
    ");
    insta::assert_snapshot!(decide(&sandbox, &[&["approve"], &LIMIT, &WHY]), @"
    放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限
    已处置 1 个差异：准予不同
    --- exit 0
    ");
    insta::assert_snapshot!(decide(&sandbox, &[&["approve"], &LIMIT, &WHY]), @"
    --- stderr
    错误：没有符合的差异
    提示：有 1 个已准予，要改就加 --standing decided
    --- exit 2
    ");
}

#[test]
fn a_decision_takes_the_place_of_the_one_before() {
    let sandbox = counties();
    decide(&sandbox, &[&["skip"], &LIMIT]);
    insta::assert_snapshot!(decide(&sandbox, &[&["approve"], &LIMIT, &WHY]), @"
    放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限  [已搁置]
    已处置 1 个差异：准予不同
    --- exit 0
    ");
    let text = sandbox.read(FILE);
    assert_eq!(
        (
            text.matches("action:").count(),
            text.matches("skip").count()
        ),
        (1, 0)
    );
    let again = decide(&sandbox, &[&["skip", "--standing", "decided"], &LIMIT]);
    assert!(again.ends_with("--- exit 0"), "{again}");
    assert!(sandbox.read(FILE).contains("action: skip"));
}

#[test]
fn a_proposal_is_a_commit_of_its_own() {
    let sandbox = committed();
    insta::assert_snapshot!(decide(&sandbox, &[&["propose", "--reason", "实地核查", "--diff"], &LIMIT]), @r#"
    catalog/local/330106/11330106MU033101XF4000131002000.yaml
    …
        经营设备设施与品种、数量相适应，生熟分开。
        从业人员持有半年以内的健康证明。
    + decisions:
    +   - field: promised_limit
    +     action: propose
    +     by: 张三
    +     "on": "2026-11-24"
    +     reason: 实地核查
    +     fingerprint: "a4c772f81df4c808"
    分支 propose/000131002000-promised_limit：
    catalog/base/31/000131002000.yaml
    …
        unit: working
      promised_limit:
    -   days: 8
    +   days: 15
        unit: working
      
    …

    提议：食品经营许可的承诺办结时限改为“15 个工作日”

    基本编码：000131002000
    基本目录现为：8 个工作日
    提议改为：15 个工作日
    提议方：330106 西湖区 杭州市西湖区市场监督管理局，张三，2026-11-24
    理由：实地核查

    各地现况（县级 3 个）：
    - 8 个工作日（2 个）：330109 萧山区、330122 桐庐县
    - 15 个工作日（1 个）：330106 西湖区
    试运行，没有写入
    --- exit 0
    "#);
    let said = decide(&sandbox, &[&["propose", "--reason", "实地核查"], &LIMIT]);
    assert!(
        said.contains("propose/000131002000-promised_limit"),
        "{said}"
    );
    assert!(sandbox.read(BASE_FILE).contains("days: 8"));
    assert!(sandbox.read(FILE).contains("action: propose"));
    let there = sandbox.say(&[
        "levels",
        "propose/000131002000-promised_limit:",
        "--field",
        "promised_limit",
    ]);
    assert!(there.starts_with("0 个差异须处理"), "{there}");
    insta::assert_snapshot!(decide(&sandbox, &[&["propose"], &LIMIT]), @"
    放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限  [已提议]
    已处置 1 个差异：向上提议
    分支 propose/000131002000-promised_limit 上已有同样的提议
    --- exit 0
    ");
}

#[test]
fn what_else_is_changed_above_stays_out_of_a_proposal() {
    let sandbox = committed();
    sandbox.replace(BASE_FILE, "name: 食品经营许可\n", "name: 食品经营\n");
    let said = decide(&sandbox, &[&["propose", "--diff"], &LIMIT]);
    assert!(
        !said.contains("-  name") && !said.contains("+ name"),
        "{said}"
    );
    assert!(said.contains("+   days: 15"), "{said}");
}

#[test]
fn a_proposal_in_the_work_tree() {
    let sandbox = counties();
    insta::assert_snapshot!(decide(&sandbox, &[&["propose", "--here"], &LIMIT]), @"
    放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限
    已处置 1 个差异：向上提议
    --- exit 0
    ");
    assert!(sandbox.read(BASE_FILE).contains("days: 15"));
}

#[test]
fn without_git_or_a_commit_a_proposal_says_so() {
    let sandbox = counties();
    sandbox.name_the_committer();
    insta::assert_snapshot!(decide(&sandbox, &[&["propose"], &LIMIT]), @"
    --- stderr
    错误：base/31/000131002000.yaml：上级事项还没有提交过，先提交再提议
    提示：先提交，或加 --here 直接改工作区里的文件
    --- exit 2
    ");
    std::fs::remove_dir_all(sandbox.path().join(".git")).unwrap();
    insta::assert_snapshot!(decide(&sandbox, &[&["propose"], &LIMIT]), @"
    --- stderr
    错误：[DIR] 不在 git 仓库中
    提示：先提交，或加 --here 直接改工作区里的文件
    --- exit 2
    ");
    insta::assert_snapshot!(decide(&sandbox, &[&["skip", "--field", "name"]]), @"
    --- stderr
    错误：不知道处置人是谁
    提示：写 --by NAME，或设置 git 的 user.name
    --- exit 2
    ");
    assert!(!sandbox.read(FILE).contains("decisions"));
}

#[test]
fn the_committer_decides_unless_another_is_named() {
    let sandbox = committed();
    decide(&sandbox, &[&["skip", "--field", "name"]]);
    assert!(sandbox.read(FILE).contains("by: 编目员"));
    commit(&sandbox);
}

#[test]
fn a_siblings_value_is_taken() {
    let sandbox = counties();
    let other = FILE.replace("330106", "330109");
    let text = sandbox.read(&other);
    sandbox.write(
        &other,
        &(text + "promised_limit: {days: 5, unit: working}\n"),
    );
    insta::assert_snapshot!(decide(&sandbox, &[&["adopt", "--sibling", "萧山区"], &LIMIT]), @"
    放宽  330106 西湖区  000131002000  食品经营许可(县级）  承诺办结时限
    已处置 1 个差异：采用同级
    --- exit 0
    ");
    assert!(
        sandbox
            .read(FILE)
            .contains("promised_limit: {days: 5, unit: working}   # 窗口人手不足")
    );
    insta::assert_snapshot!(decide(&sandbox, &[&["adopt", "--sibling", "330000", "--field", "name", "--by", "甲"]]), @"
    --- stderr
    错误：330000 没有认领同一个基本目录事项
    --- exit 2
    ");
}

#[test]
fn hostile_words_stay_words() {
    let sandbox = counties();
    sandbox.replace(
        FILE,
        "name: 食品经营许可(县级）",
        "name: \"a\\e[31m\\u202E\"",
    );
    let by = "张三\"\n  x: y #\u{202E}";
    let said = sandbox.say(&[
        "decide",
        "skip",
        "--field",
        "name",
        "--by",
        by,
        "--reason",
        "- {a: [b]}",
    ]);
    assert!(
        said.ends_with("--- exit 0") && !said.contains(['\u{1b}', '\u{202E}']),
        "{said}"
    );
    let shown = sandbox.say(&["levels", "--field", "name", "--format", "json"]);
    assert!(shown.contains("- {a: [b]}"), "{shown}");
    assert!(!shown.contains('\u{202E}'), "{shown}");
}
