//! A file edited in the person's own editor, and the way back.

use crate::text::Message as Saying;
use crate::tui::message::Fault;
use crate::tui::stage::{LOCAL, Stage};

/// A desk with a local matter shown and an editor set.
fn stage() -> Stage {
    let mut stage = Stage::new(110, 40);
    stage.model.editor = Some("vi".to_owned());
    stage.go_to(LOCAL, "hours");
    stage
}

#[test]
fn what_is_changed_outside_comes_back_as_one_change_with_unsaved_edits_kept() {
    let mut stage = stage();
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("charged: true"));
    let before = stage.text(LOCAL);
    stage.outside = |text| {
        assert!(
            text.contains("charged: true"),
            "unsaved edits are handed over"
        );
        Ok(text.replace("8:30", "9:00"))
    };
    stage.press("E");
    assert!(stage.model.dialog.is_none(), "{}", stage.screen());
    assert_eq!(stage.text(LOCAL), before.replace("8:30", "9:00"));
    stage.press("u");
    assert_eq!(stage.text(LOCAL), before);
}

#[test]
fn a_new_finding_is_shown_before_the_change_is_taken_up() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.outside = |text| Ok(text.replace("level: \"4\"", "level: \"3\""));
    stage.press("E");
    let screen = stage.screen();
    assert!(screen.contains("多出") && screen.contains("W "), "{screen}");
    assert_eq!(stage.text(LOCAL), before);
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("level: \"3\""));
    stage.press("u");
    assert_eq!(stage.text(LOCAL), before);
}

#[test]
fn what_cannot_be_read_goes_back_into_the_editor_is_kept_or_given_up() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.outside = |text| Ok(text.replace("base_code: \"", "base_code: [\""));
    stage.press("E");
    let screen = stage.screen();
    assert!(
        screen.contains("读不出来") && screen.contains("E "),
        "{screen}"
    );
    // Back in the editor, what was written there is still there.
    stage.outside = |text| {
        assert!(text.contains("base_code: [\""));
        Ok(text.replace("base_code: [\"", "base_code: \""))
    };
    stage.press("e");
    assert!(stage.screen().contains("没有改动"), "{}", stage.screen());
    assert_eq!(stage.text(LOCAL), before);

    stage.outside = |text| Ok(text.replace("base_code: \"", "base_code: [\""));
    stage.press("E d");
    assert!(stage.screen().contains("再按一次"), "{}", stage.screen());
    stage.press("d");
    assert_eq!(stage.text(LOCAL), before);

    stage.press("E enter");
    assert!(stage.text(LOCAL).contains("base_code: [\""));
    assert!(stage.on_disk(LOCAL).contains("base_code: \""));
    stage.press("u");
    assert_eq!(stage.text(LOCAL), before);
}

#[test]
fn an_editor_that_fails_or_is_not_set_changes_nothing_and_says_why() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.outside = |_| {
        Err(Fault {
            reason: Saying::same("没有正常结束"),
            hint: None,
        })
    };
    stage.press("E");
    assert!(stage.screen().contains("没有正常结束"));
    stage.model.editor = None;
    stage.press("E");
    assert!(
        stage.screen().contains("没有设置外部编辑器"),
        "{}",
        stage.screen()
    );
    assert_eq!(stage.text(LOCAL), before);
    assert!(!stage.model.is_changing);
}
