//! From keys to the text of a file.

use crate::tui::outline::NodeKey;
use crate::tui::stage::{BASE, LOCAL, Stage};

fn stage() -> Stage {
    Stage::new(100, 30)
}

#[test]
fn a_typed_text_replaces_the_value_and_nothing_else() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.go_to(LOCAL, "hours");
    stage.press("enter");
    stage.type_in("（节假日除外）");
    stage.press("ctrl-s");
    let expected = before.replace("14:00—17:30", "14:00—17:30（节假日除外）");
    assert_eq!(stage.text(LOCAL), expected);
}

#[test]
fn editing_a_part_of_an_inherited_field_takes_the_field_over() {
    let mut stage = stage();
    stage.go_to(LOCAL, "promised_limit.days");
    stage.press("enter back");
    stage.type_in("５");
    stage.press("enter");
    assert!(
        stage
            .text(LOCAL)
            .contains("promised_limit:\n  days: 5\n  unit: working\n")
    );
}

#[test]
fn a_wrong_value_stays_in_the_editor_with_the_reason() {
    let mut stage = stage();
    stage.go_to(LOCAL, "promised_limit.days");
    stage.press("enter");
    stage.type_in("天");
    stage.press("enter");
    assert!(stage.screen().contains("E 应为整数，如 20"));
    stage.press("back enter");
    assert!(!stage.screen().contains("E 应为整数"));
}

#[test]
fn a_value_is_dropped_and_the_one_from_above_is_in_effect_again() {
    let mut stage = Stage::with(LOCAL, ("version: 1", "name: 食品证\nversion: 1"), (100, 30));
    stage.go_to(LOCAL, "name");
    assert!(stage.screen().contains("事项名称         食品证"));
    stage.press("x");
    assert!(!stage.text(LOCAL).contains("name:"));
    let screen = stage.screen();
    let mut rows = screen.lines().skip(1);
    let row = rows.find(|line| line.contains("事项名称"));
    assert!(row.unwrap().contains("食品经营许可"), "{screen}");
    assert!(row.unwrap().ends_with("← 基本目录"), "{screen}");
}

#[test]
fn what_a_file_must_have_cannot_be_dropped() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.go_to(LOCAL, "division");
    stage.press("x");
    assert_eq!(stage.text(LOCAL), before);
}

#[test]
fn yes_and_no_turn_over() {
    let mut stage = stage();
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("charged: true\n"));
    stage.press("enter");
    assert!(stage.text(LOCAL).contains("charged: false\n"));
}

#[test]
fn a_choice_is_picked_by_its_meaning() {
    let mut stage = stage();
    stage.go_to(BASE, "handling_type");
    stage.press("enter");
    stage.type_in("即办");
    stage.press("enter");
    assert!(stage.text(BASE).contains("handling_type: \"1\"\n"));
}

#[test]
fn several_choices_are_ticked() {
    let mut stage = stage();
    stage.go_to(BASE, "served");
    stage.press("enter");
    stage.type_in("自然人");
    stage.press("space enter");
    let served = "served: [\"1\", \"2\", \"3\", \"5\"]";
    assert!(stage.text(BASE).contains(served), "{}", stage.text(BASE));
}

#[test]
fn a_text_joins_a_list() {
    let mut stage = stage();
    stage.go_to(BASE, "plain_names");
    stage.press("a");
    stage.type_in("开食堂");
    stage.press("enter");
    assert!(stage.text(BASE).contains("  - 办食品证\n  - 开食堂\n"));
}

#[test]
fn a_new_record_asks_for_what_it_must_have() {
    let mut stage = stage();
    stage.go_to(BASE, "legal_basis");
    stage.press("a enter");
    stage.type_in("36");
    stage.press("enter");
    let added = "  - law: 中华人民共和国食品安全法\n    article: 36\n";
    assert!(stage.text(BASE).contains(added), "{}", stage.text(BASE));
}

#[test]
fn an_element_leaves_an_inherited_list() {
    let mut stage = stage();
    stage.go_to(LOCAL, "materials[0]");
    stage.press("d");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("materials:\n  - name: 经营场所平面图\n"),
        "{text}"
    );
    assert!(!text.contains("申请书"));
}

#[test]
fn an_edit_is_undone_and_done_again() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.go_to(LOCAL, "charged");
    stage.press("enter");
    let after = stage.text(LOCAL);
    stage.press("u");
    assert_eq!(stage.text(LOCAL), before);
    stage.press("ctrl-r");
    assert_eq!(stage.text(LOCAL), after);
}

#[test]
fn a_finding_goes_when_its_cause_goes() {
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", "level: \"3\""), (100, 40));
    stage.go_to(LOCAL, "level");
    assert!(stage.screen().contains(" W C"), "{}", stage.screen());
    stage.press("enter");
    stage.type_in("县");
    stage.press("enter");
    assert!(!stage.screen().contains(" W C"), "{}", stage.screen());
}

#[test]
fn a_long_text_is_given_up_only_at_the_second_time() {
    let mut stage = stage();
    stage.go_to(LOCAL, "hours");
    stage.press("enter");
    stage.type_in("周末不办");
    stage.press("esc");
    assert!(stage.screen().contains("再按一次 Esc 就放弃"));
    stage.press("esc");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn a_value_outside_the_choices_is_not_dropped_in_passing() {
    let mut stage = Stage::with(BASE, ("[\"2\", \"3\", \"5\"]", "[\"2\", \"7\"]"), (100, 30));
    stage.go_to(BASE, "served");
    stage.press("enter");
    stage.type_in("自然人");
    stage.press("space enter");
    assert!(stage.text(BASE).contains("served: [\"1\", \"2\", \"7\"]"));
}

#[test]
fn a_department_that_is_gone_leaves_the_cursor_at_its_place() {
    let mut stage = stage();
    stage.press("esc j l j");
    let department = NodeKey::Base(Some("31".into()));
    assert_eq!(stage.model.selected_node(), Some(department));
    stage.go_to(BASE, "department");
    stage.press("enter");
    stage.type_in("公安");
    stage.press("enter");
    assert_eq!(stage.model.selected_node(), Some(NodeKey::Base(None)));
}
