//! What a decision does.

use crossterm::event::{KeyCode, KeyEvent};

use crate::session;
use crate::store::{Content, Git, Root};
use crate::tui::message::Message;
use crate::tui::stage::{BASE, LOCAL, Stage};
use crate::tui::tests::review::{OWN, commit, stage};
use crate::tui::update::update;

#[test]
fn adopting_takes_the_value_out_and_goes_on() {
    let mut stage = stage(80, 24);
    stage.press("a");
    let text = stage.text(LOCAL);
    assert!(!text.contains("promised_limit:\n  days"), "{text}");
    assert!(text.contains("  - field: promised_limit\n    action: adopt\n    by: 王小明\n"));
    assert!(stage.screen().contains("已处置 1/2"), "{}", stage.screen());
    assert!(stage.screen().contains("已采用上级的值：1 处"));
    assert!(stage.screen().contains("~ 写法 · 事项名称"));
}

#[test]
fn an_approval_names_what_is_missing_and_takes_full_width_days() {
    let mut stage = stage(80, 24);
    stage.press("p");
    stage.type_in("窗口少");
    stage.press("enter");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区 · 食品经营许可（县级） › 承诺办结时限  E 错误 0  W 警告 2  N 提示 0
    ▸比对 1/2                                                            已处置 0/2
      ↑ 放宽   承诺办结时限   食品经营许可（县级）         西湖区        待处理
      ~ 写法   事项名称       食品经营许可（县级）         西湖区        待处理
    ────────────────────────────────────────────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可（县级） · 西湖区
     不得多于上级
        ┌ 准予不同：1 处差异 ──────────────────────────────────────────────────┐
     基 │ *理由      窗口少                                                    │
     - 8│ *法律依据                                                            │
     未 │ *期限                                                                │
     设 │ *处置人    王小明                                                    │──
     中 │ E 还缺：法律依据、期限                                               │
        │ 允许这样做的法律条款，如 《优化营商环境条例》第三十六条              │
        │                                                                      │
        └──────────────────────────────────────────────────────────────────────┘







     Enter 确定  Tab 下一项  Shift-Tab 上一项  Esc 取消  Ctrl-a 全选
    ");
    stage.type_in("《条例》第三十六条");
    stage.press("tab");
    stage.type_in("２０２６－１２－３１");
    stage.press("enter");
    let text = stage.text(LOCAL);
    let decisions = text.split("decisions:").nth(1).unwrap();
    insta::assert_snapshot!(decisions, @r#"

    - field: promised_limit
      action: approve
      by: 王小明
      "on": "2026-03-01"
      reason: 窗口少
      legal_reason: 《条例》第三十六条
      until: "2026-12-31"
      fingerprint: "316c8a163d7df56c"
    "#);
    assert!(stage.screen().contains("已准予不同：1 处"));
}

#[test]
fn an_approval_until_yesterday_is_refused() {
    let mut stage = stage(80, 24);
    stage.press("p");
    stage.type_in("少人");
    stage.press("tab");
    stage.type_in("某法");
    stage.press("tab");
    stage.type_in("2026-02-28");
    stage.press("enter");
    assert!(
        stage.screen().contains("E 期限已经过去"),
        "{}",
        stage.screen()
    );
    assert!(!stage.text(LOCAL).contains("decisions"));
    stage.press("esc");
    assert!(stage.screen().contains("再按一次 Esc 就放弃"));
    stage.press("esc");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn an_approval_is_void_once_the_value_changes() {
    let mut stage = stage(80, 24);
    stage.press("p");
    for text in ["少人", "某法", "2026-12-31"] {
        stage.type_in(text);
        stage.press("tab");
    }
    stage.press("enter");
    assert!(stage.screen().contains("已处置 1/2"), "{}", stage.screen());
    stage.press("r");
    stage.go_to(BASE, "promised_limit.days");
    stage.press("enter back");
    stage.type_in("9");
    stage.press("enter esc esc");
    stage.press("r");
    let screen = stage.screen();
    assert!(screen.contains("处置已失效"), "{screen}");
    assert!(screen.contains("已处置 0/2"), "{screen}");
}

#[test]
fn several_are_seen_first_and_undone_at_once() {
    let mut stage = stage(80, 24);
    let before = stage.text(LOCAL);
    stage.press("A a");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区 · 食品经营许可（县级） › 承诺办结时限  E 错误 0  W 警告 2  N 提示 0
    ▸比对 1/2  选中 2                                                    已处置 0/2
    ● ↑ 放宽   承诺办结时限   食品经营许可（县级）         西湖区        待处理
    ● ~ 写法   事项名称       食品经营许可（县级）         西湖区        待处理
    ────────────────────────────────────────────────────────────────────────────────
     ↑ 放宽 · 承诺办结时限 · 食品经营许可（县级） · 西湖区
     不得多于上级

     基 ┌ 先看一遍 ────────────────────────────────────────────────────────────┐
     - 8│ 采用上级：2 处差异，涉及 1 个文件；一次撤销即可全部收回。            │
     未 │ ── 1–2 / 2 ──                                                        │
     设 │ ↑ 放宽 承诺办结时限 食品经营许可（县级）                      西湖区 │──
     中 │ ~ 写法 事项名称 食品经营许可（县级）                          西湖区 │
        │                                                                      │
        │ Enter 继续   Esc 取消   j 向下   k 向上   PgDn 下一页   PgUp 上一页  │
        └──────────────────────────────────────────────────────────────────────┘







     Enter 继续  Esc 取消  j 向下  k 向上  PgDn 下一页  PgUp 上一页
    ");
    assert_eq!(stage.text(LOCAL), before);
    stage.press("enter");
    let screen = stage.screen();
    assert!(screen.contains("没有待处理的差异"), "{screen}");
    assert!(screen.contains("已处置 2/2"), "{screen}");
    stage.press("ctrl-z");
    assert_eq!(stage.text(LOCAL), before);
    assert!(stage.screen().contains("已处置 0/2"), "{}", stage.screen());
}

#[test]
fn a_skip_is_decided_too_and_can_be_looked_at() {
    let mut stage = stage(80, 24);
    stage.press("s");
    assert!(stage.text(LOCAL).contains("action: skip"));
    assert!(!stage.screen().contains("↑ 放宽"));
    stage.press("d");
    let screen = stage.screen();
    assert!(screen.contains("已搁置"), "{screen}");
    assert!(screen.contains("含已处置的"), "{screen}");
}

#[test]
fn before_the_first_commit_a_proposal_changes_the_matter_above() {
    let mut stage = stage(80, 24);
    stage.press("u");
    stage.type_in("多数县这样办");
    stage.press("enter");
    assert!(
        stage.text(BASE).contains("days: 12"),
        "{}",
        stage.text(BASE)
    );
    assert!(stage.text(LOCAL).contains("action: propose"));
    assert!(
        stage.screen().contains("直接改了上级事项"),
        "{}",
        stage.screen()
    );
    stage.press("ctrl-z");
    assert!(stage.text(BASE).contains("days: 8"));
    assert!(!stage.text(LOCAL).contains("propose"));
}

#[test]
fn a_proposal_is_a_commit_on_a_branch_of_its_own() {
    let stage = stage(100, 24);
    let folder = stage.folder().to_owned();
    commit(&folder, "定稿");
    let mut stage = stage.again();
    stage.press("r u");
    stage.type_in("多数县这样办");
    stage.press("enter");
    let screen = stage.screen();
    assert!(
        screen.contains("propose/000131002000-promised_limit"),
        "{screen}"
    );
    assert!(stage.text(BASE).contains("days: 8"));
    assert!(stage.text(LOCAL).contains("action: propose"));
    let git = Git::open(&Root::at(&folder).unwrap()).unwrap();
    let proposed = git.revision("propose/000131002000-promised_limit").unwrap();
    let base = git.read_file(&proposed, BASE).unwrap();
    assert!(String::from_utf8(base).unwrap().contains("days: 12"));
    assert_eq!(
        proposed.subject,
        "提议：食品经营许可的承诺办结时限改为“12 个工作日”"
    );
}

#[test]
fn a_decision_counts_before_the_queue_is_made_anew() {
    let mut stage = stage(80, 24);
    let key = KeyEvent::from(KeyCode::Char('a'));
    let effects = update(&mut stage.model, Message::Key(key));
    assert_eq!(stage.model.review.rows.len(), 1);
    stage.carry_out(effects);
    assert_eq!(stage.model.review.progress(), (1, 2));
}

/// The county's neighbour, which promises nine days.
const OTHER: &str = "local/330108/11330108MU033101X14000131002000.yaml";

fn with_neighbour() -> Stage {
    let folder = tempfile::tempdir().unwrap();
    let root = session::create(folder.path()).unwrap();
    let read = |path: &str| match root.read_file(path, 1 << 20).unwrap() {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).unwrap(),
        other => panic!("{path}: {other:?}"),
    };
    let county = read(LOCAL);
    let promising = |days: &str| county.replace(OWN.0, &OWN.1.replace("12", days));
    root.write_file(LOCAL, Some(&county), Some(&promising("12")))
        .unwrap();
    let other = promising("9").replace("330106", "330108");
    root.write_file(OTHER, None, Some(&other)).unwrap();
    let divisions = read("divisions.yaml");
    let known = "  - {code: \"330108\", name: 滨江区, level: \"4\", parent: \"330100\"}\n";
    root.write_file(
        "divisions.yaml",
        Some(&divisions),
        Some(&format!("{divisions}{known}")),
    )
    .unwrap();
    let mut stage = Stage::on(folder, root, (100, 30));
    stage.model.review.by = "王小明".to_owned();
    stage.press("r");
    stage
}

#[test]
fn the_value_of_a_neighbour_is_adopted() {
    let mut stage = with_neighbour();
    let screen = stage.screen();
    assert!(screen.contains("同级（县级，共 2 处）"), "{screen}");
    assert!(screen.contains("1/2  9 工作日  滨江区"), "{screen}");
    stage.press("o");
    assert!(stage.screen().contains("采用同级的值：承诺办结时限"));
    stage.press("enter");
    let text = stage.text(LOCAL);
    assert!(text.contains("days: 9"), "{text}");
    assert!(!text.contains("decisions"), "{text}");
    assert!(
        stage.screen().contains("已采用同级的值"),
        "{}",
        stage.screen()
    );
}

#[test]
fn without_a_name_in_git_a_decision_asks_who_decides() {
    let mut stage = stage(80, 24);
    stage.model.review.by = String::new();
    stage.press("a");
    assert!(!stage.text(LOCAL).contains("decisions"));
    stage.type_in("李四");
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("by: 李四"));
    stage.press("s");
    assert!(stage.text(LOCAL).contains("action: skip\n    by: 李四"));
}
