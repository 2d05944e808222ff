//! The changes screen: what is taken, what is committed, what is taken back, and what became of a matter.

use std::path::Path;
use std::process::Command;

use crate::session;
use crate::store::Root;
use crate::tui::stage::{BASE, LOCAL, Stage};

/// A catalog that is committed.
fn stage(columns: u16, rows: u16) -> Stage {
    let stage = Stage::new(columns, rows);
    commit(stage.folder(), "目录");
    stage.again()
}

fn commit(folder: &Path, message: &str) {
    let root = Root::at(folder).unwrap();
    for (key, value) in [
        ("user.name", "编目员"),
        ("user.email", "editor@sample.example"),
    ] {
        let config = ["config", key, value];
        Command::new("git")
            .args(config)
            .current_dir(folder)
            .status()
            .unwrap();
    }
    session::commit(&root, message, crate::store::Audience::NOBODY).unwrap();
}

fn git(stage: &Stage, args: &[&str]) -> String {
    let run = Command::new("git")
        .args(args)
        .current_dir(stage.folder())
        .output()
        .unwrap();
    String::from_utf8_lossy(&run.stdout).into_owned()
}

/// Two fields of one matter changed and saved, a third not saved.
fn edited(columns: u16, rows: u16) -> Stage {
    let mut stage = stage(columns, rows);
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    stage.go_to(LOCAL, "online");
    stage.press("enter s");
    stage.go_to(LOCAL, "express");
    stage.press("enter c");
    stage
}

/// The row of the changes screen that holds a text.
fn row(stage: &Stage, text: &str) -> String {
    let screen = stage.screen();
    // The bar at the top is no row.
    let row = screen.lines().skip(1).find(|line| line.contains(text));
    row.unwrap_or_else(|| panic!("no {text} in\n{screen}"))
        .to_owned()
}

/// Puts the cursor on the row that holds a text.
fn go(stage: &mut Stage, text: &str) {
    for _ in 0..40 {
        let screen = stage.screen();
        let list = screen.split('─').next().unwrap();
        let Some(place) = list.lines().position(|line| line.contains(text)) else {
            panic!("no {text} in\n{screen}");
        };
        let at = stage.model.changes.cursor.at - stage.model.changes.cursor.top + 2;
        match (place).cmp(&at) {
            std::cmp::Ordering::Equal => return,
            std::cmp::Ordering::Less => stage.press("k"),
            std::cmp::Ordering::Greater => stage.press("j"),
        }
    }
}

#[test]
fn a_matter_is_listed_with_its_changed_fields() {
    let mut stage = edited(100, 30);
    let screen = stage.screen();
    assert!(row(&stage, "是否收费").contains("[ ]"), "{screen}");
    assert!(
        row(&stage, "支持物流").contains("[ ] *"),
        "unsaved\n{screen}"
    );
    assert!(screen.contains("1 个文件，提交时全部列入"), "{screen}");
    stage.press("h");
    assert!(!stage.screen().contains("是否收费"));
    stage.press("l");
    assert!(stage.screen().contains("是否收费"));
}

#[test]
fn a_field_is_taken_alone_and_git_shows_it() {
    let mut stage = edited(100, 30);
    go(&mut stage, "是否收费");
    stage.press("space");
    assert!(
        row(&stage, "是否收费").contains("[x]"),
        "{}",
        stage.screen()
    );
    assert!(row(&stage, "食品经营许可").contains("[~]"));
    let cached = git(&stage, &["diff", "--cached"]);
    assert!(
        cached.contains("+charged: true") && !cached.contains("+online"),
        "{cached}"
    );
    stage.press("space");
    assert_eq!(git(&stage, &["diff", "--cached"]), "");
    assert!(row(&stage, "是否收费").contains("[ ]"));
}

