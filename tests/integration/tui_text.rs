//! What only a terminal shows: the clipboard, the caret, wide and hostile characters, another program in between.

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

const LOCAL: &str = "catalog/local/330106/11330106MU033101XF4000131002000.yaml";

/// A terminal with the local matter open and the cursor in it.
fn on_local_matter(sandbox: &Sandbox) -> Terminal {
    let mut terminal = Terminal::open(sandbox, 100, 40);
    terminal.wait_for("全部事项");
    terminal.keys("G\r");
    terminal.wait_for("实施主体");
    terminal
}

/// The same with an editor of one line open.
fn on_line(sandbox: &Sandbox) -> Terminal {
    let mut terminal = on_local_matter(sandbox);
    terminal.keys("jjjja");
    terminal.wait_for("Enter 确定");
    terminal
}

#[test]
fn what_is_copied_is_handed_to_the_terminal() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = on_line(&sandbox);
    terminal.keys("开食堂\x01\x03");
    terminal.wait_for("已复制 3 个字符");
    terminal.wait_for_sent("\x1b]52;c;5byA6aOf5aCC\x07");
    terminal.keys("\x1b");
    terminal.wait_until_gone("开食堂");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn the_caret_stands_behind_rare_and_combined_characters() {
    let sandbox = Sandbox::with_catalog();
    let mut terminal = on_line(&sandbox);
    terminal.keys("𠮷𫍯e\u{301}a");
    terminal.wait_for("𠮷𫍯");
    terminal.wait_for_cursor(16 + 6, 19);
    terminal.keys("\x1b[D\x1b[D\x1b[D");
    terminal.wait_for_cursor(16 + 2, 19);
    terminal.keys("\x1b[H");
    terminal.wait_for_cursor(16, 19);
}

#[test]
fn hostile_text_leaves_the_edges_where_they_are() {
    let sandbox = Sandbox::with_catalog();
    let hostile = "version: 1\nname: \"许可👩\\u200D🔧🇨🇳e\\u0301\\u202E❤\\uFE0F\\t𠮷\\e[2J“…”ｶﾞ许可\"\nhours: \"🇨\\u0301👍🏽护照\" #";
    sandbox.replace(LOCAL, "version: 1", hostile);
    let terminal = on_local_matter(&sandbox);
    terminal.wait_for("⟨U+202E⟩");
    for column in [20, 54] {
        let cells = terminal.column(column);
        assert!(
            cells[1..39].iter().all(|cell| cell == "│"),
            "{column}: {cells:?}"
        );
    }
}

#[test]
fn where_open_widths_are_wide_each_takes_two_cells_and_our_lines_take_one() {
    let sandbox = Sandbox::with_catalog().with("MULU_AMBIGUOUS_WIDTH", "2");
    sandbox.replace(LOCAL, "version: 1", "version: 1\nname: 许可“甲”…乙");
    let terminal = on_local_matter(&sandbox);
    terminal.wait_for("许可“ 甲” … 乙");
    for column in [20, 54] {
        let cells = terminal.column(column);
        assert!(
            cells[1..39].iter().all(|cell| cell == "|"),
            "{column}: {cells:?}"
        );
    }
}

#[test]
fn the_editor_outside_has_the_terminal_to_itself() {
    let script = "/bin/sh -c 'stty -a | grep -q \" icanon\" && echo READY; read answer; echo \"# $answer\" >> \"$0\"'";
    let sandbox = Sandbox::with_catalog().with("EDITOR", script);
    let mut terminal = on_local_matter(&sandbox);
    terminal.keys("E");
    terminal.wait_for("READY");
    terminal.keys("quit 改好了\r");
    terminal.wait_for("* 未保存 1");
    assert!(!sandbox.read(LOCAL).contains("改好了"));
    terminal.keys("s");
    terminal.wait_for("已保存 1 个文件");
    assert!(sandbox.read(LOCAL).ends_with("# quit 改好了\n"));
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn an_editor_that_is_broken_off_or_missing_leaves_everything_as_it_was() {
    let script = "/bin/sh -c 'echo lost > \"$0\"; echo READY; read answer'";
    let sandbox = Sandbox::with_catalog().with("EDITOR", script);
    let before = sandbox.read(LOCAL);
    let mut terminal = on_local_matter(&sandbox);
    terminal.keys("E");
    terminal.wait_for("READY");
    terminal.keys("\x03");
    terminal.wait_for("没有正常结束");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
    assert_eq!(sandbox.read(LOCAL), before);

    let sandbox = sandbox.with("EDITOR", "no-such-editor");
    let mut terminal = on_local_matter(&sandbox);
    terminal.keys("E");
    terminal.wait_for("打不开外部编辑器");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
}
