//! The home screen and the guide preview: what they tell, and where they lead.

use crate::session;
use crate::store::{Git, Root};
use crate::tui::model::Screen;
use crate::tui::stage::{BASE, LOCAL, Stage};

/// A county that promises more days than the base catalog.
const OWN: (&str, &str) = (
    "version: 1",
    "promised_limit:\n  days: 12\n  unit: working\nversion: 1",
);

fn commit(stage: &Stage, message: &str) {
    let root = Root::at(stage.folder()).unwrap();
    let git = Git::open(&root).unwrap();
    git.ensure_identity("编目员", "editor@sample.example")
        .unwrap();
    session::commit(&root, message).unwrap();
}

/// Presses keys down to the row that says something, and enters it.
fn enter(stage: &mut Stage, said: &str) {
    stage.press("g g");
    for _ in 0..stage.model.home.rows.len() {
        let home = &stage.model.home;
        let row = &home.rows[home.cursor.at].row;
        let text: String = row.left.iter().map(|piece| piece.text.as_str()).collect();
        if text.contains(said) {
            stage.press("enter");
            return;
        }
        stage.press("j");
    }
    panic!("no row says {said}:\n{}", stage.screen());
}

#[test]
fn home_tells_someone_new_what_can_be_done() {
    let mut stage = Stage::new(100, 30);
    stage.press("H");
    assert!(
        stage.screen().contains("第一次来，可以"),
        "{}",
        stage.screen()
    );
    enter(&mut stage, "看检查出了什么问题");
    assert_eq!(stage.model.screen, Screen::Findings);
    stage.press("H");
    enter(&mut stage, "找一个事项");
    stage.type_in("食品");
    assert!(stage.screen().contains("/ 食品"), "{}", stage.screen());
}

#[test]
fn home_tells_what_waits_and_leads_there() {
    let mut stage = Stage::with(LOCAL, OWN, (100, 30));
    commit(&stage, "县里改了承诺时限");
    stage.press("H");
    let screen = stage.screen();
    assert!(screen.contains("未处置的差异：1 处"), "{screen}");
    assert!(screen.contains("全目录"), "{screen}");
    assert!(screen.contains("编目员"), "{screen}");
    assert!(screen.contains("县里改了承诺时限"), "{screen}");
    enter(&mut stage, "警告");
    assert_eq!(stage.model.screen, Screen::Findings);
    assert!(stage.screen().contains("只看警告"), "{}", stage.screen());
    stage.press("H");
    enter(&mut stage, "未处置的差异");
    assert_eq!(stage.model.screen, Screen::Review);
    stage.press("H");
    enter(&mut stage, "县里改了承诺时限");
    enter(&mut stage, "西湖区 · 食品经营许可");
    assert_eq!(stage.model.screen, Screen::Desk);
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
}

#[test]
fn one_goes_on_where_one_left() {
    let mut stage = Stage::new(100, 30);
    stage.go_to(BASE, "name");
    stage.press("H q");
    let mut stage = stage.again();
    assert_eq!(stage.model.screen, Screen::Home);
    enter(&mut stage, "上次的事项");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
    stage.press("q");
    // Who was on the desk last begins there.
    assert_eq!(stage.again().model.screen, Screen::Desk);
}

#[test]
fn the_guide_is_what_the_public_will_read() {
    let mut stage = Stage::new(90, 60);
    stage.go_to(LOCAL, "name");
    stage.press("v");
    insta::assert_snapshot!(stage.screen(), @"");
    stage.press("e");
    assert!(stage.screen().contains("← 基本目录"), "{}", stage.screen());
    stage.press("L");
    assert!(stage.screen().contains("What it is and who may apply"));
    stage.press("v");
    assert_eq!(stage.model.screen, Screen::Desk);
}

#[test]
fn the_guide_fits_a_narrow_screen_and_scrolls() {
    let mut stage = Stage::new(40, 12);
    stage.go_to(LOCAL, "name");
    stage.press("v");
    let top = stage.screen();
    stage.press("space");
    assert_ne!(top, stage.screen());
    stage.press("G");
    assert!(stage.model.guide.top > 0);
    stage.press("g g");
    assert_eq!(top, stage.screen());
}

#[test]
fn home_fits_every_size() {
    let mut stage = Stage::with(LOCAL, OWN, (30, 8));
    stage.press("H G k j");
    for size in [(20, 6), (80, 24), (200, 50)] {
        stage.model.size = size;
        stage.press("j k");
        assert!(stage.screen().contains("首页"), "{}", stage.screen());
    }
}
