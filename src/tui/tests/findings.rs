//! Working through the findings: grouping, narrowing, putting right, excepting.

use crate::tui::stage::{BASE, LOCAL, Stage};

/// A name written otherwise than above, and a level without its quotes.
fn stage(size: (u16, u16)) -> Stage {
    let wrong = "name: 食品经营许可(县级)\nlevel: 4";
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", wrong), size);
    stage.press("f");
    stage
}

#[test]
fn findings_stand_in_groups_with_the_place_marked() {
    let mut stage = stage((100, 30));
    insta::assert_snapshot!(stage.screen(), @"
     … › 政务服务事项目录 › 问题 › S016 › 西湖区 · 食品经营许可(县级)      E 错误 1  W 警告 1  N 提示 0
    ▸问题 · 按规则                                                                                    2
    ▾ E S016 编码没有加引号                                                                           1
      E 西湖区 · 食品经营许可(县级)      “行使层级”的值 4 没有加引号
    ▾ W N001 名称与上级只是写法不同                                                                   1
      W 西湖区 · 食品经营许可(县级)      名称“食品经营许可(县级)”与上级的“食品经营许可”只是写法不同
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     “行使层级”的值 4 没有加引号
     local/330106/11330106MU033101XF4000131002000.yaml:6:8
     │ level: 4
     │        ^
     可修复（F）：给 4 加上引号
     为什么：不加引号的 000109001000 会被一些工具读成数字而丢掉前面的零，带 E 的代码会被读成科学记数。
     本工具按原文取值，不受影响，但别的工具会。把握：本目录的规定。
     S016 错误 · 西湖区 · 食品经营许可(县级)














     Enter 到该处  F 自动修复  A 修复此规则全部  x 例外  C 提交  / 查找  t 换分组  i 规则说明  ? 帮助
    ");
    stage.press("L");
    insta::assert_snapshot!(stage.screen(), @"
     …vice matters › Findings › S016 › 西湖区 · 食品经营许可(县级)  E errors 1  W warnings 1  N notes 0
    ▸Findings · by rule                                                                               2
    ▾ E S016 Code without quotes                                                                      1
      E 西湖区 · 食品经营许可(县级)      4 in “Level” is not in quotes
    ▾ W N001 Name written otherwise than above                                                        1
      W 西湖区 · 食品经营许可(县级)      the name “食品经营许可(县级)” is the upper “食品经营许可”, onl…
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     4 in “Level” is not in quotes
     local/330106/11330106MU033101XF4000131002000.yaml:6:8
     │ level: 4
     │        ^
     fix (F): put 4 in quotes
     why: Without quotes some tools lose leading zeros or read an E as an exponent. This tool takes the
     text as it stands; others do not. A rule of the catalog format.
     S016 error · 西湖区 · 食品经营许可(县级)














     Enter Go there  F Fix  A Fix all of this rule  x Except  C Commit  / Find  t Group  ? Help
    ");
}

#[test]
fn groups_can_be_changed_and_folded() {
    let mut stage = stage((100, 30));
    stage.press("t");
    assert!(stage.screen().contains("按事项"), "{}", stage.screen());
    stage.press("h");
    let lines = stage.model.panel.lines.len();
    stage.press("space");
    assert!(stage.model.panel.lines.len() > lines);
    stage.press("t t");
    assert!(stage.screen().contains("按级别"), "{}", stage.screen());
}

#[test]
fn findings_are_narrowed_by_words_and_by_severity() {
    let mut stage = stage((100, 30));
    let all = stage.model.panel.shown;
    stage.press("/");
    stage.type_in("s016");
    assert_eq!(stage.model.panel.shown, 1);
    stage.press("esc");
    assert_eq!(stage.model.panel.shown, all);
    stage.press("/");
    stage.type_in("西湖");
    assert_eq!(stage.model.panel.shown, all);
    stage.type_in("区没有");
    assert!(
        stage.screen().contains("没有符合的问题"),
        "{}",
        stage.screen()
    );
    stage.press("enter esc");
    assert_eq!(stage.model.panel.shown, all);
    stage.press("e");
    assert!(stage.screen().contains("只看错误"), "{}", stage.screen());
    // Esc takes the narrowing away before it leaves.
    stage.press("esc");
    assert_eq!(stage.model.panel.shown, all);
    stage.press("esc");
    assert!(stage.screen().contains("全部事项"));
}

#[test]
fn all_of_one_rule_is_put_right_after_a_look_at_what_it_touches() {
    let mut stage = stage((100, 30));
    stage.press("/");
    stage.type_in("s016");
    stage.press("enter A");
    assert!(
        stage.screen().contains("把握大的修复 1 处"),
        "{}",
        stage.screen()
    );
    stage.press("esc");
    assert!(stage.text(LOCAL).contains("level: 4\n"));
    stage.press("A enter");
    assert!(stage.text(LOCAL).contains("level: \"4\"\n"));
    assert!(stage.screen().contains("已修复 1 处"), "{}", stage.screen());
    stage.press("u");
    assert!(stage.text(LOCAL).contains("level: 4\n"));
}

#[test]
fn an_exception_says_why_by_whom_and_until_when() {
    let mut stage = stage((100, 30));
    stage.model.review.by = "王小明".to_owned();
    stage.press("/");
    stage.type_in("s016");
    stage.press("enter x");
    insta::assert_snapshot!(stage.screen(), @"
     … › 政务服务事项目录 › 问题 › S016 › 西湖区 · 食品经营许可(县级)      E 错误 1  W 警告 1  N 提示 0
    ▸问题 · 按规则 /s016                                                                          1 / 2
    ▾ E S016 编码没有加引号                                                                           1
      E 西湖区 · 食品经营许可(县级)      “行使层级”的值 4 没有加引号

    ────────────────────────────────────────────────────────────────────────────────────────────────────
     “行使层级”的值 4 没有加引号
     local/330106/11330106MU033101XF4000131002000.yaml:6:8
     │ level: 4
     │        ^
     可修复（F）：给 4 加上引号
     为什么：不加 ┌ 对 S016 例外：西湖区 · 食品经营许可(县级) ───────────────────────────┐成科学记数。
     本工具按原文 │ *例外理由                                                            │
     S016 错误 ·  │ *同意人    王小明                                                    │
                  │ *有效期至  2026-08-28                                                │
                  │                                                                      │
                  │ 为什么这里可以例外；本文件中这条规则的问题都不再列出                 │
                  │                                                                      │
                  └──────────────────────────────────────────────────────────────────────┘










     Enter 确定  Tab 下一项  Shift-Tab 上一项  Esc 取消  Ctrl-a 全选
    ");
    stage.press("enter");
    assert!(
        stage.screen().contains("还缺：例外理由"),
        "{}",
        stage.screen()
    );
    stage.type_in("旧公章尚在使用");
    stage.press("enter");
    let wanted = "exceptions:\n  - rule: \"S016\"\n    reason: 旧公章尚在使用\n    by: 王小明\n    until: \"2026-08-28\"\n";
    assert!(stage.text(LOCAL).contains(wanted), "{}", stage.text(LOCAL));
    assert_eq!(stage.model.panel.shown, 0);
    stage.press("u");
    assert!(!stage.text(LOCAL).contains("exceptions"));
}

#[test]
fn a_day_that_has_passed_is_no_end_of_an_exception() {
    let mut stage = stage((100, 30));
    stage.press("x");
    stage.type_in("暂缓");
    stage.press("tab");
    stage.type_in("王小明");
    stage.press("tab back back back back back back");
    stage.type_in("-02-01");
    stage.press("enter");
    assert!(
        stage.screen().contains("期限已经过去"),
        "{}",
        stage.screen()
    );
}

#[test]
fn the_page_of_the_rule_is_at_hand() {
    let mut stage = stage((100, 30));
    stage.press("/");
    stage.type_in("s016");
    stage.press("enter i");
    assert!(stage.screen().contains("查什么"), "{}", stage.screen());
    stage.press("j j i");
    assert!(!stage.screen().contains("查什么"));
}

#[test]
fn the_next_finding_unfolds_what_it_lies_in() {
    let mut stage = stage((100, 30));
    stage.press("g g h n");
    assert!(stage.model.panel.finding(&stage.model.findings).is_some());
    stage.press("g g N");
    assert_eq!(stage.model.panel.cursor.at, 0);
}

#[test]
fn what_the_baseline_records_can_be_shown_and_its_count_always_is() {
    let mut stage = Stage::with(BASE, ("食品经营许可", "食品经营许可(试)"), (100, 30));
    let found = stage.model.findings.all.len();
    assert!(found > 0);
    stage.record_baseline();
    stage.press("f");
    assert!(
        stage.screen().contains(&format!("基线已记 {found}")),
        "{}",
        stage.screen()
    );
    assert_eq!(stage.model.panel.shown, 0);
    stage.press("B");
    assert_eq!(stage.model.panel.shown, found);
    assert!(stage.screen().contains("（基线）"), "{}", stage.screen());
}
