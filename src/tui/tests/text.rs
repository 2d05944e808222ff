//! Inside the editors: what is typed, selected, copied, found.

use crate::tui::stage::{BASE, LOCAL, Stage};

/// A large screen with the opening hours in the editor of many lines.
fn on_hours(size: (u16, u16)) -> Stage {
    let mut stage = Stage::new(size.0, size.1);
    stage.go_to(LOCAL, "hours");
    stage.press("enter");
    stage
}

#[test]
fn what_is_copied_goes_to_the_persons_own_clipboard_and_can_be_pasted_elsewhere() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a ctrl-c");
    assert!(stage.copied.starts_with("工作日上午"), "{}", stage.copied);
    assert!(stage.screen().contains("已复制"), "{}", stage.screen());
    assert!(!stage.model.quits && stage.model.dialog.is_some());
    stage.press("esc");
    stage.go_to(BASE, "plain_names");
    stage.press("a ctrl-v enter");
    assert!(
        stage.text(BASE).contains("  - 工作日上午"),
        "{}",
        stage.text(BASE)
    );
}

#[test]
fn what_is_too_long_for_the_terminal_is_copied_inside_only() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a");
    stage.paste(&"长".repeat(30_000));
    stage.press("ctrl-a ctrl-x");
    assert_eq!(stage.copied, "");
    assert!(stage.screen().contains("只能在本程序里粘贴"));
    stage.press("ctrl-v");
    assert!(stage.screen().contains("30000 字"), "{}", stage.screen());
}

#[test]
fn a_paste_of_a_megabyte_is_taken_and_can_be_typed_in() {
    let mut stage = on_hours((100, 30));
    let line = "申请人应当对所提交材料的真实性负责。\r\n";
    stage.paste(&line.repeat(20_000));
    stage.press("up up");
    stage.type_in("甲");
    stage.press("ctrl-z ctrl-z");
    assert!(!stage.screen().contains("申请人应当"));
}

#[test]
fn tabs_and_invisible_characters_are_taken_out_of_a_paste_and_it_is_said() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a");
    stage.paste("周一\t至周五\u{200B}\r\n九点");
    let screen = stage.screen();
    assert!(screen.contains("周一    至周五"), "{screen}");
    assert!(
        screen.contains("1 个制表符换成了空格，去掉了 1 个看不见的字符"),
        "{screen}"
    );
}

#[test]
fn the_foot_says_where_one_is_and_how_much_there_is() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a");
    stage.type_in("周一至周五，GB 18030");
    stage.press("enter");
    stage.type_in("护照");
    stage.press("shift-left");
    let screen = stage.screen();
    assert!(screen.contains("第 2 行，第 2 列  10 字"), "{screen}");
    assert!(screen.contains("选中 1 字"), "{screen}");
}

#[test]
fn words_are_found_as_they_are_typed_and_one_goes_from_place_to_place() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a");
    stage.paste("周一办理\n周二办理\n周三不办理");
    stage.press("ctrl-f");
    stage.type_in("办理");
    assert!(stage.screen().contains("1/3"), "{}", stage.screen());
    stage.press("enter");
    assert!(stage.screen().contains("2/3"), "{}", stage.screen());
    stage.press("up up");
    assert!(stage.screen().contains("3/3"), "{}", stage.screen());
    stage.press("esc");
    stage.type_in("休息");
    stage.press("ctrl-s");
    assert!(
        stage.text(LOCAL).contains("周三不休息"),
        "{}",
        stage.text(LOCAL)
    );
}

#[test]
fn what_the_level_above_says_stands_over_what_is_written_instead() {
    let mut stage = Stage::new(120, 40);
    stage.go_to(LOCAL, "acceptance_conditions");
    stage.press("enter ctrl-a");
    stage.type_in("另有规定");
    let screen = stage.screen();
    assert!(screen.contains("基本目录："), "{screen}");
}

#[test]
fn the_editor_takes_the_room_of_a_large_screen() {
    let stage = on_hours((200, 50));
    let screen = stage.screen();
    let widest = screen.lines().filter(|line| line.contains('┌')).count();
    let frame = screen.lines().find(|line| line.contains('┌')).unwrap();
    assert_eq!(widest, 1);
    assert!(
        frame.chars().filter(|letter| *letter == '─').count() > 90,
        "{frame}"
    );
    assert!(screen.lines().filter(|line| line.contains('│')).count() > 40);
}

#[test]
fn half_width_marks_between_chinese_are_offered_their_full_width_form() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a");
    stage.type_in("周一至周五,上午9:00(节假日除外)");
    stage.press("left left");
    assert!(
        stage.screen().contains("Ctrl-t 半角标点改全角"),
        "{}",
        stage.screen()
    );
    stage.press("ctrl-t");
    stage.type_in("另");
    assert!(
        stage
            .screen()
            .contains("周一至周五，上午9:00（节假日除另外）"),
        "{}",
        stage.screen()
    );
    assert!(!stage.screen().contains("半角标点改全角"));
    stage.press("ctrl-z ctrl-z");
    assert!(stage.screen().contains("周一至周五,上午9:00(节假日除外)"));
}

#[test]
fn full_width_marks_are_stored_as_they_are_typed_and_full_width_digits_of_a_number_as_digits() {
    let mut stage = on_hours((100, 30));
    stage.press("ctrl-a");
    stage.type_in("工作日，九点——十七点。");
    stage.press("ctrl-s");
    assert!(
        stage.text(LOCAL).contains("hours: 工作日，九点——十七点。"),
        "{}",
        stage.text(LOCAL)
    );
    stage.go_to(LOCAL, "promised_limit.days");
    stage.press("enter ctrl-a");
    stage.type_in("１２");
    stage.press("enter");
    assert!(
        stage.text(LOCAL).contains("days: 12"),
        "{}",
        stage.text(LOCAL)
    );
}
