//! Others change files, programs end without warning, and nothing is lost.

use crate::tui::dialogs::Dialog;
use crate::tui::message::{Fault, Message, Outcome};
use crate::tui::stage::{BASE, LOCAL, Stage};

fn edited() -> Stage {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    stage
}

fn typing(text: &str) -> Stage {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "place");
    stage.press("enter");
    stage.type_in(text);
    stage.send(Message::Tick);
    stage
}

#[test]
fn a_file_that_nobody_edited_here_is_read_again_and_the_screen_follows() {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "hours");
    let at = stage.model.sheet.cursor.at;
    stage.meddle(LOCAL, |text| text.replace("8:30—12:00", "9:15—11:45"));
    stage.wait();
    let screen = stage.screen();
    assert!(screen.contains("9:15—11:45"), "{screen}");
    assert!(screen.contains("已被他人改动，重新读入"), "{screen}");
    assert_eq!(stage.model.sheet.cursor.at, at);
    assert!(stage.model.unsaved.is_empty());
}

#[test]
fn after_a_look_at_the_disk_that_failed_someone_looks_again() {
    let mut stage = Stage::new(100, 30);
    stage.model.safety.is_looking = true;
    let reason = crate::text::Message::same("x");
    stage.send(Message::Done {
        generation: 0,
        outcome: Outcome::NotLooked(Fault { reason, hint: None }),
    });
    stage.go_to(LOCAL, "hours");
    stage.meddle(LOCAL, |text| text.replace("8:30—12:00", "9:15—11:45"));
    stage.wait();
    assert!(stage.screen().contains("9:15—11:45"));
}

#[test]
fn edits_of_different_fields_join_and_are_saved() {
    let mut stage = edited();
    stage.meddle(LOCAL, |text| text.replace("8:30—12:00", "9:15—11:45"));
    stage.wait();
    assert!(
        stage.screen().contains("已并入他人的改动"),
        "{}",
        stage.screen()
    );
    stage.press("s");
    let disk = stage.on_disk(LOCAL);
    assert!(
        disk.contains("charged: true") && disk.contains("9:15—11:45"),
        "{disk}"
    );
}

#[test]
fn what_someone_else_changed_at_the_last_moment_is_joined_too() {
    let mut stage = edited();
    stage.meddle(LOCAL, |text| format!("{text}# 他人\n"));
    stage.press("s");
    let disk = stage.on_disk(LOCAL);
    assert!(
        disk.contains("charged: true") && disk.ends_with("# 他人\n"),
        "{disk}"
    );
    assert!(stage.model.unsaved.is_empty());
}

fn disputed() -> Stage {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "level");
    stage.go_to(LOCAL, "online_url");
    stage.press("enter");
    stage.type_in("1");
    stage.press("enter");
    stage.meddle(LOCAL, |text| text.replace("apply/000131002000", "other"));
    stage.wait();
    stage
}

#[test]
fn the_same_field_changed_on_both_sides_is_a_choice_and_nothing_is_overwritten() {
    let mut stage = disputed();
    assert!(stage.screen().contains("! 冲突 1"), "{}", stage.screen());
    stage.press("s");
    let screen = stage.screen();
    assert!(screen.contains("两边都改了同一处"), "{screen}");
    assert!(
        screen.contains("330106/other") && screen.contains("0001310020001"),
        "{screen}"
    );
    assert!(stage.on_disk(LOCAL).contains("330106/other"));
    stage.press("o enter s");
    assert!(
        stage.on_disk(LOCAL).contains("0001310020001"),
        "{}",
        stage.screen()
    );
}

#[test]
fn what_someone_else_wrote_can_be_taken() {
    let mut stage = disputed();
    stage.press("s t enter");
    assert!(stage.text(LOCAL).contains("330106/other"));
    assert!(stage.model.unsaved.is_empty());
    stage.press("u");
    assert!(
        stage.text(LOCAL).contains("0001310020001"),
        "the choice can be taken back"
    );
}

