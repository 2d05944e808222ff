//! How it feels: keys one after another, what can follow them.

use crate::tui::model::Screen;
use crate::tui::stage::Stage;

#[test]
fn after_the_first_of_several_keys_the_screen_says_what_can_follow() {
    let mut stage = Stage::new(80, 12);
    stage.press("g");
    insta::assert_snapshot!(stage.screen(), @"
     mulu 目录 政务服务事项目录                        E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
       食品经营许可        基本目录 │ 文件             base/31/000131002000.yaml
       食品经营许可        西湖区   │── 基本信息 ──────────────────────────────────
                                    │ 基本编码         000131002000
                                    │ 事项名称         食品经营许可
                                    │ 俗称             共 2 项
                                    │   1.             开饭店
                                    │   2.             办食品证
    ── g 之后按 ────────────────────────────────────────────────────────────────────
     g 到开头   e 到末尾   f 问题     c 改动     r 比对
     Esc 取消
    ");
    stage.press("f");
    assert_eq!(stage.model.screen, Screen::Findings);
    assert!(!stage.screen().contains("之后按"));
}

#[test]
fn esc_or_a_key_without_meaning_gives_the_first_key_up_and_does_nothing_else() {
    let mut stage = Stage::new(80, 12);
    let focus = stage.model.focus;
    stage.press("g esc");
    assert!(stage.model.prefix.is_empty());
    assert_eq!(stage.model.focus, focus);
    stage.press("g q");
    assert!(stage.model.prefix.is_empty());
    assert!(!stage.model.quits);
}

#[test]
fn gg_goes_to_the_start_and_ge_to_the_end() {
    let mut stage = Stage::new(80, 12);
    stage.press("g e");
    assert_eq!(stage.model.list.cursor.at, 1);
    stage.press("g g");
    assert_eq!(stage.model.list.cursor.at, 0);
}

#[test]
fn where_text_is_typed_a_first_key_is_a_letter() {
    let mut stage = Stage::new(80, 12);
    stage.press("/");
    stage.type_in("gg");
    assert_eq!(stage.model.list.filter, "gg");
}
