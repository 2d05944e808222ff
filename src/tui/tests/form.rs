//! Lists, cards, days, what stands above, and new matters.

use crate::tui::stage::{BASE, LOCAL, Stage};

fn stage() -> Stage {
    Stage::new(100, 30)
}

#[test]
fn an_element_moves_with_its_comment_and_the_cursor_with_it() {
    let materials = "  - name: 食品经营许可申请书";
    let commented = format!("  # 表样见附件\n{materials}");
    let mut stage = Stage::with(BASE, (materials, &commented), (100, 30));
    let before = stage.text(BASE);
    stage.go_to(BASE, "materials[0]");
    stage.press("J");
    let text = stage.text(BASE);
    let second = text.find("# 表样见附件").unwrap();
    assert!(text.find("经营场所平面图").unwrap() < second, "{text}");
    assert_eq!(
        stage.model.selected_row().unwrap().path.to_string(),
        "materials[1]"
    );
    stage.press("K");
    assert_eq!(stage.text(BASE), before);
    stage.press("u");
    assert_eq!(stage.text(BASE), text);
}

#[test]
fn an_inherited_list_is_taken_over_when_its_order_changes() {
    let mut stage = stage();
    stage.go_to(LOCAL, "materials[0]");
    stage.press("J");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("materials:\n  - name: 经营场所平面图"),
        "{text}"
    );
    assert!(text.contains("  - name: 食品经营许可申请书"), "{text}");
}

#[test]
fn the_last_element_moves_no_further() {
    let mut stage = stage();
    let before = stage.text(BASE);
    stage.go_to(BASE, "materials[0]");
    stage.press("K");
    assert_eq!(stage.text(BASE), before);
}

#[test]
fn what_is_unfolded_stays_unfolded_when_it_moves() {
    let mut stage = stage();
    stage.go_to(BASE, "materials[0].necessity");
    stage.press("J");
    let row = stage.model.selected_row().unwrap();
    assert_eq!(row.path.to_string(), "materials[1].necessity");
}

#[test]
fn a_copy_asks_for_what_must_differ() {
    let mut stage = stage();
    stage.go_to(BASE, "materials[0]");
    stage.press("D enter");
    assert!(
        stage.screen().contains("E 第 1 项就是它"),
        "{}",
        stage.screen()
    );
    stage.type_in("（副本）");
    stage.press("enter");
    let text = stage.text(BASE);
    let copy = text.find("食品经营许可申请书（副本）").unwrap();
    assert!(copy < text.find("经营场所平面图").unwrap(), "{text}");
    assert_eq!(
        stage.model.selected_row().unwrap().path.to_string(),
        "materials[1]"
    );
}

#[test]
fn one_key_takes_a_value_over_and_gives_it_back() {
    let mut stage = stage();
    let before = stage.text(LOCAL);
    stage.go_to(LOCAL, "statutory_limit");
    stage.press("o");
    assert!(stage.text(LOCAL).contains("statutory_limit:\n"));
    assert!(
        stage.screen().contains("按 Enter 修改"),
        "{}",
        stage.screen()
    );
    stage.press("o");
    assert_eq!(stage.text(LOCAL), before);
}

#[test]
fn beside_an_own_value_stands_the_one_from_above_while_the_cursor_is_there() {
    let limit = "version: 1";
    let own = "promised_limit: {days: 3, unit: working}\nversion: 1";
    let mut stage = Stage::with(LOCAL, (limit, own), (120, 60));
    stage.go_to(LOCAL, "promised_limit");
    stage.press("j k");
    let screen = stage.screen();
    let line = screen
        .lines()
        .find(|line| line.contains("上级（基本目录）"));
    assert!(line.unwrap().contains("可以比上级少，不得多"), "{screen}");
    stage.press("j");
    assert!(!stage.screen().contains("上级（基本目录）"));
}

#[test]
fn a_limit_is_asked_for_with_its_unit() {
    let mut stage = stage();
    stage.go_to(LOCAL, "promised_limit");
    stage.press("enter back back");
    stage.type_in("7");
    stage.press("tab right enter");
    let text = stage.text(LOCAL);
    assert!(
        text.contains("promised_limit:\n  days: 7\n  unit: calendar\n"),
        "{text}"
    );
}

#[test]
fn a_day_is_typed_in_digits_and_moved_by_arrows() {
    let mut stage = stage();
    stage.go_to(LOCAL, "effective_on");
    stage.press("enter");
    stage.type_in("20260301");
    assert!(
        stage.screen().contains("= 2026-03-01 星期日"),
        "{}",
        stage.screen()
    );
    stage.press("up pgup enter");
    assert!(
        stage.text(LOCAL).contains("effective_on: \"2026-04-02\"\n"),
        "{}",
        stage.text(LOCAL)
    );
}

