//! Where one stands, and the way back.

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::message::Message;
use crate::tui::model::{Pane, Screen};
use crate::tui::stage::{BASE, LOCAL, Stage};

/// The bar at the top.
fn bar(stage: &Stage) -> String {
    let screen = stage.screen();
    screen.lines().next().unwrap_or_default().trim().to_owned()
}

/// What is in the bar without the counts at its right.
fn way(stage: &Stage) -> String {
    let bar = bar(stage);
    let end = bar.find(" E ").unwrap_or(bar.len());
    bar[..end].trim_end().to_owned()
}

#[test]
fn the_bar_says_where_one_stands() {
    let mut stage = Stage::new(160, 24);
    stage.press("esc");
    assert_eq!(way(&stage), "mulu 目录 › 政务服务事项目录 › 全部事项");
    stage.go_to(LOCAL, "legal_basis[0].article");
    let before = "mulu 目录 › 政务服务事项目录";
    let matter = "西湖区（县级） › 11330106MU033101XF4000131002000 食品经营许可";
    assert_eq!(
        way(&stage),
        format!("{before} › {matter} › 基本信息 › 设定依据 › 1. › 条")
    );
    stage.press("v");
    assert_eq!(way(&stage), format!("{before} › {matter} › 指南预览"));
    stage.press("esc L");
    let en = way(&stage);
    assert!(en.contains("西湖区 (County)"), "{en}");
    assert!(
        en.ends_with("› Basics › Legal basis › 1. › Article"),
        "{en}"
    );
}

#[test]
fn in_few_columns_the_start_of_the_way_gives_way() {
    let mut stage = Stage::new(80, 24);
    stage.go_to(LOCAL, "promised_limit");
    assert_eq!(
        bar(&stage),
        "…000131002000 食品经营许可 › 时限 › 承诺办结时限  E 错误 0  W 警告 0  N 提示 0"
    );
}

#[test]
fn back_and_forward_follow_jumps_and_not_steps() {
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", "level: \"3\""), (100, 24));
    stage.press("j k j");
    stage.press("[");
    assert_eq!(stage.model.screen, Screen::Desk);
    stage.press("f enter");
    let row = stage.model.selected_row().unwrap().path.clone();
    stage.press("j j j");
    stage.press("[");
    assert_eq!(stage.model.screen, Screen::Findings);
    assert!(stage.model.panel.finding(&stage.model.findings).is_some());
    stage.press("[");
    assert_eq!(stage.model.screen, Screen::Desk);
    assert_eq!(stage.model.focus, Pane::List);
    stage.press("] ]");
    assert_eq!(stage.model.focus, Pane::Sheet);
    assert_ne!(
        stage.model.selected_row().unwrap().path,
        row,
        "the row where one stood last, not the one where one arrived"
    );
    let alt = |code| Message::Key(KeyEvent::new(code, KeyModifiers::ALT));
    stage.send(alt(KeyCode::Left));
    assert_eq!(stage.model.screen, Screen::Findings);
    stage.send(alt(KeyCode::Right));
    assert_eq!(stage.model.screen, Screen::Desk);
}

#[test]
fn what_was_found_is_listed_again_on_the_way_back() {
    let mut stage = Stage::new(100, 24);
    stage.press("/");
    stage.type_in("xihu");
    stage.press("enter");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    stage.press("b");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
    assert_eq!(stage.model.list.filter, "");
    stage.press("[");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    assert_eq!(stage.model.list.filter, "xihu");
    stage.press("[");
    assert_eq!(stage.model.list.filter, "");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
}

#[test]
fn a_base_matter_and_the_local_ones_lead_to_each_other_at_the_same_field() {
    let mut stage = Stage::new(100, 24);
    stage.go_to(LOCAL, "promised_limit");
    stage.press("b");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
    let row = stage.model.selected_row().unwrap().path.to_string();
    assert_eq!(row, "promised_limit");
    stage.press("B");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    stage.press("[ [");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
}

#[test]
fn a_matter_that_is_gone_is_passed_over_and_that_is_said() {
    let mut stage = Stage::new(100, 24);
    stage.go_to(LOCAL, "name");
    stage.press("b");
    stage.press("f");
    let file = stage.folder().join("catalog").join(Path::new(LOCAL));
    std::fs::remove_file(file).unwrap();
    stage.wait();
    stage.press("[");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
    stage.press("[");
    assert!(stage.screen().contains("跳过 1 处"), "{}", stage.screen());
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
}