#[test]
fn a_choice_put_off_is_asked_again_when_one_saves() {
    let mut stage = disputed();
    stage.press("s esc s");
    assert!(stage.screen().contains("两边都改了同一处"));
    stage.press("esc q s");
    assert!(!stage.model.quits);
    assert!(stage.screen().contains("两边都改了同一处"));
}

#[test]
fn undo_takes_back_only_what_was_done_here() {
    let mut stage = edited();
    stage.meddle(LOCAL, |text| text.replace("8:30—12:00", "9:15—11:45"));
    stage.wait();
    stage.press("u");
    let text = stage.text(LOCAL);
    assert!(
        !text.contains("charged") && text.contains("9:15—11:45"),
        "{text}"
    );
    assert!(stage.model.unsaved.is_empty());
    stage.press("ctrl-r");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("charged: true") && text.contains("9:15—11:45"),
        "{text}"
    );
}

#[test]
fn undo_goes_back_over_a_save_and_is_refused_where_someone_else_changed_the_same() {
    let mut stage = edited();
    stage.press("s");
    stage.meddle(LOCAL, |text| {
        text.replace("charged: true", "charged: false")
    });
    stage.wait();
    stage.press("u");
    assert!(
        stage.screen().contains("这一步不能再撤销或重做"),
        "{}",
        stage.screen()
    );
    assert!(stage.text(LOCAL).contains("charged: false"));
}

#[test]
fn a_file_taken_away_while_it_is_edited_is_a_choice() {
    let mut stage = edited();
    std::fs::remove_file(stage.folder().join("catalog").join(LOCAL)).unwrap();
    stage.wait();
    stage.press("s o enter s");
    assert!(
        stage.on_disk(LOCAL).contains("charged: true"),
        "{}",
        stage.screen()
    );
}

#[test]
fn files_come_and_go_while_the_catalog_is_open() {
    let mut stage = Stage::new(100, 30);
    let count = stage.model.list.rows.len();
    std::fs::remove_file(stage.folder().join("catalog").join(LOCAL)).unwrap();
    stage.wait();
    assert_eq!(stage.model.list.rows.len(), count - 1);
}

#[test]
fn nothing_is_taken_in_while_an_editor_is_open() {
    let mut stage = typing("北门");
    stage.meddle(LOCAL, |text| text.replace("8:30—12:00", "9:15—11:45"));
    stage.wait();
    assert!(!stage.text(LOCAL).contains("9:15"));
    stage.press("ctrl-s");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("北门") && text.contains("9:15—11:45"),
        "{text}"
    );
}

#[test]
fn what_was_being_typed_is_offered_again_where_it_was_typed() {
    let mut stage = typing("北门").again();
    let screen = stage.screen();
    assert!(screen.contains("上次退出时有内容输入到一半"), "{screen}");
    assert!(screen.contains("北门"), "{screen}");
    stage.press("enter");
    let screen = stage.screen();
    assert!(screen.contains("A12 窗口北门"), "{screen}");
    assert!(screen.contains("这是上次输入到一半的内容"), "{screen}");
    stage.type_in("外");
    let screen = stage.screen();
    assert!(screen.contains("A12 窗口北门外"), "{screen}");
    stage.press("ctrl-s");
    assert!(stage.text(LOCAL).contains("A12 窗口北门"));
}

#[test]
fn what_was_taken_up_again_is_not_offered_twice() {
    let mut stage = typing("北门").again();
    stage.press("enter ctrl-s");
    stage.send(Message::Tick);
    stage.press("s");
    let stage = stage.again();
    assert!(!stage.screen().contains("上次退出"), "{}", stage.screen());
}

#[test]
fn a_text_given_up_is_not_offered() {
    let mut stage = typing("北门");
    stage.press("esc esc");
    stage.send(Message::Tick);
    let stage = stage.again();
    assert!(!stage.screen().contains("上次退出"), "{}", stage.screen());
}