#[test]
fn a_law_is_found_by_a_short_title_and_its_articles_are_counted() {
    let mut stage = stage();
    stage.go_to(BASE, "legal_basis");
    stage.press("a");
    stage.type_in("食安法");
    assert!(stage.screen().contains("154 条"), "{}", stage.screen());
    stage.press("enter");
    assert!(stage.screen().contains("154 条"), "{}", stage.screen());
    stage.type_in("155");
    stage.press("enter");
    assert!(
        stage.screen().contains("没有第 155 条"),
        "{}",
        stage.screen()
    );
    stage.press("back enter");
    let added = "  - law: 中华人民共和国食品安全法\n    article: 15\n";
    assert!(stage.text(BASE).contains(added), "{}", stage.text(BASE));
}

#[test]
fn a_citation_is_changed_as_a_whole() {
    let mut stage = stage();
    stage.go_to(BASE, "legal_basis[0]");
    stage.press("enter tab tab back");
    stage.type_in("2");
    stage.press("enter");
    assert!(
        stage.text(BASE).contains("    paragraph: 2\n"),
        "{}",
        stage.text(BASE)
    );
}

#[test]
fn a_new_base_matter_is_made_and_opened() {
    let mut stage = stage();
    stage.press("esc j N");
    assert!(
        stage.screen().contains("基本目录事项"),
        "{}",
        stage.screen()
    );
    stage.type_in("小餐饮店登记");
    stage.press("tab space");
    stage.type_in("行政确认");
    stage.press("enter space");
    stage.type_in("市场监管");
    stage.press("enter space");
    stage.type_in("食品安全法");
    stage.press("enter");
    stage.type_in("36");
    stage.press("enter");
    assert!(stage.model.dialog.is_none(), "{}", stage.screen());
    let path = stage.model.sheet.path.clone().unwrap();
    assert!(path.starts_with("base/31/000"), "{path}");
    assert!(stage.text(&path).contains("name: 小餐饮店登记\n"));
}

#[test]
fn a_matter_that_cannot_be_made_says_why() {
    let mut stage = stage();
    stage.go_to(LOCAL, "name");
    stage.press("N");
    stage.type_in("食品经营");
    stage.press("enter");
    stage.press("enter");
    assert!(
        stage.screen().contains("已有实施编码"),
        "{}",
        stage.screen()
    );
}

#[test]
fn a_list_opened_for_a_card_gives_way_to_the_card() {
    let mut stage = stage();
    stage.go_to(BASE, "legal_basis");
    stage.press("a esc");
    assert!(
        stage.screen().contains("法律法规名称 *"),
        "{}",
        stage.screen()
    );
    stage.press("esc");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn materials_are_a_table_where_there_is_room() {
    let mut stage = Stage::new(180, 60);
    stage.go_to(BASE, "materials[1]");
    let screen = stage.screen();
    let head = screen.lines().position(|line| line.contains("材料名称"));
    let head = head.unwrap_or_else(|| panic!("{screen}"));
    let line = screen.lines().nth(head + 1).unwrap();
    assert!(
        line.contains("食品经营许可申请书") && line.contains("必要"),
        "{screen}"
    );
    let mut narrow = Stage::new(100, 60);
    narrow.go_to(BASE, "materials[1]");
    assert!(!narrow.screen().contains("材料名称"));
}

#[test]
fn a_field_tells_what_it_is_and_what_found_fault_with_it() {
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", "level: \"3\""), (100, 40));
    stage.go_to(LOCAL, "promised_limit");
    stage.press("i");
    assert!(
        stage.screen().contains("可以比上级少，不得多"),
        "{}",
        stage.screen()
    );
    stage.press("esc");
    stage.go_to(LOCAL, "level");
    stage.press("i");
    assert!(stage.screen().contains("4 县级"), "{}", stage.screen());
    stage.press("esc");
    stage.go_to(LOCAL, "code");
    stage.press("i");
    assert!(stage.screen().contains("查什么"), "{}", stage.screen());
    stage.press("pgdn");
    assert!(!stage.screen().contains("查什么"), "{}", stage.screen());
}

#[test]
fn of_several_fixes_one_is_chosen_and_the_change_is_shown() {
    let name = ("name: 食品经营许可", "name: 食品经营许可(新办)。");
    let mut stage = Stage::with(BASE, name, (120, 40));
    stage.go_to(BASE, "name");
    stage.press("F");
    let screen = stage.screen();
    assert!(screen.contains("怎样修复"), "{screen}");
    assert!(screen.contains("+ name: 食品经营许可"), "{screen}");
    let before = stage.text(BASE);
    stage.press("enter");
    assert_ne!(stage.text(BASE), before);
    assert!(stage.model.dialog.is_none());
}

#[test]
fn a_value_is_found_by_its_initials() {
    let mut stage = stage();
    stage.go_to(BASE, "type");
    stage.press("enter");
    stage.type_in("xzqr");
    stage.press("enter");
    assert!(
        stage.text(BASE).contains("type: \"07\"\n"),
        "{}",
        stage.text(BASE)
    );
}
