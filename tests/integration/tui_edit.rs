//! A matter is edited on the screen: from a key to the file and the commit.

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

const LOCAL: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";

/// A terminal with the local matter open and the cursor in it.
fn on_local_matter(sandbox: &Sandbox) -> Terminal {
    let mut terminal = Terminal::open(sandbox, 100, 40);
    terminal.wait_for("全部事项");
    terminal.keys("G\r");
    terminal.wait_for("▸食品经营许可");
    terminal
}

/// Leads the cursor down to the row of a field.
fn to_row(terminal: &mut Terminal, steps: usize) {
    terminal.keys(&"j".repeat(steps));
}

#[test]
fn an_edit_reaches_the_file_and_the_commit() {
    let sandbox = Sandbox::with_catalog();
    sandbox.name_the_committer();
    let mut terminal = on_local_matter(&sandbox);
    // The plain names are inherited; one more makes them the matter's own.
    to_row(&mut terminal, 4);
    terminal.keys("a");
    terminal.wait_for("Enter 确定");
    terminal.keys("开食堂\r");
    terminal.wait_for("* 未保存 1");
    assert!(!sandbox.read(LOCAL).contains("开食堂"));

    terminal.keys("s");
    terminal.wait_for("已保存 1 个文件");
    let text = sandbox.read(LOCAL);
    assert!(text.contains("  - 办食品证\n  - 开食堂\n"), "{text}");
    assert!(text.contains("hours: 工作日上午"), "{text}");

    terminal.keys("C");
    terminal.wait_for("提交说明");
    terminal.keys("加一个俗称\x13");
    terminal.wait_for("已提交");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn the_cursor_stands_where_the_input_method_needs_it() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = on_local_matter(&sandbox);
    terminal.wait_for_no_cursor();
    to_row(&mut terminal, 4);
    terminal.keys("a");
    terminal.wait_for("Enter 确定");
    terminal.keys("开食堂");
    terminal.wait_for("开食堂");
    // Border and margin take two cells of the dialog, each character two.
    terminal.wait_for_cursor(16 + 6, 19);
    terminal.keys("\x1b");
    terminal.wait_until_gone("Enter 确定");
    terminal.wait_for_no_cursor();
}

#[test]
fn a_paste_is_text_and_no_keys() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = on_local_matter(&sandbox);
    terminal.keys("\x1b[200~q\x1b[201~");
    to_row(&mut terminal, 4);
    terminal.keys("a");
    terminal.wait_for("Enter 确定");
    terminal.keys("\x1b[200~办餐饮\n许可\x1b[201~");
    terminal.wait_for("办餐饮 许可");
}

#[test]
fn leaving_with_unsaved_work_asks_first() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = on_local_matter(&sandbox);
    to_row(&mut terminal, 4);
    terminal.keys("a");
    terminal.wait_for("Enter 确定");
    terminal.keys("开食堂\r");
    terminal.wait_for("* 未保存 1");
    terminal.keys("q");
    terminal.wait_for("还没有保存");
    terminal.keys("d");
    assert_eq!(terminal.end(), (0, true));
    assert!(!sandbox.read(LOCAL).contains("开食堂"));
}