#[test]
fn unsaved_work_and_a_message_half_written_are_both_taken_up() {
    let mut stage = edited();
    stage.press("C");
    stage.type_in("改了收费");
    stage.send(Message::Tick);
    let mut stage = stage.again();
    stage.press("y");
    assert!(stage.text(LOCAL).contains("charged: true"));
    assert!(stage.screen().contains("提交说明"), "{}", stage.screen());
    assert!(stage.screen().contains("改了收费"), "{}", stage.screen());
}

#[test]
fn unsaved_work_is_joined_with_what_happened_since() {
    let stage = edited();
    stage.meddle(LOCAL, |text| text.replace("8:30—12:00", "9:15—11:45"));
    let mut stage = stage.again();
    stage.press("y");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("charged: true") && text.contains("9:15—11:45"),
        "{text}"
    );
}

#[test]
fn a_damaged_journal_is_set_aside_and_said() {
    let stage = edited();
    let seats = stage.folder().join(".git/mulu/seats");
    let journal = std::fs::read_dir(&seats)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let journal = journal
        .into_iter()
        .find(|path| path.extension().is_some_and(|end| end == "journal"));
    let journal = journal.unwrap();
    crate::store::write_atomically(&journal, b"{\"mulu-journal\":1}\nnonsense\n").unwrap();
    let stage = stage.again();
    assert!(
        stage.screen().contains("恢复日志已损坏"),
        "{}",
        stage.screen()
    );
    assert!(journal.with_extension("broken").exists());
}

#[test]
fn a_journal_cut_off_in_its_last_line_gives_the_rest() {
    use std::io::Write;
    let stage = edited();
    let seats = stage.folder().join(".git/mulu/seats");
    let files = std::fs::read_dir(&seats)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let journal = files
        .into_iter()
        .find(|path| path.extension().is_some_and(|end| end == "journal"));
    let file = std::fs::OpenOptions::new()
        .append(true)
        .open(journal.unwrap());
    file.unwrap()
        .write_all("{\"unsaved\":{\"path\":\"loc".as_bytes())
        .unwrap();
    let mut stage = stage.again();
    stage.press("y");
    assert!(stage.text(LOCAL).contains("charged: true"));
}

#[test]
fn two_programs_on_one_catalog_see_each_other_and_what_is_saved() {
    let mut mine = edited();
    let theirs = mine.beside();
    mine.wait();
    for _ in 0..20 {
        mine.send(Message::Tick);
    }
    assert!(mine.screen().contains("另有 1 人打开"), "{}", mine.screen());
    assert!(
        !theirs.screen().contains("要接着用吗"),
        "work of the living is not offered"
    );
    let mut theirs = theirs;
    theirs.go_to(BASE, "name");
    mine.press("s");
    theirs.wait();
    assert!(theirs.text(LOCAL).contains("charged: true"));
}

#[test]
fn a_card_half_filled_in_is_offered_again() {
    let mut stage = Stage::new(100, 30);
    stage.go_to(LOCAL, "promised_limit");
    stage.press("enter");
    stage.type_in("7");
    stage.send(Message::Tick);
    let mut stage = stage.again();
    stage.press("y");
    let Some(Dialog::Card(card)) = &stage.model.dialog else {
        panic!("{}", stage.screen());
    };
    assert!(card.text("days").ends_with('7'), "{}", stage.screen());
}

#[test]
fn a_commit_of_someone_else_is_seen() {
    let mut stage = edited();
    stage.press("s");
    assert_eq!(stage.model.uncommitted.len(), count_of_files(&stage));
    stage.wait();
    let root = crate::store::Root::at(stage.folder()).unwrap();
    let git = crate::store::Git::open(&root).unwrap();
    git.ensure_identity("甲", "a@sample.example").unwrap();
    git.commit(&git.changed().unwrap(), "他人提交").unwrap();
    stage.wait();
    assert!(stage.model.uncommitted.is_empty());
}

fn count_of_files(stage: &Stage) -> usize {
    let root = crate::store::Root::at(stage.folder()).unwrap();
    let git = crate::store::Git::open(&root).unwrap();
    git.changed().unwrap().len()
}
