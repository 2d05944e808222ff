//! The program ends without warning, and what was typed is there again.

use std::fs;
use std::time::{Duration, Instant};

use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

/// After so long a journal that was not written will not be.
const PATIENCE: Duration = Duration::from_secs(30);

/// A terminal in which a plain name is being typed and not accepted.
fn typing(sandbox: &Sandbox) -> Terminal {
    let mut terminal = Terminal::open(sandbox, 100, 40);
    terminal.wait_for("全部事项");
    terminal.keys("G\r");
    terminal.wait_for("▸食品经营许可");
    terminal.keys("jjjja");
    terminal.wait_for("Enter 确定");
    terminal.keys("开食堂");
    terminal.wait_for("开食堂");
    terminal
}

/// Waits until a journal holds a text.
fn wait_for_journal(sandbox: &Sandbox, text: &str) {
    let folder = sandbox.path().join(".git/mulu/seats");
    let start = Instant::now();
    let holds = || {
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        // Beside it may lie what is not yet put in its place.
        let journals = entries.filter(|entry| entry.path().extension() == Some("journal".as_ref()));
        journals
            .filter_map(|entry| fs::read_to_string(entry.path()).ok())
            .any(|journal| journal.contains(text))
    };
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "no journal holds {text}");
        std::thread::yield_now();
    }
}

fn is_typed_on(sandbox: &Sandbox) {
    let mut terminal = Terminal::open(sandbox, 100, 40);
    terminal.wait_for("上次退出时有内容输入到一半");
    terminal.keys("y");
    terminal.wait_for("这是上次输入到一半的内容");
    let screen = terminal.wait_for("开食堂");
    assert!(screen.contains("俗称"), "{screen}");
    terminal.keys("\r");
    terminal.wait_for("* 未保存 1");
    terminal.keys("s");
    terminal.wait_for("已保存 1 个文件");
    terminal.keys("q");
    assert_eq!(terminal.end(), (0, true));
}

#[test]
fn what_was_being_typed_outlives_a_killed_program() {
    let sandbox = Sandbox::with_catalog();
    let terminal = typing(&sandbox);
    wait_for_journal(&sandbox, "开食堂");
    terminal.kill();
    is_typed_on(&sandbox);
}

#[test]
fn told_to_end_the_program_keeps_what_is_being_typed_and_gives_the_terminal_back() {
    let sandbox = Sandbox::with_catalog();
    let terminal = typing(&sandbox);
    terminal.signal("TERM");
    assert_eq!(terminal.end(), (0, true));
    is_typed_on(&sandbox);
}
