//! Looking for matters on the desk: the box, the filters, the saved views.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use crate::catalog::standard::Standard;
use crate::catalog::{Catalog, File};
use crate::search::{Facet, Finder, Index};
use crate::tui::find::Kind;
use crate::tui::outline::Outline;
use crate::tui::stage::{BASE, LOCAL, Stage};

fn typed(stage: &mut Stage, text: &str) {
    stage.press("/");
    stage.type_in(text);
}

fn found(stage: &Stage) -> Vec<String> {
    let places = stage.model.list.rows.iter();
    let paths = places.map(|place| stage.model.entry(*place).unwrap().path);
    paths.map(ToString::to_string).collect()
}

#[test]
fn a_matter_is_found_by_characters_pinyin_initials_codes_bodies_and_laws() {
    let mut stage = Stage::new(100, 20);
    for (text, wanted) in [
        ("经营许可", &[BASE, LOCAL][..]),
        ("shipinjingying", &[BASE, LOCAL]),
        ("spjy", &[BASE, LOCAL]),
        ("sp经营", &[BASE, LOCAL]),
        ("shipinjinyging", &[BASE, LOCAL]),
        ("食品许可", &[BASE, LOCAL]),
        ("开饭店", &[BASE, LOCAL]),
        ("kfd", &[BASE, LOCAL]),
        ("11330106MU", &[LOCAL]),
        ("西湖区市场监督", &[LOCAL]),
        ("食品 西湖", &[LOCAL]),
        ("食品安全法", &[BASE, LOCAL]),
        ("婚姻登记", &[]),
    ] {
        typed(&mut stage, text);
        assert_eq!(found(&stage), wanted, "{text}");
        stage.press("esc");
    }
}

#[test]
fn a_code_typed_whole_comes_first() {
    let mut stage = Stage::new(100, 20);
    typed(&mut stage, "11330106MU033101XF4000131002000");
    assert_eq!(found(&stage), [LOCAL]);
    stage.press("esc");
    typed(&mut stage, "000131002000");
    assert_eq!(found(&stage), [BASE, LOCAL]);
}

#[test]
fn what_the_search_means_is_shown_in_the_box_and_in_the_list() {
    let mut stage = Stage::new(80, 8);
    stage.press("esc j j j j j");
    typed(&mut stage, "spxk");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区（县级） › 000131002000 食品经营许可    E 错误 0  W 警告 0  N 提示 0
    ▸/ spxk               1，别处 1 │ 食品经营许可
       食品经营许可        行政许可 │ 文件             local/330106/11330106MU03310…
                                    │── 基本信息 ──────────────────────────────────
                                    │ 实施编码
                                    │   11330106MU033101XF4000131002000
                                    │ 基本编码         000131002000 食品经营许可
     Tab 本处或全目录  Enter 确定  Esc 取消  ↓ 向下  ↑ 向上  PgDn 下一页
    ");
    stage.press("tab");
    assert_eq!(found(&stage).len(), 2);
    assert!(stage.screen().contains("全目录 2"));
    stage.press("tab esc");
    assert!(stage.model.list.filter.is_empty());
}

#[test]
fn arrows_move_in_the_results_while_the_box_is_open() {
    let mut stage = Stage::new(80, 12);
    typed(&mut stage, "spjy");
    stage.press("down");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    stage.press("enter j k");
    assert_eq!(stage.model.list.filter, "spjy");
    assert!(stage.model.dialog.is_none());
}

#[test]
fn giving_up_leads_back_to_the_matter_shown_before() {
    let mut stage = Stage::new(80, 12);
    stage.press("j");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    typed(&mut stage, "基本");
    stage.press("esc");
    assert_eq!(stage.model.sheet.path.as_deref(), Some(LOCAL));
    assert_eq!(stage.model.list.cursor.at, 1);
}

