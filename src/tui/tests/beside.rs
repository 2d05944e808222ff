//! Two matters side by side.

use crate::tui::model::Pane;
use crate::tui::stage::{BASE, LOCAL, Stage};

/// A local matter that promises less than its base matter, with the base matter beside it.
fn stage(columns: u16, rows: u16) -> Stage {
    let promised = "promised_limit: {days: 5, unit: working}\nversion: 1";
    let mut stage = Stage::with(LOCAL, ("version: 1", promised), (columns, rows));
    stage.go_to(LOCAL, "promised_limit");
    stage.press("\\ enter");
    stage
}

/// The line of the screen with some text in it, the bar left out.
fn line(stage: &Stage, text: &str) -> String {
    let screen = stage.screen();
    let found = screen.lines().skip(1).find(|line| line.contains(text));
    found
        .unwrap_or_else(|| panic!("no {text} in\n{screen}"))
        .to_owned()
}

#[test]
fn what_differs_stands_side_by_side_with_a_mark() {
    let mut stage = stage(120, 12);
    stage.press("=");
    insta::assert_snapshot!(stage.screen(), @"
    …区（县级） › 11330106MU033101XF4000131002000 食品经营许可 › 对照 › 时限 › 承诺办结时限   E 错误 0  W 警告 0  N 提示 0
    全部事项                   2 │▸对照：不同 1 项，相同 23 项                                                  只看不同的
      食品经营许可      基本目录 │                      │  基本目录 · 食品经营许可       │ ▸编辑：西湖区 · 食品经营许可
      食品经营许可      西湖区   │   文件               │   base/31/000131002000.yaml    │   local/330106/11330106MU03310
                                 │                      │                                │   1XF4000131002000.yaml
                                 │── 时限 ────────────────────────────────────────────────────────────────────────────────
                                 │ ≠ 承诺办结时限       │ - 8 工作日                     │ + 5 工作日
                                 │
                                 │
                                 │
                                 │
    Enter 编辑  = 只看不同或全看  S 两边对换  x 撤去本级的值  o 改写或沿用上级  C 提交  Space 展开或收起  / 查找  ? 帮助
    ");
}

#[test]
fn in_few_columns_one_value_stands_below_the_other() {
    let stage = stage(80, 24);
    insta::assert_snapshot!(stage.screen(), @"
     …02000 食品经营许可 › 对照 › 时限 › 承诺办结时限  E 错误 0  W 警告 0  N 提示 0
    ▸对照：不同 1 项，相同 23 项
     -  基本目录 · 食品经营许可
     + ▸编辑：西湖区 · 食品经营许可
       + 330106 西湖区
     实施主体
       + 11330106MU033101XF 杭州市西湖区市场监督管理局
     实施主体性质
       + 1 法定机关
     委托部门          —
     联办机构          —
     地方基本编码      —
     地方实施编码      —
     设定依据          共 1 项                                           ← 基本目录
       1.              中华人民共和国食品安全法 第 35 条 · 第 1 款 · 设定依据
     权力来源
       + 1 法定本级行使
    ── 时限 ───────────────────────────────────────────────────────────────────────
     法定办结时限      20 工作日                                         ← 基本目录
     法定办结时限说明  —
     ≠ 承诺办结时限
       - 8 工作日
       + 5 工作日
     Enter 编辑  = 只看不同或全看  S 两边对换  x 撤去本级的值  ? 帮助
    ");
}

#[test]
fn the_pinned_matter_stays_while_the_list_goes_on() {
    let mut stage = Stage::new(120, 30);
    stage.press("|");
    assert!(
        stage.screen().contains("两边是同一事项"),
        "{}",
        stage.screen()
    );
    stage.press("j");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    assert_eq!(stage.model.beside.path(), Some(BASE));
    let heads = line(&stage, "编辑：");
    let (pinned, edited) = (
        heads.rfind("基本目录").unwrap(),
        heads.find("编辑：西湖区").unwrap(),
    );
    assert!(pinned < edited, "{heads}");
    stage.press("S");
    let heads = line(&stage, "编辑：");
    assert!(heads.find("编辑：西湖区").unwrap() < heads.rfind("基本目录").unwrap());
    stage.press("|");
    assert!(!stage.model.beside.is_open());
    stage.press("| esc");
    assert!(!stage.model.beside.is_open());
}

#[test]
fn tab_gives_the_edits_to_the_other_side_at_the_same_field() {
    let mut stage = stage(120, 40);
    let row = |stage: &Stage| stage.model.selected_row().unwrap().path.to_string();
    assert_eq!(row(&stage), "promised_limit");
    stage.press("tab");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(BASE));
    assert_eq!(row(&stage), "promised_limit");
    assert!(line(&stage, "编辑：").contains("编辑：基本目录"));
    let rows = stage.model.sheet.rows.iter();
    let name = rows
        .map(|row| row.path.to_string())
        .position(|path| path == "name");
    stage.model.sheet.cursor.at = name.unwrap();
    stage.press("enter");
    stage.type_in("证");
    stage.press("enter");
    assert!(stage.text(BASE).contains("name: 食品经营许可证"));
    assert!(!stage.text(LOCAL).contains("许可证"));
    stage.press("tab");
    assert_eq!(stage.model.focus, Pane::List);
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
}

#[test]
fn elements_stand_beside_those_they_correspond_to() {
    let law = "legal_basis:\n  - {law: 中华人民共和国行政许可法, article: 12}\n  - {law: 中华人民共和国食品安全法, article: 36, paragraph: 1, role: setting}\nversion: 1";
    let mut stage = Stage::with(LOCAL, ("version: 1", law), (160, 40));
    stage.go_to(LOCAL, "legal_basis");
    stage.press("\\ enter");
    let alone = line(&stage, "行政许可法");
    assert!(alone.contains("≠") && alone.contains('+'), "{alone}");
    let together = line(&stage, "第 36");
    assert!(together.contains("第 35"), "{together}");
}

#[test]
fn a_matter_beside_that_is_deleted_leaves_one_alone() {
    let mut stage = Stage::new(120, 30);
    stage.press("j | k");
    assert_eq!(stage.model.beside.path(), Some(LOCAL));
    std::fs::remove_file(stage.folder().join("catalog").join(LOCAL)).unwrap();
    stage.wait();
    assert!(!stage.model.beside.is_open());
}
