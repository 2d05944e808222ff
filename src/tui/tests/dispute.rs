//! What a merge has left in a value is shown as both sides, and one of them, both or another text is taken.

use crate::tui::stage::{LOCAL, Stage};

/// Someone has merged: both sides of two fields stand in the matter.
fn merged(size: (u16, u16)) -> Stage {
    let clash = |ours: &str, theirs: &str| {
        format!("|-\n  <<<<<<< HEAD\n  {ours}\n  =======\n  {theirs}\n  >>>>>>> 整理地址\n")
    };
    let place = clash("样例路 2 号大厅", "样例路 8 号大厅");
    let remarks = clash("甲写的", "乙写的");
    let mut stage = Stage::with(
        LOCAL,
        (
            "place: 西湖区样例路 206 号 区行政服务中心三楼 A12 窗口\n",
            &format!("place: {place}remarks: {remarks}"),
        ),
        size,
    );
    stage.go_to(LOCAL, "place");
    stage
}

#[test]
fn a_field_with_both_sides_shows_both_and_what_differs() {
    let mut stage = merged((100, 40));
    stage.press("k j");
    let screen = stage.screen();
    insta::assert_snapshot!(lines(&screen, "冲突：", 5), @"
    │                                 │    冲突：- HEAD  + 整理地址
    │                                 │     - 样例路 2 号大厅
    │                                 │     + 样例路 8 号大厅
    │                                 │    E S025 两边都改了这里，还没有取舍：一边
    │                                 │    是“样例路 2 号大厅”，另一边是“样例路 8
    ");
    assert!(!screen.contains("<<<<"), "{screen}");
}

#[test]
fn enter_asks_which_side_is_taken_and_the_choice_is_one_change() {
    let mut stage = merged((80, 24));
    let before = stage.text(LOCAL);
    stage.press("enter");
    insta::assert_snapshot!(stage.screen(), @"
    …000131002000 食品经营许可 › 办事指南 › 办理地点  E 错误 2  W 警告 0  N 提示 0
    全部事项                     2 │▸食品经营许可
      食品经营许可        基本目录 │ 受理条件         已取得营业执照，经营场所与申
    E 食品经营许可        西湖区   │                  请一致。
                                   │                  经营设备设施与品种、数量相适
                                   │                  应，生熟分开。
       ┌ 两边都改了同一处 ────────────────────────────────────────────────────┐
       │ 西湖区 · 食品经营许可                                                │ 录
       │ 第 1 处，共 2 处：办理地点                                           │ 录
       │ ○ 我方（HEAD）                                                       │
       │     样例路 2 号大厅                                                  │
       │ ○ 对方（整理地址）                                                   │
       │     样例路 8 号大厅                                                  │
       │                                                                      │
       │ o 取我改的   t 取他人改的   b 两边都要   e 自己改写   Esc 取消   j   │
       │ 向下   k 向上                                                        │ 录
       └──────────────────────────────────────────────────────────────────────┘
                                   │    冲突：- HEAD  + 整理地址
                                   │     - 样例路 2 号大厅
                                   │     + 样例路 8 号大厅
                                   │    E S025 两边都改了这里，还没有取舍：一边是
                                   │    “样例路 2 号大厅”，另一边是“样例路 8 号大
                                   │    厅”
    o 取我改的  t 取他人改的  b 两边都要  e 自己改写  Esc 取消  j 向下  k 向上
    ");
    stage.press("t o enter");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("place: 样例路 8 号大厅\nremarks: 甲写的\n"),
        "{text}"
    );
    assert!(stage.screen().contains("E 错误 0"), "{}", stage.screen());
    stage.press("u");
    assert_eq!(stage.text(LOCAL), before);
}

#[test]
fn some_can_be_settled_now_and_the_others_later() {
    let mut stage = merged((100, 40));
    stage.press("enter t enter");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("place: 样例路 8 号大厅\n") && text.contains("<<<<<<< HEAD"),
        "{text}"
    );
    assert!(stage.screen().contains("E 错误 1"), "{}", stage.screen());
}

#[test]
fn both_can_be_kept_or_another_text_written() {
    let mut stage = merged((100, 40));
    stage.press("enter b enter");
    assert!(
        stage
            .text(LOCAL)
            .contains("place: |-\n  样例路 2 号大厅\n  样例路 8 号大厅\n")
    );
    stage.press("u enter e");
    assert!(
        stage.screen().contains("样例路 2 号大厅"),
        "{}",
        stage.screen()
    );
    stage.press("ctrl-a");
    stage.type_in("样例路 5 号");
    stage.press("ctrl-s");
    assert!(
        stage.text(LOCAL).contains("place: |-\n  样例路 5 号\n"),
        "{}",
        stage.text(LOCAL)
    );
}

#[test]
fn a_finding_of_what_a_merge_left_is_settled_from_the_list_of_findings() {
    let mut stage = merged((100, 40));
    stage.press("f");
    stage.press("/");
    stage.type_in("S025");
    stage.press("enter n F");
    assert!(
        stage.screen().contains("两边都改了同一处"),
        "{}",
        stage.screen()
    );
    stage.press("o o enter");
    assert!(!stage.text(LOCAL).contains("<<<<"));
}

/// So many lines of the screen from the one that has a word.
fn lines(screen: &str, word: &str, count: usize) -> String {
    let from = screen.lines().skip_while(|line| !line.contains(word));
    let lines = from.take(count).map(str::trim_end);
    lines.collect::<Vec<_>>().join("\n")
}