#[test]
fn what_is_not_saved_is_saved_before_it_is_taken() {
    let mut stage = edited(100, 30);
    go(&mut stage, "支持物流");
    stage.press("space");
    assert!(
        row(&stage, "支持物流").contains("[x]  "),
        "{}",
        stage.screen()
    );
    assert!(git(&stage, &["diff", "--cached"]).contains("+express: true"));
    stage.press("a");
    assert_eq!(git(&stage, &["diff"]), "");
    stage.press("a");
    assert_eq!(git(&stage, &["diff", "--cached"]), "");
}

#[test]
fn a_commit_takes_what_is_taken_and_says_so() {
    let mut stage = edited(100, 30);
    go(&mut stage, "是否收费");
    stage.press("space C");
    let screen = stage.screen();
    assert!(
        screen.contains("只提交已列入的改动（1 个文件）"),
        "{screen}"
    );
    assert!(
        screen.contains("留空就写：") && screen.contains("是否收费"),
        "{screen}"
    );
    stage.press("tab ctrl-s");
    assert!(git(&stage, &["log", "-1", "--format=%s"]).contains("是否收费"));
    assert!(git(&stage, &["show", "HEAD"]).contains("+charged: true"));
    assert!(git(&stage, &["diff"]).contains("+online: false"));
    assert!(!stage.screen().contains("是否收费"));
    assert!(stage.text(LOCAL).contains("express: true"));
    assert!(
        !stage.on_disk(LOCAL).contains("express"),
        "what is not saved stays so"
    );
}

#[test]
fn a_field_goes_back_to_the_last_commit_and_can_be_undone() {
    let mut stage = edited(100, 30);
    go(&mut stage, "是否收费");
    stage.press("x");
    assert!(!stage.text(LOCAL).contains("charged"));
    assert!(stage.text(LOCAL).contains("online: false"));
    assert!(stage.screen().contains("还没有保存"));
    stage.press("u");
    assert!(stage.text(LOCAL).contains("charged: true"));
    go(&mut stage, "食品经营许可");
    stage.press("x");
    let committed = git(&stage, &["show", &format!("HEAD:catalog/{LOCAL}")]);
    assert_eq!(stage.text(LOCAL), committed);
}

#[test]
fn the_last_commit_is_amended_with_what_is_taken() {
    let mut stage = edited(100, 30);
    go(&mut stage, "是否收费");
    stage.press("space M");
    assert!(stage.screen().contains("改上次提交"), "{}", stage.screen());
    stage.type_in("一");
    stage.press("ctrl-s");
    assert_eq!(git(&stage, &["log", "--format=%s"]), "目录一\n");
    assert!(git(&stage, &["show", &format!("HEAD:catalog/{LOCAL}")]).contains("charged: true"));
    git(&stage, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    stage.press("M");
    assert!(
        stage.screen().contains("已经推送到 origin/main"),
        "{}",
        stage.screen()
    );
    assert!(stage.model.dialog.is_none());
}

#[test]
fn the_history_of_a_matter_and_of_a_field_is_shown() {
    let mut stage = edited(120, 40);
    stage.press("s");
    commit(stage.folder(), "开通网办");
    let mut stage = stage.again();
    stage.go_to(LOCAL, "hours");
    stage.press("y");
    let screen = stage.screen();
    assert!(
        screen.contains("沿革：办理时间") && screen.contains("编目员"),
        "{screen}"
    );
    assert!(!screen.contains("开通网办"), "{screen}");
    stage.press("y");
    let screen = stage.screen();
    assert!(
        screen.contains("开通网办") && screen.contains("沿革到此为止"),
        "{screen}"
    );
    assert!(screen.contains("是否收费"), "{screen}");
    stage.press("j");
    assert!(stage.screen().contains("新增"));
    stage.press("esc");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn a_register_is_told_by_its_fields_too() {
    let mut stage = stage(100, 30);
    let path = stage.folder().join("catalog/divisions.yaml");
    let text = stage.on_disk("divisions.yaml");
    crate::store::write_atomically(&path, format!("{text}# 备注\n").as_bytes()).unwrap();
    stage.press("c");
    assert!(
        stage.screen().contains("只改了注释或格式"),
        "{}",
        stage.screen()
    );
    assert!(stage.on_disk(BASE).contains("code"));
}
