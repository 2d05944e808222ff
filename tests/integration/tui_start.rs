//! The screen starts: on a catalog, on nothing, in another size, in another language.

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

#[test]
fn a_folder_without_a_catalog_offers_to_make_one() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::open(&sandbox, 80, 24);
    terminal.wait_for("这里还没有事项目录");
    terminal.keys("c");
    terminal.wait_for("食品经营许可");
    assert!(sandbox.read("catalog/mulu.yaml").contains("title:"));
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn the_sample_catalog_opens_from_anywhere() {
    let sandbox = Sandbox::new();
    let mut terminal = Terminal::open(&sandbox, 80, 24);
    terminal.wait_for("打开示例目录");
    terminal.keys("d");
    terminal.wait_for("企业投资项目备案");
    terminal.keys("\x03");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn the_language_changes_while_the_screen_is_open() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = Terminal::open(&sandbox, 80, 24);
    terminal.wait_for("全部事项");
    terminal.keys("L");
    terminal.wait_for("All matters");
    terminal.keys("L");
    terminal.wait_for("全部事项");
}

#[test]
fn a_window_that_changes_its_size_is_drawn_anew() {
    let sandbox = Sandbox::with_catalog();
    let terminal = Terminal::open(&sandbox, 80, 24);
    terminal.wait_for("全部事项");
    terminal.resize(120, 30);
    terminal.wait_for("地区与部门");
    terminal.resize(18, 5);
    terminal.wait_for("窗口太小");
}
