//! Saving, quitting, recovering, and answers of the worker.

use crossterm::event::{KeyCode, KeyEvent};

use crate::tui::message::{Message, Outcome};
use crate::tui::stage::{LOCAL, Stage};
use crate::tui::update::update;

fn edited() -> Stage {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    stage
}

#[test]
fn saving_writes_the_file() {
    let mut stage = edited();
    assert!(!stage.on_disk(LOCAL).contains("charged"));
    assert!(stage.screen().contains("* 未保存 1"));
    stage.press("s");
    assert!(stage.on_disk(LOCAL).contains("charged: true"));
    assert!(stage.screen().contains("已保存 1 个文件"));
}

#[test]
fn quitting_asks_only_if_something_is_unsaved() {
    let mut clean = Stage::new(80, 24);
    clean.press("q");
    assert!(clean.model.quits);

    let mut stage = edited();
    stage.press("q");
    assert!(!stage.model.quits);
    assert!(stage.screen().contains("有 1 个文件的改动还没有保存"));
    stage.press("s");
    assert!(stage.model.quits);
    assert!(stage.on_disk(LOCAL).contains("charged: true"));
}

#[test]
fn unsaved_work_is_offered_again() {
    let mut stage = edited().again();
    assert!(stage.screen().contains("要接着用吗"), "{}", stage.screen());
    stage.press("y");
    assert!(stage.text(LOCAL).contains("charged: true"));
    assert!(!stage.on_disk(LOCAL).contains("charged"));
}

#[test]
fn discarded_work_is_not_offered_twice() {
    let mut stage = edited().again();
    stage.press("d");
    let stage = stage.again();
    assert!(!stage.screen().contains("要接着用吗"));
}

#[test]
fn the_changes_show_what_changed_inside_a_line() {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "hours");
    stage.press("enter back back back back back");
    stage.type_in("16:30");
    stage.press("ctrl-s esc c");
    let screen = stage.screen();
    assert!(
        screen.contains("- hours: 工作日上午 8:30—12:00，下午 14:00—17:30"),
        "{screen}"
    );
    assert!(
        screen.contains("+ hours: 工作日上午 8:30—12:00，下午 14:00—16:30"),
        "{screen}"
    );
}

#[test]
fn keys_wait_for_a_change_and_then_mean_the_new_state() {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "charged");
    let enter = || Message::Key(KeyEvent::from(KeyCode::Enter));
    let effects = update(&mut stage.model, enter());
    assert!(update(&mut stage.model, enter()).is_empty());
    stage.carry_out(effects);
    assert!(stage.text(LOCAL).contains("charged: false"));
}

#[test]
fn a_late_answer_is_dropped() {
    let mut stage = Stage::new(100, 30);
    let count = stage.model.findings.all.len();
    let message = Message::Done {
        generation: stage.model.generation + 1,
        outcome: Outcome::Checked(Box::default()),
    };
    update(&mut stage.model, message);
    assert_eq!(stage.model.findings.all.len(), count);
}
