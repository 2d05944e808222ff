//! With the mouse alone.

use crate::session;
use crate::store::{Git, Root};
use crate::tui::model::{Pane, Screen};
use crate::tui::mouse::{MouseAct, Owner};
use crate::tui::stage::{BASE, LOCAL, Stage};

#[test]
fn a_matter_is_opened_edited_saved_and_committed_with_the_mouse_alone() {
    let folder = tempfile::tempdir().unwrap();
    let root = session::create(folder.path()).unwrap();
    let git = Git::open(&Root::at(folder.path()).unwrap()).unwrap();
    git.ensure_identity("编目员", "editor@sample.example")
        .unwrap();
    let mut stage = Stage::on(folder, root, (140, 45));
    stage.click("食品经营许可            ");
    stage.double_click("办件类型");
    stage.double_click("1 即办件");
    assert!(stage.text(BASE).contains("handling_type: \"1\"\n"));
    stage.click("s 保存");
    assert!(stage.on_disk(BASE).contains("handling_type: \"1\"\n"));
    // The first click takes the word away that stands over the keys.
    stage.click("已保存");
    stage.click("C 提交");
    stage.click("Ctrl-s 确定");
    assert!(stage.screen().contains("已提交"), "{}", stage.screen());
}

#[test]
fn a_click_puts_keys_and_cursor_and_a_second_one_on_a_line_of_the_tree_unfolds_it() {
    let mut stage = Stage::new(120, 30);
    stage.click("西湖区      1");
    assert_eq!(stage.model.focus, Pane::Tree);
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    let rows = stage.model.tree.rows.len();
    stage.click("西湖区      1");
    assert_eq!(stage.model.tree.rows.len(), rows + 1);
    stage.click("事项名称");
    assert_eq!(stage.model.focus, Pane::Sheet);
}

#[test]
fn the_wheel_turns_what_is_under_the_pointer_and_the_keys_stay() {
    let mut stage = Stage::new(120, 30);
    let before = stage.model.sheet.cursor.at;
    stage.point(MouseAct::WheelDown, "事项名称");
    assert!(stage.model.sheet.cursor.at > before);
    assert_eq!(stage.model.focus, Pane::List);
}

#[test]
fn a_key_of_the_footer_is_a_button() {
    let mut stage = Stage::new(120, 30);
    stage.click("f 问题");
    assert_eq!(stage.model.screen, Screen::Findings);
}

#[test]
fn the_mouse_can_be_given_back_to_the_terminal() {
    let mut stage = Stage::new(80, 24);
    stage.press(": m o u s e enter");
    assert_eq!(stage.model.mouse, Owner::Terminal);
}

#[test]
fn findings_are_worked_off_with_the_mouse_alone() {
    let wrong = "name: 食品经营许可(县级)\nlevel: 4";
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", wrong), (100, 30));
    stage.click("E 错误 1");
    assert_eq!(stage.model.screen, Screen::Findings);
    stage.click("W 西湖区");
    assert!(stage.screen().contains("N001 警告"), "{}", stage.screen());
    stage.click("E 西湖区");
    stage.click("F 自动修复");
    assert!(stage.text(LOCAL).contains("level: \"4\""));
    stage.double_click("W 西湖区");
    assert_eq!(stage.model.screen, Screen::Desk);
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
}

#[test]
fn values_are_chosen_from_a_menu_with_the_mouse_alone() {
    let mut stage = Stage::new(120, 30);
    stage.click("z 筛选");
    stage.double_click("层级");
    stage.click("县级");
    stage.click("Enter 确定");
    assert_eq!(stage.model.list.rows.len(), 1, "{}", stage.screen());
    // The filter that stands above the list opens the menu again.
    stage.click("层级：");
    assert!(stage.model.dialog.is_some(), "{}", stage.screen());
}

#[test]
fn a_click_puts_the_caret_into_what_is_typed() {
    let mut stage = Stage::new(120, 40);
    stage.go_to(LOCAL, "hours");
    stage.press("enter");
    stage.click("上午");
    stage.type_in("早");
    assert!(
        stage.screen().contains("工作日早上午"),
        "{}",
        stage.screen()
    );
}

#[test]
fn keys_that_can_follow_are_buttons_too() {
    let mut stage = Stage::new(120, 30);
    stage.press("g");
    stage.click("c 改动");
    assert_eq!(stage.model.screen, Screen::Changes);
    assert!(stage.model.prefix.is_empty());
}

#[test]
fn what_lies_below_a_dialog_is_not_met() {
    let mut stage = Stage::new(120, 30);
    stage.press("j");
    let before = stage.model.list.cursor.at;
    stage.press("?");
    stage.click("中栏：");
    assert_eq!(stage.model.list.cursor.at, before);
    stage.point(MouseAct::WheelDown, "中栏：");
    assert_eq!(stage.model.list.cursor.at, before);
    stage.click("Esc 关闭");
    assert!(stage.model.dialog.is_none());
}