#[test]
fn filters_stand_as_chips_and_go_one_by_one() {
    let mut stage = Stage::new(80, 16);
    stage.press("z");
    insta::assert_snapshot!(stage.screen(), @"
     …事项目录 › 基本目录 › 000131002000 食品经营许可  E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
        ┌ 筛选 ────────────────────────────────────────────────────────────────┐
        │ /                                                                    │───
        │   地区                                                               │
        │   层级                                                               │
        │   类型                                                               │
        │   部门                                                               │
        │   主题                                                               │
        │   状态                                                               │
        │   问题                                                               │
        │   差异                                                               │
        │   改动                                                               │
        └──────────────────────────────────────────────────────────────────────┘
                                    │ 设定依据         共 1 项
     Enter 确定  Esc 取消  ↓ 向下  ↑ 向上  PgDn 下一页  PgUp 上一页  Ctrl-a 全选
    ");
    stage.press("enter");
    insta::assert_snapshot!(stage.screen(), @"
     …事项目录 › 基本目录 › 000131002000 食品经营许可  E 错误 0  W 警告 0  N 提示 0
    ▸全部事项                     2 │ 食品经营许可
       食品经营许可        基本目录 │ 文件             base/31/000131002000.yaml
       食品经营许可        西湖区   │── 基本信息 ──────────────────────────────────
                                    │ 基本编码         000131002000
        ┌ 地区 ────────────────────────────────────────────────────────────────┐
        │ /                                                                    │
        │ [ ] 基本目录                                                       1 │
        │ [ ] 西湖区                                                         1 │
        └──────────────────────────────────────────────────────────────────────┘
                                    │ 中央业务指导部门 31 市场监管总局
                                    │ 行使层级（可多选）
                                    │                  4 县级
                                    │ 地方基本编码     —
                                    │ 设定依据         共 1 项
     Enter 确定  Space 选或不选  Esc 取消  ↓ 向下  ↑ 向上  PgDn 下一页  PgUp 上一页
    ");
    stage.type_in("xihu");
    stage.press("enter");
    assert_eq!(found(&stage), [LOCAL]);
    assert!(stage.screen().contains("[地区：西湖区]"));
    stage.press("z down down enter space enter");
    assert!(stage.screen().contains("[地区：西湖区] [类型：行政许可]"));
    stage.press("/ back");
    assert!(stage.model.find.chips.of(Kind::Type).is_empty());
    stage.press("esc Z");
    assert_eq!(found(&stage), [BASE, LOCAL]);
}

#[test]
fn what_was_changed_and_what_has_findings_can_be_filtered() {
    let mut stage = Stage::with(LOCAL, ("level: \"4\"", "level: \"3\""), (80, 24));
    stage.press("z");
    stage.type_in("wenti");
    stage.press("enter");
    stage.type_in("警告");
    stage.press("enter");
    assert_eq!(found(&stage), [LOCAL]);
    stage.press("Z z");
    stage.type_in("改动");
    stage.press("enter enter");
    assert!(found(&stage).is_empty());
    stage.go_to(LOCAL, "in_hall");
    stage.press("enter z");
    stage.type_in("改动");
    stage.press("enter enter");
    assert_eq!(found(&stage), [LOCAL]);
    stage.press("s");
    assert!(found(&stage).is_empty());
}

#[test]
fn differences_can_be_filtered_once_they_are_known() {
    let mut stage = Stage::with(
        LOCAL,
        ("version: 1", "name: 食品许可\nversion: 1"),
        (80, 24),
    );
    stage.press("z");
    stage.type_in("差异");
    stage.press("enter enter");
    assert_eq!(found(&stage), [LOCAL]);
}

#[test]
fn a_view_is_saved_and_comes_back_in_the_next_session() {
    let mut stage = Stage::new(80, 16);
    stage.press("z enter");
    stage.type_in("西湖");
    stage.press("enter");
    typed(&mut stage, "spjy");
    stage.press("enter w");
    stage.type_in("西湖食品");
    insta::assert_snapshot!(stage.screen(), @"
     … › 西湖区（县级） › 000131002000 食品经营许可    E 错误 0  W 警告 0  N 提示 0
    ▸全部事项 /spjy               1 │ 食品经营许可
     [地区：西湖区]                 │ 文件             local/330106/11330106MU03310…
       食品经营许可        西湖区   │── 基本信息 ──────────────────────────────────
                                    │ 实施编码
        ┌ 视图 ────────────────────────────────────────────────────────────────┐
        │ / 西湖食品                                                           │
        │   + 把当前查找和筛选存为“西湖食品”                                   │ 录
        │                                                                      │ 录
        └──────────────────────────────────────────────────────────────────────┘
                                    │   2.             办食品证
                                    │ 事项类型         01 行政许可       ← 基本目录
                                    │ 行使层级         4 县级
                                    │ 行政区划         330106 西湖区
                                    │ 实施主体         11330106MU033101XF 杭州市西
     Enter 确定  Esc 取消  ↓ 向下  ↑ 向上  PgDn 下一页  PgUp 上一页
    ");
    stage.press("enter Z esc");
    let mut stage = stage.again();
    stage.press("w enter");
    assert_eq!(found(&stage), [LOCAL]);
    assert_eq!(stage.model.list.filter, "spjy");
    stage.press("w ctrl-r");
    stage.type_in("甲");
    stage.press("enter");
    assert_eq!(stage.model.find.views[0].name, "西湖食品甲");
    stage.press("w delete esc");
    assert!(stage.again().model.find.views.is_empty());
}

#[test]
fn broken_views_are_left_aside_with_a_word() {
    let stage = Stage::new(80, 12);
    let root = stage.model.opened.as_ref().unwrap().root.clone();
    crate::session::keep_views(&root, &[]).unwrap();
    let file = stage.folder().join(".mulu/views.json");
    let git = stage.folder().join(".git/mulu/views.json");
    let file = if git.exists() { git } else { file };
    let text = "{broken";
    std::io::Write::write_all(
        &mut std::fs::OpenOptions::new()
            .write(true)
            .truncate(true)
            .open(file)
            .unwrap(),
        text.as_bytes(),
    )
    .unwrap();
    let stage = stage.again();
    assert!(stage.screen().contains("视图已损坏"));
}

#[test]
fn an_edit_is_followed_by_the_list_and_by_what_is_found() {
    let mut stage = Stage::new(80, 16);
    stage.go_to(BASE, "name");
    stage.press("enter");
    stage.type_in("（新办）");
    stage.press("enter");
    let catalog = stage.model.catalog().unwrap();
    let fresh = Outline::of(catalog);
    let outline = stage.model.outline().unwrap();
    assert_eq!(outline.nodes, fresh.nodes);
    assert_eq!(Arc::strong_count(outline), 1);
    typed(&mut stage, "xinban");
    assert_eq!(found(&stage), [BASE, LOCAL]);
}

static STANDARD: LazyLock<Arc<Standard>> = LazyLock::new(|| Arc::new(Standard::bundled().unwrap()));

/// A file of the catalog in one of several states; `None` where it is not there.
fn file(place: usize, state: usize) -> Option<(String, String)> {
    let bases = ["000131002000", "000109001000"];
    let names = ["食品经营许可", "公共场所卫生许可", "户口登记"];
    let (name, department) = (names[state % 3], ["31", "09"][state % 2]);
    if state == 5 {
        return None;
    }
    Some(match place {
        0 | 1 => (
            format!("base/31/{}.yaml", bases[place]),
            format!(
                "code: \"{}\"\nname: {name}\ntype: \"01\"\ndepartment: \"{department}\"\nplain_names: [{}]\n",
                bases[place],
                names[(state + 1) % 3]
            ),
        ),
        place => {
            let division = ["330106", "330100", "339999"][place % 3];
            let own = if state.is_multiple_of(2) {
                String::new()
            } else {
                format!("name: {name}\n")
            };
            let base = bases[state % 2];
            (
                format!("local/{division}/{place}.yaml"),
                format!(
                    "code: \"{place}\"\nbase_code: \"{base}\"\ndivision: \"{division}\"\nlevel: \"{}\"\n{own}",
                    state % 4 + 1
                ),
            )
        }
    })
}

fn open(place: usize, state: usize) -> Option<Arc<File>> {
    let (path, text) = file(place, state)?;
    Some(Arc::new(File::new(&path, crate::yaml::read(text))))
}

fn path(place: usize) -> Box<str> {
    file(place, 0).unwrap().0.into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn following_edits_is_the_same_as_listing_and_indexing_anew(
        states in proptest::collection::vec(0..6usize, 8),
        edits in proptest::collection::vec(proptest::collection::vec((0..8usize, 0..6usize), 1..4), 1..5),
    ) {
        let registers = "divisions:\n  - {code: \"330100\", name: 杭州市, level: \"3\"}\n  - {code: \"330106\", name: 西湖区, level: \"4\", parent: \"330100\"}\n";
        let divisions = Arc::new(File::new("divisions.yaml", crate::yaml::read(registers)));
        let files = states.iter().enumerate().filter_map(|(place, state)| open(place, *state));
        let standard = Arc::clone(&STANDARD);
        let mut catalog = Catalog::new(standard, files.chain([divisions]).collect());
        let (mut outline, mut index) = (Outline::of(&catalog), Index::of(&catalog));
        let mut finder = Finder::default();
        for edit in edits {
            let paths: Vec<Box<str>> = edit.iter().map(|(place, _)| path(*place)).collect();
            let changed: Vec<_> = edit.iter().filter_map(|(place, state)| open(*place, *state)).collect();
            let kept: Vec<_> = changed.iter().enumerate()
                .filter(|(at, file)| changed[at + 1..].iter().all(|later| later.path != file.path))
                .map(|(_, file)| Arc::clone(file)).collect();
            let is_there = |path: &&str| kept.iter().any(|file| *file.path == **path);
            let removed: Vec<&str> = paths.iter().map(|path| &**path).filter(|path| !is_there(path)).collect();
            let next = catalog.with_files(kept.clone(), &removed);
            outline.follow(&catalog, &next, &paths);
            index.follow(&catalog, &next, &paths);
            catalog = next;
            let fresh = Outline::of(&catalog);
            prop_assert_eq!(&outline.nodes, &fresh.nodes);
            let anew = Index::of(&catalog);
            for query in ["食品", "gg", "ggcs", "登记 西湖", "hangzhou", "33", "3"] {
                let found = finder.find(&index, query, |_| true);
                prop_assert_eq!(found, Finder::default().find(&anew, query, |_| true), "{}", query);
            }
            for facet in [Facet::Division, Facet::Level, Facet::Department, Facet::Kind] {
                prop_assert_eq!(index.counts(facet, |_| true), anew.counts(facet, |_| true));
            }
        }
    }
}
